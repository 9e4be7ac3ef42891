using System.Buffers.Text;
using System.Security.Cryptography;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Accounts;

/// <summary>
/// Links by which colleagues set their own password: each works once and for a day. The table keeps a keyed hash only. Opening a link
/// changes nothing, because mail programs open links by themselves; the form on its page does.
/// </summary>
internal sealed class SignInLinks(IDbContextFactory<AutomatDb> contexts, Secrets secrets, AuditBook audit, TimeProvider time)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan ValidFor = TimeSpan.FromHours(24);

    private const int TokenBytes = 24;

    /// <summary>The path of a link.</summary>
    public static string PathOf(string token) => $"/console/welcome/{token}";

    /// <summary>A value that no session carries yet.</summary>
    public static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Gives an account a new link and ends password, lock and sessions; whoever asks saves.</summary>
    public AccountChanged Renew(AccountRow row)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        (row.LinkKey, row.LinkUntil) = (KeyOf(token), time.GetUtcNow() + ValidFor);
        (row.Password, row.Stamp, row.Failures, row.LockedUntil) = (null, NewStamp(), 0, null);
        return new(AccountChange.Done, token);
    }

    /// <summary>Whose link it is; null when it is nobody's any more.</summary>
    public async Task<AccountRow?> FindAsync(string token, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Valid(db, token).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Sets the password, once.</summary>
    /// <returns>The account; null when the link has been used or is too old.</returns>
    public async Task<AccountRow?> UseAsync(string token, string password, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Valid(db, token).AsNoTracking().FirstOrDefaultAsync(cancellationToken) is not { } row)
        {
            return null;
        }

        (row.Password, row.Stamp) = (Passwords.Hash(password), NewStamp());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var used = await Valid(db, token).ExecuteUpdateAsync(
            set => set.SetProperty(each => each.Password, row.Password).SetProperty(each => each.Stamp, row.Stamp)
                .SetProperty(each => each.LinkKey, (string?)null).SetProperty(each => each.LinkUntil, (DateTimeOffset?)null),
            cancellationToken);
        if (used == 0)
        {
            return null;
        }

        audit.Stage(db, row.Name, AuditActs.LinkUsed, default);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return row;
    }

    private IQueryable<AccountRow> Valid(AutomatDb db, string token)
    {
        var (key, now) = (KeyOf(token), time.GetUtcNow());
        return db.Accounts.Where(row => row.LinkKey == key && row.LinkUntil > now && row.ClosedAt == null);
    }

    private string KeyOf(string token) => secrets.Hash(SecretLabel.SignIn, token);
}
