using System.Collections.Concurrent;
using IvrAutomat.Proof.World;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Stage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Proof.BadCarrier;

/// <summary>
/// Plays call scripts in virtual time while the carrier delivers webhooks twice, late, out of order or not at all, by chance. A script's own
/// expectations may be missed, because keys that a caller presses between two documents are lost; but no call may end by the carrier's hand, no
/// document may break its rules, no answer may take over two seconds, and nothing destructive may be asked for twice in one call.
/// </summary>
internal static class CarrierRun
{
    private const int HousesAtOnce = 2;

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(2);

    // These wait for an answer that comes late themselves, or count what the carrier does: a fault on top would be another story.
    private static readonly string[] Elsewhere = ["carrier", "slow-shop", "failures", "handover", "queue", "line"];

    /// <summary>Plays so many scripts, each with faults of its own.</summary>
    public static async Task<Verdict> RunAsync(int count, int seed, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(SourceTree.Root, "tests", "calls");
        var chance = new Random(seed);
        var all = Scripts.FilesIn(folder).Where(file => !Elsewhere.Contains(Path.GetFileName(Path.GetDirectoryName(file)), StringComparer.Ordinal))
            .Select(file => Scripts.Read(file).Script).OfType<CallScript>()
            .Where(script => Scripts.SettingsOf(script).Count == 0 && script.Given.Faults == CarrierFaults.None with { LoseCallbacks = script.Given.Faults.LoseCallbacks, Rest = script.Given.Faults.Rest })
            .ToArray();
        var played = Enumerable.Range(0, count).Select(_ => (Script: all[chance.Next(all.Length)], Faults: Draw(chance))).ToList();
        var broken = new ConcurrentBag<string>();
        var (asExpected, calls) = (0, 0);
        await Parallel.ForAsync(0, HousesAtOnce, cancellationToken, async (at, stop) =>
        {
            var settings = new Dictionary<string, string?> { ["Prompts:Folder"] = Path.Combine(SourceTree.Root, "prompts") };
            await using var house = await ScriptHouse.OpenAsync(settings, documents: null, logTo: null, stop);
            foreach (var (script, faults) in played.Where((_, index) => index % HousesAtOnce == at))
            {
                var before = house.Carrier.Calls.Select(call => call.Sid).ToHashSet(StringComparer.Ordinal);
                house.Carrier.ForgetSlowest();
                var result = await house.Runner.RunAsync(script with { Given = script.Given with { Faults = faults.Faults } }, stop);
                Interlocked.Add(ref asExpected, result.Failure is null ? 1 : 0);
                var made = house.Carrier.Calls.Where(call => call.IsInbound && !before.Contains(call.Sid)).ToList();
                Interlocked.Add(ref calls, made.Count);
                foreach (var wrong in made.SelectMany(call => WrongWith(call, faults.Faults)).Concat(await TwiceAsync(house)).Concat(Late(house)))
                {
                    broken.Add($"{script.File}, {faults.Name}: {wrong}");
                }
            }
        });
        var kinds = played.GroupBy(each => each.Faults.Name.Split(' ')[0]).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}");
        return new Verdict(
            [
                $"scripts  {count} drawn from {all.Length}, seed {seed}: {string.Join(", ", kinds)}",
                $"calls    {calls}, none of which may be dropped; {asExpected} scripts went word by word as without faults",
            ],
            [.. broken.Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> WrongWith(Simulator.Carrier.PhoneCall call, CarrierFaults faults)
    {
        var events = call.Transcript.After(0);
        foreach (var ended in events.OfType<CallEnded>().Where(ended => ended.By == EndedBy.Carrier))
        {
            yield return $"dropped by the carrier: {ended.Reason}";
        }

        // The answer that got lost is told as trouble once; the fallback address carries on.
        foreach (var trouble in events.OfType<Trouble>().Skip(faults.LoseAnswer is null ? 0 : 1))
        {
            yield return $"error {trouble.Code}: {trouble.Text}";
        }
    }

    private static async Task<IReadOnlyList<string>> TwiceAsync(ScriptHouse house)
    {
        await using var db = await house.Services.GetRequiredService<IDbContextFactory<AutomatDb>>().CreateDbContextAsync();
        return await db.Requests.Where(request => request.Kind == "cancel-order" || request.Kind == "note-return" || request.Kind == "arrange-return" || request.Kind == "change-payment")
            .GroupBy(request => new { request.CallId, request.OrderId, request.Kind }).Where(same => same.Count() > 1)
            .Select(same => same.Key.Kind + " twice in one call").ToListAsync();
    }

    private static IEnumerable<string> Late(ScriptHouse house)
        => house.Carrier.SlowestAnswer > LongestAnswer ? [$"an answer took {house.Carrier.SlowestAnswer.TotalSeconds:0.0} s"] : [];

    private static (string Name, CarrierFaults Faults) Draw(Random chance)
    {
        var none = CarrierFaults.None;
        var (lost, late) = (chance.Next(1, 6), chance.Next(100, 900));
        return chance.Next(6) switch
        {
            0 => ("twice", none with { DeliverTwice = true, StatusCallbackTwice = true }),
            1 => ($"lost answer {lost}", none with { LoseAnswer = lost }),
            2 => ($"late {late} ms", none with { Delay = TimeSpan.FromMilliseconds(late) }),
            3 => ("swapped", none with { SwapCallbacks = true, CallbackDelay = TimeSpan.FromSeconds(chance.Next(1, 10)) }),
            4 => ("unreported", none with { LoseStatusCallback = true }),
            _ => ($"twice-and-lost {lost}", none with { DeliverTwice = true, LoseAnswer = lost, StatusCallbackTwice = true }),
        };
    }
}
