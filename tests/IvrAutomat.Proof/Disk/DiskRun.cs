using System.Globalization;
using IvrAutomat.Proof.Callers;
using IvrAutomat.Proof.Canary;
using IvrAutomat.Proof.World;

namespace IvrAutomat.Proof.Disk;

/// <summary>
/// Calls go on while the disk of the database becomes full and has room again, several times. Nobody starts the product anew; what callers saw
/// is compared with what it kept, and health, doctor and backup are asked while nothing can be written.
/// </summary>
internal static class DiskRun
{
    /// <summary>Plays it and judges it.</summary>
    public static async Task<Verdict> RunAsync(DiskPlan plan, Action<string> tell, CancellationToken cancellationToken)
    {
        await using var disk = await FullDisk.MakeAsync(plan.ByLimit, cancellationToken);
        await using var store = await Store.OpenAsync(onPostgres: false, cancellationToken, disk.Folder);
        await using var town = await Town.OpenAsync(plan.Calls, store, cancellationToken);
        await using var product = await ProductProcess.StartAsync(town.Settings, cancellationToken, launcher: disk.Launcher);
        await store.MirroredAsync(town.Numbers.Count, cancellationToken);
        var pins = await town.PinsAsync(product.Address, cancellationToken);
        town.SlowDown();
        tell($"{plan.Calls} calls, {plan.Fills} times full, seed {plan.Seed}: {disk.Kind}");
        var chance = new Random(plan.Seed);
        using var delivery = town.Deliver();
        var watch = new Watch(product.Address);
        var operations = new Operations(disk, store, town.Settings);
        var calls = new List<Task<PlayedCall>>();
        var healed = new List<TimeSpan>();
        for (var phase = 0; phase <= 2 * plan.Fills; phase++)
        {
            var isFull = phase % 2 == 1;
            if (isFull)
            {
                await disk.FillAsync(product.Id, cancellationToken);
            }
            else if (phase > 0)
            {
                await operations.LookAsync(cancellationToken);
                await disk.FreeAsync(product.Id, cancellationToken);
                healed.Add(await watch.ReadyAsync(cancellationToken));
            }

            for (var each = 0; each < plan.CallsEach; each++)
            {
                calls.Add(CallAsync(calls.Count, chance.Next(8), new Random(chance.Next())));
                await Task.Delay(chance.Next(50, 250), cancellationToken);
            }

            if (isFull)
            {
                await watch.NotReadyAsync(cancellationToken);
            }

            tell($"  {(isFull ? "full" : "room")}: {plan.CallsEach} calls have begun");
        }

        var played = await Task.WhenAll(calls);
        var verdict = await Judge.OfAsync(played, town, store, cancellationToken);
        verdict = new Verdict(
            [
                $"disk                 {disk.Kind}",
                string.Create(CultureInfo.InvariantCulture, $"full                 {plan.Fills} times; ready again {healed.Max().TotalSeconds:0.0} s after there was room, at the latest"),
                .. verdict.Figures,
            ],
            [.. verdict.Broken, .. watch.Broken, .. operations.Broken, .. WrongWith(plan, played), .. Undecided(plan, played)]);
        return await PlantedSecrets.SearchAsync(verdict, town, pins, plan.Calls, store, product.Output, cancellationToken);

        Task<PlayedCall> CallAsync(int call, int kind, Random pauses)
            => new Caller(delivery, _ => product.Address, first: 0, () => TimeSpan.FromMilliseconds(pauses.Next(20, 400))).PlayAsync(town.PlanOf(call, kind, pins), cancellationToken);
    }

    private static IEnumerable<string> WrongWith(DiskPlan plan, IEnumerable<PlayedCall> calls)
    {
        foreach (var call in calls)
        {
            if (call.Fallbacks > 0)
            {
                yield return $"call {call.Sid}, {call.Plan.Name}: {call.Fallbacks} webhooks had no valid answer";
            }

            if (call.Slowest > plan.LongestAnswer)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"call {call.Sid}, {call.Plan.Name}: an answer took {call.Slowest.TotalSeconds:0.00} s");
            }
        }
    }

    // Callers who came last met a disk with room: had they been sent to a person, nothing would have gone on by itself.
    private static IEnumerable<string> Undecided(DiskPlan plan, PlayedCall[] calls)
    {
        foreach (var call in calls.Skip(calls.Length - plan.CallsEach).Where(call => call.End == CallEnd.Person))
        {
            yield return $"call {call.Sid}, {call.Plan.Name}: sent to a person although there is room";
        }

        if (!Array.Exists(calls, call => call.End == CallEnd.Person))
        {
            yield return "nobody was sent to a person: the disk was never full, so nothing was proved";
        }
    }
}
