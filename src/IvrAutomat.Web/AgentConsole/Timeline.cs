using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Helpdesk;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>One line of what happened around an order.</summary>
/// <param name="At">When.</param>
/// <param name="Text">What.</param>
/// <param name="Link">Where more of it is; null for nowhere.</param>
/// <param name="Who">The colleague who did it; null for the automat and the customer.</param>
internal sealed record Happening(DateTimeOffset At, string Text, string? Link = null, string? Who = null);

/// <summary>Calls, requests, messages, cases and the colleagues' own acts on one line, the newest first.</summary>
internal sealed class Timeline(IDbContextFactory<AutomatDb> contexts)
{
    private const int Longest = 60;
    private const int LongestCourse = 200;

    /// <summary>Around an order.</summary>
    public async Task<IReadOnlyList<Happening>> OfOrderAsync(string orderId, ConsoleTexts t, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var calls = await db.Feed.AsNoTracking().Where(row => row.OrderId == orderId && row.CallId != null && row.Kind == nameof(CallEventKind.Identified))
            .OrderByDescending(row => row.Id).Take(Longest).ToListAsync(cancellationToken);
        var requests = await db.Requests.AsNoTracking().Where(row => row.OrderId == orderId).OrderByDescending(row => row.CreatedAt).Take(Longest).ToListAsync(cancellationToken);
        var messages = await db.Messages.AsNoTracking().Where(row => row.OrderId == orderId && row.Channel != CaseMailQueue.Channel && row.State != MessageState.Void)
            .OrderByDescending(row => row.CreatedAt).Take(Longest).ToListAsync(cancellationToken);
        var cases = await db.Cases.AsNoTracking().Where(row => row.OrderId == orderId).OrderByDescending(row => row.CreatedAt).Take(Longest).ToListAsync(cancellationToken);
        var acts = await db.Audit.AsNoTracking().Where(row => row.OrderId == orderId && row.Act.StartsWith("order.do"))
            .OrderByDescending(row => row.Id).Take(Longest).ToListAsync(cancellationToken);
        return
        [
            .. calls.Select(row => new Happening(row.At, t["timeline.call"], CallPage.PathOf(row.CallId!)))
                .Concat(requests.Select(row => new Happening(
                    row.CreatedAt, $"{t.Name("request", row.Kind)}: {t.Name("request-state", row.State)}", Who: acts.Find(act => act.Note == row.Id)?.Account)))
                .Concat(messages.Select(row => new Happening(row.CreatedAt, $"{t.Name("channel", row.Channel)}: {t.Name("message-state", row.State)}")))
                .Concat(cases.Select(row => new Happening(
                    row.CreatedAt, t.Fill("timeline.case", row.Number, t.Name("case-kind", row.Kind), row.ClosedAt is null ? t["timeline.open"] : t["timeline.closed"]),
                    $"/console/cases/{row.Number}", row.Owner)))
                .OrderByDescending(each => each.At).Take(Longest),
        ];
    }

    /// <summary>The course of one call, the oldest first.</summary>
    public async Task<IReadOnlyList<Happening>> OfCallAsync(string callId, ConsoleTexts t, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await db.Journal.AsNoTracking().Where(row => row.CallId == callId).OrderBy(row => row.Step).Take(LongestCourse)
            .Select(row => new { row.At, row.Input }).ToListAsync(cancellationToken);
        return [.. entries.Select(row => (row.At, Text: CourseText.Of(t, StoredJson.Read<CallerInput>(row.Input))))
            .Where(row => row.Text is not null).Select(row => new Happening(row.At, row.Text!))];
    }
}
