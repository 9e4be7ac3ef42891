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

        // From the few cases to their talks, each by its key: the talks of fourteen days are many.
        var same = await db.Cases.Where(row => (row.OrderId != null && orders.Contains(row.OrderId)) || (row.CallerKey != null && callers.Contains(row.CallerKey)))
            .Select(row => new { row.Number, row.OrderId, row.CallerKey }).ToDictionaryAsync(row => row.Number, cancellationToken);
        string[] related = [.. same.Keys];
        var taken = await db.Transfers.Where(talk => related.Contains(talk.CaseNumber!) && talk.TakenAt >= since && talk.Outcome == TransferOutcome.Talked)
            .Join(db.Offers, talk => talk.OfferId, offer => offer.Id, (talk, offer) => new { talk.CaseNumber, talk.TakenAt, offer.Agent })
            .OrderBy(talk => talk.TakenAt).ToListAsync(cancellationToken);
        var talks = taken.ConvertAll(talk => (same[talk.CaseNumber!].OrderId, same[talk.CaseNumber!].CallerKey, talk.Agent));
        return waits.ToDictionary(
            wait => wait.Id,
            wait => wait.CaseNumber is { } number && cases.TryGetValue(number, out var about)
                ? new Matter(
                    about.Kind == OwnFault,
                    talks.FindLast(talk => about.OrderId is { } order ? talk.OrderId == order : talk.CallerKey == about.CallerKey).Agent)
                : Unknown,
            StringComparer.Ordinal);
    }

    private sealed record About(string Number, string Kind, string? OrderId, string? CallerKey);
}
