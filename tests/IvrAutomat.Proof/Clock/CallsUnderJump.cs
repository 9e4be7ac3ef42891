using System.Globalization;
using IvrAutomat.Proof.Callers;
using IvrAutomat.Proof.Canary;
using IvrAutomat.Proof.World;
using IvrAutomat.Web.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IvrAutomat.Proof.Clock;

/// <summary>
/// Two instances on one database, on a machine whose clock jumps while calls are live and requests are under way at slow systems, whose own
/// clocks do not. Each looks for calls that have gone quiet right after the jump, as it does every minute.
/// </summary>
internal static class CallsUnderJump
{
    // Longer than a turn waits and shorter than a lease: the jump falls between the beginning and the end of requests.
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(3);

    // More would wait for a place at those slow systems until their callers are told that a message follows: they would end before they end.
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMilliseconds(600);

    /// <summary>Plays one jump.</summary>
    public static async Task<Verdict> RunAsync(ClockJump jump, ClockPlan plan, CancellationToken cancellationToken)
    {
        var clock = jump.Before is { } before ? new ForwardClock(before) : new ForwardClock();
        await using var store = await Store.OpenAsync(onPostgres: false, cancellationToken);
        await using var town = await Town.OpenAsync(plan.Calls, store, cancellationToken, jump.Before is { } there ? new ForwardClock(there) : TimeProvider.System);
        var settings = town.Settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal);
        await using var first = await OpenHouse.StartAsync(settings, clock, cancellationToken);
        await using var second = await OpenHouse.StartAsync(settings, clock, cancellationToken);
        OpenHouse[] houses = [first, second];
        await store.MirroredAsync(town.Numbers.Count, cancellationToken);
        var pins = await town.PinsAsync(first.Address, cancellationToken);
        town.SlowDown(Slowness);
        var chance = new Random(plan.Seed);
        using var delivery = town.Deliver();
        var calls = Enumerable.Range(0, plan.Calls).Select(async at =>
        {
            var (kind, pauses, late) = (chance.Next(8), new Random(chance.Next()), chance.Next(0, plan.Calls * (int)BetweenCalls.TotalMilliseconds));
            await Task.Delay(late, cancellationToken);
            return await new Caller(delivery, instance => houses[instance].Address, at % houses.Length, () => TimeSpan.FromMilliseconds(pauses.Next(200, 1200)))
                .PlayAsync(town.PlanOf(at, kind, pins), cancellationToken);
        }).ToList();

        // In the middle of requests that were begun.
        await store.BusyAsync(Math.Max(2, plan.Calls / 20), plan.Calls * BetweenCalls, cancellationToken);
        var under = await store.ReadAsync(db => db.Requests.CountAsync(request => request.FinishedAt == null, cancellationToken));
        clock.Advance(jump.By);
        foreach (var house in houses)
        {
            await house.Services.GetServices<IHostedService>().OfType<StaleCalls>().Single().LookAsync(cancellationToken);
        }

        var played = await Task.WhenAll(calls);
        var verdict = await Judge.OfAsync(played, town, store, cancellationToken);
        var requests = await store.ReadAsync(db => db.Requests.AsNoTracking().ToListAsync(cancellationToken));
        verdict = new Verdict(
            [
                string.Create(CultureInfo.InvariantCulture, $"{played.Length} calls, {under} of {requests.Count} requests under way; slowest answer {played.Max(call => call.Slowest).TotalSeconds:0.00} s"),
                .. verdict.Figures,
            ],
            [
                .. verdict.Broken,
                .. WrongWith(plan, played),
                .. under == 0 ? ["no request was under way: little was proved"] : Array.Empty<string>(),
                .. houses.SelectMany(house => house.Log.Lines).Where(IsTrouble).Select(line => $"the log says: {line}"),
            ]);
        return await PlantedSecrets.SearchAsync(
            verdict, town, pins, plan.Calls, store, string.Join('\n', houses.SelectMany(house => house.Log.Lines)), cancellationToken);
    }

    private static IEnumerable<string> WrongWith(ClockPlan plan, IEnumerable<PlayedCall> calls)
    {
        foreach (var call in calls)
        {
            if (call.Fallbacks > 0)
            {
                yield return $"call {call.Sid}, {call.Plan.Name}: {call.Fallbacks} webhooks had no valid answer";
            }

            // A call that was taken for dead is told goodbye; one that could not be carried on goes to a person.
            if (call.End == CallEnd.Person && call.Plan.Name != "person")
            {
                yield return $"call {call.Sid}, {call.Plan.Name}: sent to a person";
            }

            if (call.Acknowledged.Count < call.Plan.Doings.Count && call.End == CallEnd.Automat)
            {
                yield return $"call {call.Sid}, {call.Plan.Name}: ended by the automat after {call.Acknowledged.Count} of {call.Plan.Doings.Count} inputs";
            }

            if (call.Slowest > plan.LongestAnswer)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"call {call.Sid}, {call.Plan.Name}: an answer took {call.Slowest.TotalSeconds:0.00} s");
            }
        }
    }

    private static bool IsTrouble(string line) => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal)
        || line.Contains("Exception", StringComparison.Ordinal) || line.Contains("took longer than its lease", StringComparison.Ordinal);
}
