using IvrAutomat.Benchmarks.Callers;
using IvrAutomat.Benchmarks.Hosts;
using IvrAutomat.Benchmarks.Load;

namespace IvrAutomat.Benchmarks.Report;

/// <summary>How long each turn of the conversation takes, as a table: it shows which turn makes the mean.</summary>
internal static class WaitTable
{
    /// <summary>Writes the table.</summary>
    public static string Of(IReadOnlyList<Round> rounds)
    {
        var variants = Variant.All.Where(variant => variant.Converses).ToList();
        var own = rounds.ToLookup(round => round.Variant);
        var rows = Doing.TurnNames.Select((name, turn) => variants
            .Select(variant => Spread.Of(own[variant.Name].Select(round => round.P50OfTurns[turn] / 1000)).Text("0.00"))
            .Prepend(name).ToArray());
        return $"""
            What a caller waits for each turn, in ms: the median of a round; of these the median, in brackets the range

            {TextTable.Of(["turn", .. variants.Select(variant => variant.Name)], rows)}
            """;
    }
}
