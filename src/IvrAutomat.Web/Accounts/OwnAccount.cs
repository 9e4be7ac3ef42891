using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Accounts;

/// <summary>What colleagues change about themselves.</summary>
internal sealed class OwnAccount(IDbContextFactory<AutomatDb> contexts, AuditBook audit, SignIn signIn, TimeProvider time)
{
    /// <summary>The language of the pages, and how texts and mails are signed; an empty signature is the agent's name.</summary>
    public async Task ChangeAsync(string account, string language, string? signature, CancellationToken cancellationToken)
    {
        var signed = string.IsNullOrWhiteSpace(signature) ? null : signature.Trim();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Accounts.Where(row => row.Name == account).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Language, language).SetProperty(row => row.Signature, signed), cancellationToken);
    }

    /// <summary>Another password, if the present one is right; other sessions end. Wrong ones count as at the door.</summary>
    /// <returns>The account with its new stamp; null when the present password is wrong.</returns>
    public async Task<AccountRow?> ChangePasswordAsync(string account, string present, string next, CancellationToken cancellationToken)
    {
        if (await signIn.CheckAsync(account, present, cancellationToken) is not { } row)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        (row.Password, row.Stamp) = (Passwords.Hash(next), SignInLinks.NewStamp());
        db.Accounts.Attach(row).Property(each => each.Password).IsModified = true;
        db.Entry(row).Property(each => each.Stamp).IsModified = true;
        audit.Stage(db, account, AuditActs.PasswordChanged, default);
        db.Feed.Add(new FeedRow { At = time.GetUtcNow(), Kind = FeedKinds.Account });
        await db.SaveChangesAsync(cancellationToken);
        return row;
    }
}
