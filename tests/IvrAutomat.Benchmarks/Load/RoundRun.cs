using IvrAutomat.Benchmarks.Callers;
using IvrAutomat.Benchmarks.Hosts;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Benchmarks.Load;

/// <summary>Plays calls against one host for one window: so many at a time, each caller's next call right after the last.</summary>
internal static class RoundRun
{
    /// <summary>A host that answers nothing for so long is broken.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs one round. A call that has begun is finished, but what comes after the window does not count.</summary>
    public static async Task<Round> RunAsync(
        HostProcess host, BenchmarkPlan plan, IReadOnlyList<DemoOrder> callers, int number, CancellationToken cancellationToken)
    {
        using var carrier = new Carrier(host.Address);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var length = TimeSpan.FromSeconds(plan.Seconds);
        limit.CancelAfter(length + Patience);
        var hostBefore = host.ProcessorTime;
        var callersBefore = Environment.CpuUsage.TotalTime;
        var window = new Window(length, plan.MostTurns);
        var call = new PlayedCall(carrier, host.Variant.Converses);
        var lines = await Task.WhenAll(Enumerable.Range(0, plan.Callers).Select(line => Task.Run(
            () => CallAsync(call, window, callers, plan.WarmUp + number, line, limit.Token), limit.Token)));
        var hostCpu = host.ProcessorTime - hostBefore;
        var callersCpu = Environment.CpuUsage.TotalTime - callersBefore;
        var all = lines.Sum(line => line.AllTurns);
        var noted = lines.SelectMany(line => line.Waits).ToLookup(wait => wait.Turn, wait => wait.Micros);
        var waits = noted.SelectMany(each => each).Order().ToArray();
        return waits.Length == 0
            ? throw new InvalidOperationException(
                $"'{host.Variant.Name}' answered no turn within {plan.Seconds} s as the conversation goes; {lines.Sum(line => line.Lost)} calls were lost.")
            : new Round(
                host.Variant.Name, number, window.Turns, window.Length.TotalSeconds, Percentile(waits, 0.50), Percentile(waits, 0.99),
                hostCpu.TotalMicroseconds / all, callersCpu.TotalMicroseconds / all, lines.Sum(line => line.Lost),
                [.. Doing.TurnNames.Select((_, turn) => noted.Contains(turn) ? Percentile([.. noted[turn].Order()], 0.50) : 0)]);
    }

    private static async Task<Line> CallAsync(
        PlayedCall call, Window window, IReadOnlyList<DemoOrder> callers, int round, int line, CancellationToken cancellationToken)
    {
        var waits = new List<Wait>();
        var (all, lost) = (0, 0);
        for (var at = 0; window.IsOpen; at++)
        {
            var caller = callers[(line + at) % callers.Count];
            var wasPlayed = await call.PlayAsync($"CA{round:x8}{line:x8}{at:x16}", caller.Phone, caller.Pin, Note, cancellationToken);
            lost += wasPlayed ? 0 : 1;
        }

        return new Line(waits, all, lost);

        void Note(int turn, string document, TimeSpan took)
        {
            all++;
            if (window.Count())
            {
                waits.Add(new Wait(turn, took.TotalMicroseconds));
            }
        }
    }

    private static double Percentile(double[] sorted, double part) => sorted[(int)Math.Ceiling(part * sorted.Length) - 1];

    private sealed record Line(List<Wait> Waits, int AllTurns, int Lost);

    private readonly record struct Wait(int Turn, double Micros);
}
