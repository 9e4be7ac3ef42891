using System.CommandLine;
using System.Globalization;
using IvrAutomat.Benchmarks.Hosts;
using IvrAutomat.Benchmarks.Load;
using IvrAutomat.Benchmarks.Report;

namespace IvrAutomat.Benchmarks.History;

/// <summary>Measures whether a turn costs more the more calls lie behind it: the same host with little and with much, in turns.</summary>
internal static class HistoryRun
{
    private const double MostGrowth = 1.10;

    /// <summary>The command.</summary>
    public static Command Command()
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each.", DefaultValueFactory = _ => 7 };
        var seconds = new Option<double>("--seconds") { Description = "Length of a round.", DefaultValueFactory = _ => 3 };
        var folder = new Option<string>("--folder") { Description = "Folder for the databases.", DefaultValueFactory = _ => Path.GetTempPath() };
        var command = new Command("history", "Measures a turn with a thousand and with a million journal entries behind it.") { rounds, seconds, folder };
        command.SetAction((parsed, stop) => RunAsync(
            new BenchmarkPlan
            {
                Callers = 16,
                Rounds = parsed.GetValue(rounds),
                WarmUp = 5,
                Seconds = parsed.GetValue(seconds),
                MostTurns = 200_000,
                Folder = parsed.GetRequiredValue(folder),
                Decisions = false,
            },
            stop));
        return command;
    }

    private static async Task<int> RunAsync(BenchmarkPlan plan, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(plan.Folder, $"ivr-history-{Environment.ProcessId}"));
        try
        {
            Console.WriteLine(Machine.Look(folder.FullName).Describe());
            Console.WriteLine();
            var rounds = await LoadRun.RunAsync(Variant.Histories, plan, folder.FullName, cancellationToken);
            var (little, much) = (Of(rounds, 0), Of(rounds, 1));
            var growth = Spread.Of(little.Zip(much, (one, other) => other.HostCpu / one.HostCpu));
            Console.WriteLine(TextTable.Of(
                ["behind the turns", "turns/s", "p99 ms", "host CPU µs/turn", "of the first"],
                [Row(little, "1.00"), Row(much, growth.Text("0.00"))]));
            return growth.Median <= MostGrowth && rounds.Sum(round => round.Lost) == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<Round> Of(IReadOnlyList<Round> rounds, int at)
        => [.. rounds.Where(round => round.Variant == Variant.Histories[at].Name).OrderBy(round => round.Number)];

    private static string[] Row(List<Round> own, string growth) =>
    [
        own[0].Variant,
        Spread.Of(own.Select(round => round.Rate)).Text("N0"),
        Spread.Of(own.Select(round => round.P99 / 1000)).Median.ToString("0.00", CultureInfo.InvariantCulture),
        Spread.Of(own.Select(round => round.HostCpu)).Text("N0"),
        growth,
    ];
}
