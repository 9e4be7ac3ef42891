using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Accounts;

/// <summary>Writes down every look at personal data and every action on an order. Nothing in it names a customer.</summary>
internal sealed class AuditBook(IDbContextFactory<AutomatDb> contexts, TimeProvider time)
{
    /// <summary>The account of whoever uses the command line of the machine.</summary>
    public const string Command = "command";

    /// <summary>Writes one act down.</summary>
    /// <param name="account">Who, as <see cref="Colleague.Account"/>.</param>
    /// <param name="act">What, as a key such as <c>order.seen</c>.</param>
    /// <param name="about">The order, case and call it was about.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task NoteAsync(string account, string act, AuditSubject about, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Stage(db, account, act, about);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Who looks again so soon has not looked twice.</summary>
    public static readonly TimeSpan OneLook = TimeSpan.FromMinutes(5);

    /// <summary>A page that is open for so long has been open since a look that stands here; its parts are fetched again and again.</summary>
    public static readonly TimeSpan OpenPage = TimeSpan.FromHours(12);

    /// <summary>Writes a look down, unless the same account's same look stands there from a moment ago.</summary>
    /// <param name="account">Who.</param>
    /// <param name="act">What, as a key such as <c>order.seen</c>.</param>
    /// <param name="about">The order, case and call that was looked at.</param>
    /// <param name="within">How long ago a look still counts as the same.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task NoteLookAsync(string account, string act, AuditSubject about, TimeSpan within, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - within;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Audit.AnyAsync(
            row => row.Account == account && row.Act == act && row.At > since
                && row.OrderId == about.OrderId && row.CaseId == about.CaseId && row.CallId == about.CallId,
            cancellationToken))
        {
            Stage(db, account, act, about);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Writes a look down, unless the same account's look at the same call stands there already: an open page looks again and again.</summary>
    public async Task NoteCallAsync(string account, string act, string callId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Audit.AnyAsync(row => row.Account == account && row.Act == act && row.CallId == callId, cancellationToken))
        {
            Stage(db, account, act, new(CallId: callId));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>The same within a transaction that is under way; the caller saves.</summary>
    public void Stage(AutomatDb db, string account, string act, AuditSubject about) => db.Audit.Add(new AuditRow
    {
        At = time.GetUtcNow(),
        Account = account,
        Act = act,
        OrderId = about.OrderId,
        CaseId = about.CaseId,
        CallId = about.CallId,
        Note = about.Note,
    });
}

/// <summary>What an act was about.</summary>
internal readonly record struct AuditSubject(string? OrderId = null, string? CaseId = null, string? CallId = null, string? Note = null);
