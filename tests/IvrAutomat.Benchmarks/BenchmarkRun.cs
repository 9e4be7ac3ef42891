using IvrAutomat.Benchmarks.Decisions;
using IvrAutomat.Benchmarks.Hosts;
using IvrAutomat.Benchmarks.Load;
using IvrAutomat.Benchmarks.Report;

namespace IvrAutomat.Benchmarks;

/// <summary>One run: decisions first, while nothing else runs, then the variants in turns, then the report.</summary>
internal static class BenchmarkRun
{
    /// <summary>Measures and prints.</summary>
    /// <returns>0, or 1 when calls were answered wrongly: then the figures are not those of whole conversations.</returns>
    public static async Task<int> RunAsync(BenchmarkPlan plan, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(plan.Folder, $"ivr-benchmarks-{Environment.ProcessId}"));
        try
        {
            var machine = Machine.Look(folder.FullName);
            Console.WriteLine(machine.Describe());
            foreach (var missing in (string?[])[NodeHost.Missing, Variant.PostgresServer is null ? "PostgreSQL is left out: set IVRAUTOMAT_TEST_POSTGRES to a server whose database may be used" : null])
            {
                Console.Write(missing is null ? string.Empty : $"{missing}{Environment.NewLine}");
            }

            Console.WriteLine();
            DecisionResult[] decisions = plan.Decisions ? DecisionRun.Run(folder.FullName) : [];
            if (decisions.Length > 0)
            {
                Console.WriteLine(DecisionTable.Of(decisions));
            }

            var rounds = await LoadRun.RunAsync(plan, folder.FullName, cancellationToken);
            Console.WriteLine(TurnTable.Of(plan, rounds));
            Console.WriteLine(LayerTable.Of(rounds));
            Console.WriteLine(WaitTable.Of(rounds));
            if (plan.Json is { } file)
            {
                var measured = new PlanData(plan.Callers, plan.Rounds, plan.WarmUp, plan.Seconds, plan.MostTurns);
                await RawData.WriteAsync(file, new RawData(machine, measured, decisions, rounds), cancellationToken);
            }

            var lost = rounds.Sum(round => round.Lost);
            if (lost > 0)
            {
                await Console.Error.WriteLineAsync($"{lost} calls were not answered as the conversation goes: see the column \"lost\".");
            }

            return lost == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
