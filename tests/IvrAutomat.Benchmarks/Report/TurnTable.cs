using IvrAutomat.Benchmarks.Hosts;
using IvrAutomat.Benchmarks.Load;

namespace IvrAutomat.Benchmarks.Report;

/// <summary>Turns per second of all variants, as a table.</summary>
internal static class TurnTable
{
    /// <summary>Writes the table. Ratios are taken within each round, before the median.</summary>
    public static string Of(BenchmarkPlan plan, IReadOnlyList<Round> rounds)
    {
        var byNumber = rounds.ToLookup(round => round.Number);
        var rows = Variant.All.Select(variant =>
        {
            var own = rounds.Where(round => round.Variant == variant.Name).ToList();
            var ratios = own.Select(round => round.Rate / byNumber[round.Number].First(IsConstant).Rate);
            var ofNode = own.Where(round => byNumber[round.Number].Any(IsNode)).Select(round => round.Rate / byNumber[round.Number].First(IsNode).Rate).ToList();
            return new[]
            {
                variant.Name,
                Spread.Of(own.Select(round => round.Rate)).Text("N0"),
                Spread.Of(ratios).Text("0.00"),
                ofNode.Count == 0 ? "–" : Spread.Of(ofNode).Text("0.00"),
                $"{Median(own, round => round.P50 / 1000):0.00}",
                $"{Median(own, round => round.P99 / 1000):0.00}",
                $"{Median(own, round => round.HostCpu):N0}",
                $"{own.Sum(round => round.Lost)}",
            };
        });
        return $"""
            Turns over HTTP on loopback: {plan.Callers} calls at once, {plan.Rounds} × {plan.Seconds:0.#} s for each host, in turns; medians, in brackets the range
            Each host is a process of its own; the callers share its machine and take {Median(rounds, round => round.CallersCpu):N0} µs of processor time a turn

            {TextTable.Of(["host", "turns/s", "of constant", "of Node.js", "p50 ms", "p99 ms", "host CPU µs/turn", "lost calls"], rows)}
            """;
    }

    private static bool IsConstant(Round round) => round.Variant == Variant.Constant.Name;

    private static bool IsNode(Round round) => round.Variant == Variant.Node.Name;

    private static double Median(IEnumerable<Round> rounds, Func<Round, double> figure) => Spread.Of(rounds.Select(figure)).Median;
}
