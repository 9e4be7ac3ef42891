using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Accounts;

/// <summary>Who is there before anybody has been added: the demo's colleagues, or one admin who has yet to choose a password.</summary>
internal sealed class FirstAccounts(IDbContextFactory<AutomatDb> contexts, AccountBook accounts, DemoColleagues demo, TimeProvider time)
{
    /// <summary>The first admin's name.</summary>
    public const string Admin = "admin";

    /// <summary>Makes the accounts of the demo's colleagues that are not there yet. Where there is no demo any more, they end with their sessions.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (demo.All.Count == 0)
        {
            // Every other account has had a link, and since then a link or a password.
            await db.Accounts.Where(row => row.Password == null && row.LinkKey == null && row.ClosedAt == null).ExecuteDeleteAsync(cancellationToken);
            return;
        }

        var known = await db.Accounts.Select(row => row.Name).ToListAsync(cancellationToken);
        db.Accounts.AddRange(demo.All.Where(each => !known.Contains(each.Account)).Select(each => new AccountRow
        {
            Name = each.Account,
            Agent = each.Agent,
            Role = $"{each.Role}",
            Language = each.Language,
            Stamp = SignInLinks.NewStamp(),
            CreatedAt = time.GetUtcNow(),
        }));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Where no admin can sign in, makes one.</summary>
    /// <returns>The random part of the link, for the machine's operator alone; null when there is an admin already.</returns>
    public async Task<string?> EnsureAdminAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (demo.All.Count > 0 || await db.Accounts.AnyAsync(
            row => row.Role == nameof(AccountRole.Admin) && row.ClosedAt == null && (row.Password != null || row.LinkUntil > now), cancellationToken))
        {
            return null;
        }

        var added = await accounts.AddAsync(AuditBook.Command, new Colleague(Admin, Agent: null, AccountRole.Admin, "cs"), cancellationToken);
        return added.Change == AccountChange.Taken ? (await accounts.ResetAsync(AuditBook.Command, Admin, cancellationToken)).Token : added.Token;
    }
}
