using IvrAutomat.Benchmarks.Callers;
using IvrAutomat.Benchmarks.Hosts;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Benchmarks.Load;

/// <summary>
/// All variants in turns, forth and back: A B C D E, E D C B A, … A machine that is busy for a while is busy for all of them, and none is
/// always measured right after the one that leaves most behind for the disk to do.
/// </summary>
internal static class LoadRun
{
    /// <summary>Between two measurements: what the last host still does in the background shall not count for the next.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);

    /// <summary>Starts all hosts that can be measured here, warms them up and measures.</summary>
    public static Task<IReadOnlyList<Round>> RunAsync(BenchmarkPlan plan, string folder, CancellationToken cancellationToken)
        => RunAsync(Variant.All, plan, folder, cancellationToken);

    /// <summary>Starts some hosts, warms them up and measures.</summary>
    public static async Task<IReadOnlyList<Round>> RunAsync(IReadOnlyList<Variant> variants, BenchmarkPlan plan, string folder, CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(new ShopOptions().TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), zone).DateTime);
        var callers = DemoCallers.On(today);
        var hosts = new List<HostProcess>();
        try
        {
            foreach (var variant in variants)
            {
                hosts.Add(await HostProcess.StartAsync(variant, folder, cancellationToken));
            }

            await Rehearsal.PlayAsync(hosts, callers, cancellationToken);
            var rounds = new List<Round>();

            for (var number = 1 - plan.WarmUp; number <= plan.Rounds; number++)
            {
                foreach (var host in number % 2 != 0 ? hosts : Enumerable.Reverse(hosts))
                {
                    await Task.Delay(Rest, cancellationToken);
                    rounds.Add(await RoundRun.RunAsync(host, plan, callers, number, cancellationToken));
                }
            }

            return [.. rounds.Where(round => round.Number > 0)];
        }
        finally
        {
            foreach (var host in hosts)
            {
                await host.DisposeAsync();
                if (host.Messages.Count > 0)
                {
                    var lines = string.Concat(host.Messages.Select(line => $"{Environment.NewLine}  {line}"));
                    await Console.Error.WriteLineAsync($"'{host.Variant.Name}' logged:{lines}");
                }
            }
        }
    }
}
