using System.CommandLine;
using System.Globalization;
using IvrAutomat.Benchmarks.Callers;
using IvrAutomat.Benchmarks.Hosts;
using IvrAutomat.Benchmarks.Report;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Benchmarks.Live;

/// <summary>
/// Many calls at once as they really are: people listen and think between turns, want different things and speak different languages. The
/// callers are this process, the automat another; both share the machine.
/// </summary>
internal static class LiveRun
{
    private const double MostMilliseconds = 50;
    private const double MostBytesPerCall = 4096;

    /// <summary>The command.</summary>
    public static Command Command()
    {
        var calls = new Option<int>("--calls") { Description = "Calls at once.", DefaultValueFactory = _ => 5000 };
        var pause = new Option<double>("--pause") { Description = "Seconds between the turns of a call, on average.", DefaultValueFactory = _ => 5 };
        var warmUp = new Option<double>("--warm-up") { Description = "Seconds before it counts.", DefaultValueFactory = _ => 30 };
        var seconds = new Option<double>("--seconds") { Description = "Seconds that count.", DefaultValueFactory = _ => 60 };
        var postgres = new Option<bool>("--postgres") { Description = "On the PostgreSQL server of IVRAUTOMAT_TEST_POSTGRES instead of SQLite." };
        var folder = new Option<string>("--folder") { Description = "Folder for the database.", DefaultValueFactory = _ => Path.GetTempPath() };
        var results = new Option<string?>("--results") { Description = "Folder for load.csv (every turn) and load.svg (the picture)." };
        var isShort = new Option<bool>("--short") { Description = "A hundred calls for some seconds: that it can be measured. Only failed calls and the sweep count." };
        var command = new Command("load", "Drives the webhooks with realistic calls.") { calls, pause, warmUp, seconds, postgres, folder, results, isShort };
        command.SetAction((parsed, stop) => RunAsync(
            Short(parsed.GetValue(isShort), new LivePlan(
                parsed.GetValue(calls), TimeSpan.FromSeconds(parsed.GetValue(pause)), TimeSpan.FromSeconds(parsed.GetValue(warmUp)),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(postgres) ? Variant.Postgres : Variant.SqliteNormal,
                parsed.GetRequiredValue(folder), parsed.GetValue(results))),
            stop));
        return command;
    }

    private static LivePlan Short(bool isShort, LivePlan plan) => !isShort ? plan : plan with
    {
        IsShort = true,
        Calls = 100,
        Pause = TimeSpan.FromSeconds(1),
        WarmUp = TimeSpan.FromSeconds(2),
        Length = TimeSpan.FromSeconds(4),
    };

    private static async Task<int> RunAsync(LivePlan plan, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(plan.Folder, $"ivr-load-{Environment.ProcessId}"));
        try
        {
            Console.WriteLine(Machine.Look(folder.FullName).Describe());
            Console.WriteLine();
            await using var host = await HostProcess.StartAsync(plan.Variant, folder.FullName, cancellationToken);
            using var carrier = new Carrier(host.Address);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var (times, orders) = (new LiveTimes(), DemoCallers.On(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime)));

            // What the first calls load for ever is not theirs.
            await CallForAsync(carrier, orders, times, TimeSpan.FromSeconds(5), cancellationToken);
            var idle = await host.AskAsync(cancellationToken);
            var lines = Enumerable.Range(0, plan.Calls)
                .Select(line => Task.Run(() => new LiveCaller(carrier, orders, plan.Pause, times, line).CallAsync(over.Token), CancellationToken.None)).ToList();
            await Task.Delay(plan.WarmUp, cancellationToken);
            var before = await host.AskAsync(cancellationToken);
            var cpuBefore = host.ProcessorTime;
            times.Count(counts: true);
            await Task.Delay(plan.Length, cancellationToken);
            times.Count(counts: false);
            var cpu = host.ProcessorTime - cpuBefore;
            var after = await host.AskAsync(cancellationToken);
            await over.CancelAsync();
            await Task.WhenAll(lines);
            var code = await ReportAsync(plan, times, idle, before, after, cpu, cancellationToken);
            var (line, isClean) = await LoadSweep.SearchAsync(orders, host, folder.FullName, cancellationToken);
            Console.WriteLine();
            Console.WriteLine(line);
            foreach (var message in host.Messages)
            {
                await Console.Error.WriteLineAsync($"The host logged: {message}");
            }

            return isClean ? code : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CallForAsync(Carrier carrier, IReadOnlyList<DemoOrder> orders, LiveTimes times, TimeSpan length, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(length);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(line => new LiveCaller(carrier, orders, TimeSpan.FromMilliseconds(5), times, -1 - line).CallAsync(over.Token)));
    }

    private static async Task<int> ReportAsync(
        LivePlan plan, LiveTimes times, HostFigures idle, HostFigures before, HostFigures after, TimeSpan cpu, CancellationToken cancellationToken)
    {
        var sorted = times.Sorted();
        var perCall = Math.Max(0, after.Heap - idle.Heap) / (double)plan.Calls;
        var trips = (after.RoundTrips - before.RoundTrips) / (double)sorted.Length;
        Console.WriteLine(TextTable.Of(
            ["host", "live calls", "turns/s", "p50 ms", "p95 ms", "p99 ms", "max ms", "CPU µs/turn", "bytes/turn", "round trips/turn", "bytes/live call", "failed"],
            [[
                plan.Variant.Name, $"{plan.Calls:N0}", $"{sorted.Length / plan.Length.TotalSeconds:N0}", At(0.50), At(0.95), At(0.99), At(1),
                $"{cpu.TotalMicroseconds / sorted.Length:N0}", $"{(after.Allocated - before.Allocated) / (double)sorted.Length:N0}",
                plan.Variant.NeedsPostgres ? trips.ToString("0.0", CultureInfo.InvariantCulture) : "–", $"{perCall:N0}", $"{times.Failed}",
            ]]));
        if (plan.Results is { } results)
        {
            Directory.CreateDirectory(results);
            await times.WriteAsync(Path.Combine(results, "load.csv"), cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(results, "load.svg"), LatencyPicture.Of(sorted), cancellationToken);
        }

        return times.Failed == 0 && (plan.IsShort || (sorted[Index(0.99)] < MostMilliseconds && perCall < MostBytesPerCall)) ? 0 : 1;

        int Index(double part) => (int)Math.Ceiling(part * sorted.Length) - 1;
        string At(double part) => sorted[Index(part)].ToString("0.0", CultureInfo.InvariantCulture);
    }

    private sealed record LivePlan(int Calls, TimeSpan Pause, TimeSpan WarmUp, TimeSpan Length, Variant Variant, string Folder, string? Results)
    {
        /// <summary>Too few and too briefly to be judged by time and memory.</summary>
        public bool IsShort { get; init; }
    }
}
