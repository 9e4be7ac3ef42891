using System.Data;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Accounts;

/// <summary>
/// The accounts: who has one and what it allows. Each change is in the audit log, and each that matters to open sessions changes the
/// stamp, which ends them.
/// </summary>
internal sealed class AccountBook(IDbContextFactory<AutomatDb> contexts, AuditBook audit, SignInLinks links, TimeProvider time)
{
    /// <summary>All accounts, open ones first.</summary>
    public async Task<IReadOnlyList<AccountRow>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.AsNoTracking().OrderBy(row => row.ClosedAt != null).ThenBy(row => row.Name).ToListAsync(cancellationToken);
    }

    /// <summary>An account that may be used; null when there is none of that name.</summary>
    public async Task<AccountRow?> FindAsync(string account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.AsNoTracking().FirstOrDefaultAsync(row => row.Name == account && row.ClosedAt == null, cancellationToken);
    }

    /// <summary>Makes an account, or opens a closed one again; whoever it is for sets the password by the link.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="added">Name, agent, role and language.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<AccountChanged> AddAsync(string by, Colleague added, CancellationToken cancellationToken) => ChangeAsync(async db =>
    {
        if (!AccountName.IsUsable(added.Account))
        {
            return AccountChange.BadName;
        }

        var row = await db.Accounts.FirstOrDefaultAsync(each => each.Name == added.Account, cancellationToken);
        if (row is { ClosedAt: null })
        {
            return AccountChange.Taken;
        }

        if (added.Agent is not null && await db.Accounts.AnyAsync(each => each.Agent == added.Agent && each.ClosedAt == null, cancellationToken))
        {
            return AccountChange.AgentTaken;
        }

        if (row is null)
        {
            row = new AccountRow { Name = added.Account, Role = string.Empty, Language = added.Language, Stamp = string.Empty, CreatedAt = time.GetUtcNow() };
            db.Accounts.Add(row);
        }

        (row.Agent, row.Role, row.Language, row.ClosedAt) = (added.Agent, $"{added.Role}", added.Language, null);
        audit.Stage(db, by, AuditActs.Added, new(Note: $"{added.Account} {added.Role}"));
        return links.Renew(row);
    }, cancellationToken);

    /// <summary>A new link; the password, the former link and all open sessions end.</summary>
    public Task<AccountChanged> ResetAsync(string by, string account, CancellationToken cancellationToken) => ChangeAsync(async db =>
    {
        if (await OpenAsync(db, account, cancellationToken) is not { } row)
        {
            return AccountChange.Unknown;
        }

        audit.Stage(db, by, AuditActs.LinkMade, new(Note: account));
        return links.Renew(row);
    }, cancellationToken);

    /// <summary>Gives an account another role; the last admin keeps theirs.</summary>
    public Task<AccountChanged> ChangeRoleAsync(string by, string account, AccountRole role, CancellationToken cancellationToken) => ChangeAsync(async db =>
    {
        if (await OpenAsync(db, account, cancellationToken) is not { } row)
        {
            return AccountChange.Unknown;
        }

        if (role != AccountRole.Admin && await IsLastAdminAsync(db, row, cancellationToken))
        {
            return AccountChange.LastAdmin;
        }

        audit.Stage(db, by, AuditActs.RoleChanged, new(Note: $"{account} {row.Role} {role}"));
        (row.Role, row.Stamp) = ($"{role}", SignInLinks.NewStamp());
        return AccountChange.Done;
    }, cancellationToken);

    /// <summary>Closes an account at once; the last admin's stays.</summary>
    public Task<AccountChanged> CloseAsync(string by, string account, CancellationToken cancellationToken) => ChangeAsync(async db =>
    {
        if (await OpenAsync(db, account, cancellationToken) is not { } row)
        {
            return AccountChange.Unknown;
        }

        if (await IsLastAdminAsync(db, row, cancellationToken))
        {
            return AccountChange.LastAdmin;
        }

        audit.Stage(db, by, AuditActs.Closed, new(Note: account));
        (row.ClosedAt, row.Stamp, row.Password, row.LinkKey) = (time.GetUtcNow(), SignInLinks.NewStamp(), null, null);
        return AccountChange.Done;
    }, cancellationToken);

    // Two admins who demote each other at the same moment must not both succeed.
    private async Task<AccountChanged> ChangeAsync(Func<AutomatDb, Task<AccountChanged>> change, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var changed = await change(db);
        if (changed.Change == AccountChange.Done)
        {
            db.Feed.Add(new FeedRow { At = time.GetUtcNow(), Kind = FeedKinds.Account });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return changed;
    }

    private static Task<AccountRow?> OpenAsync(AutomatDb db, string account, CancellationToken cancellationToken)
        => db.Accounts.FirstOrDefaultAsync(row => row.Name == account && row.ClosedAt == null, cancellationToken);

    private static async Task<bool> IsLastAdminAsync(AutomatDb db, AccountRow row, CancellationToken cancellationToken)
        => row.Role == nameof(AccountRole.Admin)
            && !await db.Accounts.AnyAsync(other => other.Name != row.Name && other.ClosedAt == null && other.Role == nameof(AccountRole.Admin), cancellationToken);
}

/// <summary>What became of a change to an account.</summary>
internal enum AccountChange
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is no open account of that name.</summary>
    Unknown,

    /// <summary>Nobody can be called so.</summary>
    BadName,

    /// <summary>There is one of that name already.</summary>
    Taken,

    /// <summary>The agent has an account already.</summary>
    AgentTaken,

    /// <summary>Nobody could manage accounts any more.</summary>
    LastAdmin,
}

/// <summary>A change, and what it gave.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Token">The random part of a new link, which nobody can read again; null where no link was made.</param>
internal readonly record struct AccountChanged(AccountChange Change, string? Token = null)
{
    /// <summary>A change that gives no link.</summary>
    public static implicit operator AccountChanged(AccountChange change) => new(change);
}
