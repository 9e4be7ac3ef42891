using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Accounts;

/// <summary>
/// Judges name and password. An unknown name, a wrong password and a locked account are told apart by nothing: the same answer after the
/// same work.
/// </summary>
internal sealed class SignIn(IDbContextFactory<AutomatDb> contexts, AuditBook audit, TimeProvider time)
{
    /// <summary>So many wrong passwords in a row lock an account.</summary>
    public const int MostFailures = 5;

    /// <summary>For so long.</summary>
    public static readonly TimeSpan LockFor = TimeSpan.FromMinutes(15);

    /// <summary>The account that name and password open; null when they open none.</summary>
    public async Task<AccountRow?> CheckAsync(string? name, string? password, CancellationToken cancellationToken)
    {
        var account = AccountName.Of(name);
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var isTried = await TakeTryAsync(db, account, now, cancellationToken);
        var row = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(each => each.Name == account, cancellationToken);
        var isRight = Passwords.Fits(row?.Password, password ?? string.Empty) && isTried;
        if (isRight)
        {
            await db.Accounts.Where(each => each.Name == account)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.Failures, 0).SetProperty(each => each.LockedUntil, (DateTimeOffset?)null), cancellationToken);
        }

        audit.Stage(db, row?.Name ?? AccountName.Nobody, isRight ? AuditActs.SignedIn : isTried ? AuditActs.WrongPassword : AuditActs.Refused, default);
        await db.SaveChangesAsync(cancellationToken);
        return isRight ? row : null;
    }

    // Taken before the password is judged: tries at the same time share the five.
    private static async Task<bool> TakeTryAsync(AutomatDb db, string account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? until = now + LockFor;
        return await db.Accounts
            .Where(each => each.Name == account && each.ClosedAt == null && (each.LockedUntil == null || each.LockedUntil <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(each => each.Failures, each => each.LockedUntil != null ? 1 : each.Failures + 1)
                    .SetProperty(each => each.LockedUntil, each => each.LockedUntil == null && each.Failures + 1 >= MostFailures ? until : null),
                cancellationToken) == 1;
    }
}
