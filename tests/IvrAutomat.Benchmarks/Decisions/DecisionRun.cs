using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace IvrAutomat.Benchmarks.Decisions;

/// <summary>What one decision costs.</summary>
/// <param name="Moment">Which one.</param>
/// <param name="Decide">Deciding alone.</param>
/// <param name="Speak">Deciding and making the words.</param>
internal sealed record DecisionResult(Moment Moment, Cost Decide, Cost Speak);

/// <summary>What one operation costs.</summary>
/// <param name="Nanoseconds">The median over the iterations.</param>
/// <param name="Least">The fastest iteration, in nanoseconds.</param>
/// <param name="Most">The slowest iteration, in nanoseconds.</param>
/// <param name="Bytes">Bytes allocated.</param>
internal sealed record Cost(double Nanoseconds, double Least, double Most, long Bytes);

/// <summary>Runs <see cref="DecisionBenchmarks"/> in this process, quietly.</summary>
internal static class DecisionRun
{
    /// <summary>Measures all moments.</summary>
    /// <param name="folder">Where the tool may write.</param>
    /// <exception cref="InvalidOperationException">The tool could not measure; the message is its own.</exception>
    public static DecisionResult[] Run(string folder)
    {
        // In this process: a generated project could not be restored without the repository's own settings.
        var log = new AccumulationLogger();
        var summary = BenchmarkRunner.Run<DecisionBenchmarks>(ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(log)
            .WithArtifactsPath(folder)
            .WithOptions(ConfigOptions.DisableLogFile));
        var costs = summary.Reports.Where(report => report.ResultStatistics is not null).ToDictionary(NameOf, CostOf);
        var moments = Enum.GetValues<Moment>();
        return costs.Count == 2 * moments.Length
            ? Array.ConvertAll(moments, moment => new DecisionResult(
                moment, costs[(moment, nameof(DecisionBenchmarks.Decide))], costs[(moment, nameof(DecisionBenchmarks.DecideAndSpeak))]))
            : throw new InvalidOperationException($"The decisions could not be measured:{Environment.NewLine}{log.GetLog()}");
    }

    private static (Moment Moment, string Method) NameOf(BenchmarkReport report) => (
        (Moment)report.BenchmarkCase.Parameters[nameof(DecisionBenchmarks.Moment)], report.BenchmarkCase.Descriptor.WorkloadMethod.Name);

    private static Cost CostOf(BenchmarkReport report)
    {
        var times = report.ResultStatistics!;
        return new Cost(times.Median, times.Min, times.Max, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }
}
