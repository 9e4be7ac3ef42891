using System.Globalization;
using IvrAutomat.Proof.Callers;
using IvrAutomat.Proof.Canary;
using IvrAutomat.Proof.World;

namespace IvrAutomat.Proof.Kills;

/// <summary>
/// Calls go on while instances are killed at random moments, preferably while a webhook is under way. Callers, carrier and the shop's systems
/// live in this process; what they saw is compared with what the product kept.
/// </summary>
internal static class KillsRun
{
    /// <summary>Plays it and judges it.</summary>
    public static async Task<Verdict> RunAsync(KillsPlan plan, Action<string> tell, CancellationToken cancellationToken)
    {
        await using var store = await Store.OpenAsync(plan.OnPostgres, cancellationToken);
        await using var town = await Town.OpenAsync(plan.Calls, store, cancellationToken);
        await using var house = await House.OpenAsync(town.Settings, plan.BehindNginx, cancellationToken);
        await store.MirroredAsync(town.Numbers.Count, cancellationToken);
        var pins = await town.PinsAsync(house.At(0), cancellationToken);
        town.SlowDown();
        tell($"{plan.Calls} calls, {plan.Kills} kills, seed {plan.Seed}, {(plan.OnPostgres ? "PostgreSQL" : "SQLite")}, two instances{(plan.BehindNginx ? " behind nginx" : string.Empty)}");
        var chance = new Random(plan.Seed);
        var traffic = new Traffic();
        using var delivery = town.Deliver();
        var killing = KillAsync(plan, house, store, traffic, new Random(plan.Seed + 1), tell, cancellationToken);
        var calls = Enumerable.Range(0, plan.Calls).Select(async at =>
        {
            var wanted = town.PlanOf(at, chance.Next(8), pins);
            var pauses = new Random(chance.Next());
            await traffic.DueAsync(at * plan.Kills / plan.Calls, cancellationToken);
            var caller = new Caller(
                delivery,
                instance =>
                {
                    traffic.Sent(instance);
                    return house.At(instance);
                },
                at % House.Size,
                () => TimeSpan.FromMilliseconds(pauses.Next(20, 400)));
            return await caller.PlayAsync(wanted, cancellationToken);
        });
        var playing = Task.WhenAll(calls);
        await Task.WhenAny(playing, killing);
        var downs = await killing;
        var played = await playing;
        var verdict = await Judge.OfAsync(played, town, store, cancellationToken);
        verdict = new Verdict(
            [string.Create(CultureInfo.InvariantCulture, $"kills                {downs.Count}, nobody there for {(downs.Count == 0 ? TimeSpan.Zero : downs.Order().ElementAt(downs.Count / 2)).TotalSeconds:0.00} s (median)"), .. verdict.Figures],
            [.. verdict.Broken, .. downs.Count < plan.Kills ? [$"only {downs.Count} kills"] : Array.Empty<string>()]);
        if (await house.CountAsync(cancellationToken) is { } count)
        {
            verdict = Judge.OfProxy(verdict, count);
        }

        return await PlantedSecrets.SearchAsync(verdict, town, pins, plan.Calls, store, house.Said, cancellationToken);
    }

    // Kills are spread over the calls: each tenth of the kills lets another tenth of the callers in.
    private static async Task<List<TimeSpan>> KillAsync(
        KillsPlan plan, House house, Store store, Traffic traffic, Random chance, Action<string> tell, CancellationToken cancellationToken)
    {
        var downs = new List<TimeSpan>();
        for (var kill = 0; kill < plan.Kills; kill++)
        {
            traffic.Pass(kill);
            await Task.Delay(chance.Next(100, 1500), cancellationToken);
            var instance = chance.Next(House.Size);
            await traffic.NextAsync(instance, TimeSpan.FromSeconds(1), cancellationToken);
            await Task.Delay(chance.Next(0, 25), cancellationToken);
            downs.Add(plan.OnPostgres && kill % 5 == 4 ? await store.KillAsync(cancellationToken) : await house.KillAsync(instance, cancellationToken));
            if ((kill + 1) % 10 == 0)
            {
                tell($"  {kill + 1} kills");
            }
        }

        traffic.Pass(plan.Kills);
        return downs;
    }
}
