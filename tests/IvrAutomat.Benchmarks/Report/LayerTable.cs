using IvrAutomat.Benchmarks.Hosts;
using IvrAutomat.Benchmarks.Load;

namespace IvrAutomat.Benchmarks.Report;

/// <summary>What each layer adds to a turn, as a table: the difference between neighbours within each round, then the median.</summary>
internal static class LayerTable
{
    /// <summary>Writes the table. The whole is a turn with <see cref="Variant.SqliteNormal"/>, the default; FULL comes on top of it.</summary>
    public static string Of(IReadOnlyList<Round> rounds)
    {
        var times = rounds.ToLookup(round => round.Variant);
        var whole = Spread.Of(times[Variant.SqliteNormal.Name].Select(round => round.MicrosPerTurn)).Median;
        var rows = Variant.Layers.Select((variant, at) =>
        {
            var own = times[variant.Name];
            var before = at == 0 ? null : times[Variant.Layers[at - 1].Name];
            var time = Added(own, before, round => round.MicrosPerTurn);
            var share = Math.Round(time.Median / whole, 2) + 0.0;
            return new[]
            {
                variant.Layer!, time.Text("N0"), variant == Variant.SqliteFull ? $"+{share:0%}" : $"{share:0%}",
                $"{Added(own, before, round => round.HostCpu).Median:N0}",
            };
        });
        return $"""
            Share of each layer: time of the machine a turn beyond the host without the layer; 100 % is a turn with {Variant.SqliteNormal.Name}

            {TextTable.Of(["layer", "µs/turn", "share", "host CPU µs/turn"], rows)}
            """;
    }

    // A variant's rounds stand in the same order everywhere, so neighbours of one round meet.
    private static Spread Added(IEnumerable<Round> own, IEnumerable<Round>? before, Func<Round, double> figure)
        => Spread.Of(before is null ? own.Select(figure) : own.Zip(before, (with, without) => figure(with) - figure(without)));
}
