using System.Globalization;
using IvrAutomat.Proof.Callers;
using IvrAutomat.Proof.Canary;
using IvrAutomat.Proof.Guesses;
using IvrAutomat.Proof.World;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Proof.Machines;

/// <summary>
/// Two instances in folders of their own, with prompt files of their own, share a PostgreSQL server and nothing else. Calls go through nginx; where it matters
/// which instance is met, it is met directly.
/// </summary>
internal sealed class MachinesRun(MachinesPlan plan, Town town, House house, IReadOnlyList<string> pins, Delivery delivery, CancellationToken cancellationToken)
{
    private const int Rounds = 3;

    // nginx leaves out for two seconds who did not answer.
    private static readonly TimeSpan LeftOut = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PageHears = TimeSpan.FromSeconds(1), CallersHear = TimeSpan.FromSeconds(2);

    private readonly Random _chance = new(plan.Seed);
    private readonly List<PlayedCall> _played = [];
    private readonly List<string> _figures = [];
    private readonly List<string> _broken = [];

    /// <summary>Plays it and judges it.</summary>
    public static async Task<Verdict> RunAsync(MachinesPlan plan, Action<string> tell, CancellationToken cancellationToken)
    {
        await using var store = await Store.OpenAsync(onPostgres: true, cancellationToken);

        // The last customer only has their PIN guessed.
        await using var town = await Town.OpenAsync((plan.Calls * Rounds) + 1, store, cancellationToken);
        await using var house = await House.OpenAsync(town.Settings, behindNginx: true, cancellationToken, apart: true);
        await store.MirroredAsync(town.Numbers.Count, cancellationToken);
        var pins = await town.PinsAsync(house.At(0), cancellationToken);
        using var delivery = town.Deliver();
        tell($"{plan.Calls * Rounds} calls, seed {plan.Seed}, PostgreSQL, two instances apart, behind nginx");
        var run = new MachinesRun(plan, town, house, pins, delivery, cancellationToken);
        await run.PlayAsync(store);
        var verdict = await Judge.OfAsync(run._played, town, store, cancellationToken);
        verdict = Judge.OfProxy(
            new Verdict([.. verdict.Figures, .. run._figures], [.. verdict.Broken, .. run._broken]), (await house.CountAsync(cancellationToken))!.Value);
        return await PlantedSecrets.SearchAsync(verdict, town, pins, plan.Calls * Rounds, store, house.Said, cancellationToken);
    }

    private async Task PlayAsync(Store store)
    {
        await TurnsAsync("calls in turn", round: 0);
        await LockoutAsync(store);
        using (var admin = new Admin(house, delivery, cancellationToken))
        {
            await admin.SignInAsync();
            var (first, proxy, called) = await admin.SwitchLineAsync();
            Hold("live update", $"the line switched at B: a page open at A hears after {Seconds(first)}, one open through nginx after {Seconds(proxy)}", InTime(first, PageHears) && InTime(proxy, PageHears));
            Hold("line switch", $"switched at B: callers at A get a person after {Seconds(called)}", InTime(called, CallersHear));
            var (published, heard) = await admin.PublishAsync();
            Hold("publishing", $"a greeting published at A, whose texts took {Seconds(published)}: callers at B hear it {Seconds(heard)} after the answer", InTime(heard, CallersHear));
        }

        var calls = PlayCallsAsync(round: 1);
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        var down = await house.KillAsync(1, cancellationToken);
        var killed = await calls;
        var unheard = killed.Sum(call => call.Fallbacks);
        Hold("killed mid-call", $"B killed, nobody there for {Seconds(down)}: of {killed.Count} calls {killed.Count(call => call.End is CallEnd.Dropped or CallEnd.Endless)} dropped, {unheard} webhooks failed", unheard == 0);
        await Task.Delay(LeftOut, cancellationToken);
        await TurnsAsync("back again", round: 2);
    }

    private async Task TurnsAsync(string name, int round)
    {
        var before = (await house.CountAsync(cancellationToken))!.Value;
        var calls = await PlayCallsAsync(round);
        var after = (await house.CountAsync(cancellationToken))!.Value;
        var (first, second) = (after.First - before.First, after.Second - before.Second);
        Hold(name, $"{calls.Count} calls through nginx: {first} turns at A, {second} at B", first > 0 && second > 0);
    }

    private async Task<IReadOnlyList<PlayedCall>> PlayCallsAsync(int round)
    {
        var played = await Task.WhenAll(Enumerable.Range(round * plan.Calls, plan.Calls).Select(at =>
        {
            var pauses = new Random(_chance.Next());
            var caller = new Caller(delivery, house.At, first: 0, () => TimeSpan.FromMilliseconds(pauses.Next(100, 700)));
            return caller.PlayAsync(town.PlanOf(at, _chance.Next(8), pins), cancellationToken);
        }));
        _played.AddRange(played);
        return played;
    }

    // Twice as many guesses as would lock the order if each instance counted for itself; the last one is right.
    private async Task LockoutAsync(Store store)
    {
        var order = plan.Calls * Rounds;
        var pin = town.PinOf(order, pins);
        var number = town.NumberOf(order);
        var tried = 0;
        var attacker = new Attacker(() => house.DirectlyAt(tried % House.Size), delivery);
        var sids = new List<string>();
        for (var caller = 0; tried < Lockout.OrderFromOthers * 2; caller++)
        {
            var from = string.Create(CultureInfo.InvariantCulture, $"+420779{caller:000000}");
            var line = await attacker.ReachPinAsync(from, number, cancellationToken);
            sids.Add(line.Sid);
            for (var each = 0; each < 2; each++)
            {
                tried++;
                await attacker.TryAsync(line, from, $"{(int.Parse(pin, CultureInfo.InvariantCulture) + (tried * 7919)) % 100_000_000:00000000}", cancellationToken);
            }
        }

        var last = await attacker.ReachPinAsync("+420779999999", number, cancellationToken);
        await attacker.TryAsync(last, "+420779999999", pin, cancellationToken);
        var tally = await Tally.OfAsync(store.ReadAsync, [.. sids, last.Sid]);
        Hold(
            "lockout",
            $"{tried} wrong PINs of one order by turns at A and B, then the right one: {tally.Judged.Count} judged of {Lockout.OrderFromOthers} allowed, {tally.Locked} met the lock, {tally.Right} right",
            tally.Judged.Count == Lockout.OrderFromOthers && tally.Right == 0 && tally.Locked == tried + 1 - Lockout.OrderFromOthers);
    }

    private bool InTime(TimeSpan took, TimeSpan limit) => took < (plan.IsTimed ? limit : Admin.Patience);

    private void Hold(string name, string seen, bool holds)
    {
        _figures.Add($"{name,-20} {seen}: {(holds ? "held" : "NOT held")}");
        if (!holds)
        {
            _broken.Add($"{name}: {seen}");
        }
    }

    private static string Seconds(TimeSpan length) => string.Create(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0.00} s");
}
