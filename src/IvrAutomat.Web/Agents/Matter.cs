using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents;

/// <summary>What a wait is about, as far as it matters for who is asked.</summary>
/// <param name="IsOurFault">The shop itself is the reason.</param>
/// <param name="Previous">The agent who last talked about the same order, or with the same unverified number; null when nobody did.</param>
internal sealed record Matter(bool IsOurFault, string? Previous)
{
    /// <summary>Cases of this kind come first.</summary>
    public static readonly string OwnFault = $"{CaseKind.OwnFault}";

    /// <summary>Longer ago nobody remembers.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(14);

    private static readonly Matter Unknown = new(IsOurFault: false, Previous: null);

    /// <summary>The matter of each wait, by the wait's name.</summary>
    public static async Task<IReadOnlyDictionary<string, Matter>> OfAsync(
        AutomatDb db, IReadOnlyList<TransferRow> waits, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string[] numbers = [.. waits.Select(wait => wait.CaseNumber).OfType<string>()];
        var cases = await db.Cases.Where(row => numbers.Contains(row.Number))
            .Select(row => new About(row.Number, row.Kind, row.OrderId, row.CallerKey)).ToDictionaryAsync(row => row.Number, cancellationToken);
        var since = now - Memory;
        string[] orders = [.. cases.Values.Select(row => row.OrderId).OfType<string>()], callers = [.. cases.Values.Select(row => row.CallerKey).OfType<string>()];
        var talks = await (
            from talk in db.Transfers
            join row in db.Cases on talk.CaseNumber equals row.Number
            join offer in db.Offers on talk.OfferId equals offer.Id
            where talk.TakenAt >= since && talk.Outcome == TransferOutcome.Talked
                && ((row.OrderId != null && orders.Contains(row.OrderId)) || (row.CallerKey != null && callers.Contains(row.CallerKey)))
            orderby talk.TakenAt
            select new { row.OrderId, row.CallerKey, offer.Agent }).ToListAsync(cancellationToken);
        return waits.ToDictionary(
            wait => wait.Id,
            wait => wait.CaseNumber is { } number && cases.TryGetValue(number, out var about)
                ? new Matter(
                    about.Kind == OwnFault,
                    talks.LastOrDefault(talk => about.OrderId is { } order ? talk.OrderId == order : talk.CallerKey == about.CallerKey)?.Agent)
                : Unknown,
            StringComparer.Ordinal);
    }

    private sealed record About(string Number, string Kind, string? OrderId, string? CallerKey);
}
