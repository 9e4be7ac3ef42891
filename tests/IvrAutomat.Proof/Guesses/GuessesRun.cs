using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IvrAutomat.Proof.Callers;
using IvrAutomat.Proof.World;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Proof.Guesses;

/// <summary>
/// Attacks on PINs by telephone, in forward time, each in a house of its own. No more guesses may be judged than the lockout allows, so no more
/// may succeed than chance gives these; and what the attacker hears does not tell an unknown order from a wrong PIN, nor a locked one.
/// </summary>
internal sealed partial class GuessesRun(GuessesPlan plan, Action<string> tell, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Random _chance = new(plan.Seed);
    private readonly IReadOnlyList<(string Number, string Pin, string Phone)> _orders =
        [.. DemoOrders.On(new DateOnly(2026, 11, 23)).Select(demo => (demo.Order.Number, demo.Pin, demo.Phone))];

    private readonly List<string> _figures = [];
    private readonly List<string> _broken = [];
    private int _stranger;

    /// <summary>Attacks in every way and judges.</summary>
    public async Task<Verdict> RunAsync()
    {
        var each = plan.Guesses / 6;
        _figures.Add($"{plan.Guesses} guesses, seed {plan.Seed}; {Arithmetic.Pins} PINs of four digits, so one judged guess opens an order with a chance of 1 to {Arithmetic.Pins}");
        _figures.Add($"{"attack",-44}{"guesses",8}{"judged",8}{"allowed",9}{"right",7}{"at most",9}");
        var (first, spaced) = (_orders[0], TimeSpan.FromMinutes(3));

        // 5 a day from others than the order's own number.
        await AttackAsync("one order, a new number each call", each, spaced, Lockout.OrderFromOthers, Day, (_, _) => (Stranger(), first.Number, 3));
        await AttackAsync("one order, withheld", each, spaced, Lockout.OrderFromOthers, Day, (_, _) => (null, first.Number, 3));

        // 10 a day: the attacker pretends to call from the order's own number, which carriers do not prevent.
        await AttackAsync("one order, its own number pretended", each, spaced, Lockout.OrderFromOwn, Day, (_, _) => (_orders[8].Phone, null, 3));

        // 10 a day for each caller, whatever orders are tried.
        var caller = Stranger();
        await AttackAsync("many orders, one caller", each, spaced, Lockout.PerCaller, Day, (at, _) => (caller, _orders[at % _orders.Count].Number, 1));

        // Five orders with one PIN, or a hundred failures, close the PIN to all foreign numbers for an hour.
        await AttackAsync("many orders, one PIN, many callers", each, TimeSpan.FromSeconds(20), Lockout.InAllPerHour, Hour, (at, _) => (Stranger(), _orders[at % _orders.Count].Number, 1), onePin: "4711");
        await AttackAsync("unknown and known orders, many callers", each, TimeSpan.FromSeconds(5), Lockout.InAllPerHour, Hour, (at, _) => (Stranger(), at % 2 == 0 ? $"20260{90000 + at}" : _orders[at % _orders.Count].Number, 3));
        await AtOnceAsync();
        await SoundsAlikeAsync();
        return new Verdict(_figures, _broken);
    }

    private async Task AttackAsync(
        string name, int guesses, TimeSpan pause, int allowed, TimeSpan within, Func<int, Random, (string? From, string? Number, int Most)> call, string? onePin = null)
    {
        var clock = new ForwardClock();
        await using var house = await OpenHouse.StartAsync(time: clock, cancellationToken: cancellationToken);
        using var delivery = DeliveryTo(house);
        var attacker = new Attacker(() => house.Address, delivery);
        var calls = new List<string>();
        for (var (guessed, at) = (0, 0); guessed < guesses; at++)
        {
            var (from, number, most) = call(at, _chance);
            var pins = Enumerable.Range(0, most).Select(_ => onePin ?? Guess()).ToList();
            var (sid, _) = await attacker.CallAsync(from, number, pins, cancellationToken);
            calls.Add(sid);
            guessed += pins.Count;
            clock.Advance(pause);
        }

        var tally = await Tally.OfAsync(house.ReadAsync, calls);
        var judged = tally.MostWithin(within);
        Judge(name, tally.Judged.Count + tally.Locked, $"{judged}", allowed, tally, within);
        if (judged > allowed)
        {
            _broken.Add($"{name}: {judged} guesses were judged within {within.TotalHours} h, {allowed} are allowed");
        }

        if (tally.Judged.Count == 0)
        {
            _broken.Add($"{name}: nothing was judged, so nothing was proved");
        }
    }

    // The counts are read before a turn is saved: calls that try at the very same moment must not each find room for one more.
    private async Task AtOnceAsync()
    {
        const int Callers = 40;
        var clock = new ForwardClock();
        await using var house = await OpenHouse.StartAsync(time: clock, cancellationToken: cancellationToken);
        using var delivery = DeliveryTo(house);
        var attacker = new Attacker(() => house.Address, delivery);
        var lines = new List<(Attacker.Line Line, string From)>();
        for (var at = 0; at < Callers; at++)
        {
            var from = Stranger();
            lines.Add((await attacker.ReachPinAsync(from, _orders[0].Number, cancellationToken), from));
        }

        var pins = lines.ConvertAll(_ => Guess());
        await Task.WhenAll(lines.Select((line, at) => attacker.TryAsync(line.Line, line.From, pins[at], cancellationToken)));
        var tally = await Tally.OfAsync(house.ReadAsync, lines.Select(line => line.Line.Sid));
        Judge("one order, forty calls at the same moment", Callers, $"{tally.Judged.Count}", Lockout.OrderFromOthers, tally, Day);
        if (tally.Judged.Count > Lockout.OrderFromOthers)
        {
            _broken.Add($"forty calls at the same moment: {tally.Judged.Count} guesses on one order were judged, {Lockout.OrderFromOthers} are allowed");
        }

        var (sid, _) = await attacker.CallAsync(Stranger(), _orders[0].Number, [_orders[0].Pin], cancellationToken);
        if ((await Tally.OfAsync(house.ReadAsync, [sid])).Right > 0)
        {
            _broken.Add("after forty wrong guesses the order is not locked");
        }
    }

    private async Task SoundsAlikeAsync()
    {
        await using var house = await OpenHouse.StartAsync(time: new ForwardClock(), cancellationToken: cancellationToken);
        using var delivery = DeliveryTo(house);
        var attacker = new Attacker(() => house.Address, delivery);
        string[] pins = ["9082", "9083", "9084"];
        var unknown = (await attacker.CallAsync(Stranger(), "2026999999", pins, cancellationToken)).Heard;
        var wrong = (await attacker.CallAsync(Stranger(), _orders[4].Number, pins, cancellationToken)).Heard;
        await attacker.CallAsync(Stranger(), _orders[4].Number, pins, cancellationToken);
        var locked = (await attacker.CallAsync(Stranger(), _orders[4].Number, [_orders[4].Pin, .. pins[1..]], cancellationToken)).Heard;
        var alike = Same(unknown, wrong) && Same(unknown, locked);
        _figures.Add($"unknown order, wrong PIN, right PIN of a locked order: {unknown.Count} documents each, {(alike ? "the same bytes" : "NOT the same bytes")} but for the number typed and the queue's random name (time: TimingTests)");
        if (!alike)
        {
            _broken.Add("the documents of an unknown order, a wrong PIN and a locked order differ");
        }

        static bool Same(IReadOnlyList<byte[]> one, IReadOnlyList<byte[]> other) => one.Count == other.Count && one.Zip(other).All(pair => Plain(pair.First) == Plain(pair.Second));

        // The caller's own number is read back to them, and every wait has a name of its own: neither tells anything about the order.
        static string Plain(byte[] document) => QueueName().Replace(TypedNumber().Replace(Encoding.UTF8.GetString(document), "Číslo bylo N."), "q");
    }

    private void Judge(string name, int guesses, string judged, int allowed, Tally tally, TimeSpan within)
    {
        var most = Arithmetic.MostRight(tally.Judged.Count);
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{name,-44}{guesses,8}{judged,8}{$"{allowed}/{within.TotalHours:0} h",9}{tally.Right,7}{most,9}");
        _figures.Add(line);
        tell(line);
        if (tally.Right > most)
        {
            _broken.Add($"{name}: {tally.Right} of {tally.Judged.Count} judged guesses were right, more than {most} is beyond chance");
        }
    }

    private static Delivery DeliveryTo(OpenHouse house) => new(OpenHouse.Account, house.Address.AbsoluteUri.TrimEnd('/'));

    // Any PIN that an order may have, the right one included: the bound is about chance.
    private string Guess()
    {
        var pin = $"{_chance.Next(1000, 10_000)}";
        return PinShape.IsTrivial(pin) ? Guess() : pin;
    }

    private string Stranger() => $"+4207{_stranger++ % 100_000_000:00000000}";

    [GeneratedRegex(@"Číslo bylo [^.<]*\.", RegexOptions.None, 10_000)]
    private static partial Regex TypedNumber();

    [GeneratedRegex("q-[0-9a-f]{32}", RegexOptions.None, 10_000)]
    private static partial Regex QueueName();
}
