using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IvrAutomat.Proof.Callers;
using IvrAutomat.Proof.Canary;
using IvrAutomat.Proof.World;
using IvrAutomat.Simulator;
using IvrAutomat.Simulator.Shops;

namespace IvrAutomat.Proof.Kills;

/// <summary>
/// Calls go on while instances are killed at random moments, preferably while a webhook is under way. Callers, carrier and the shop's systems
/// live in this process; what they saw is compared with what the product kept.
/// </summary>
internal static class KillsRun
{
    private const string PublicUrl = "https://ivr.example.com";

    /// <summary>Of so many callers PIN, number, name, street and address are searched for afterwards: all callers are alike.</summary>
    private const int CanaryCallers = 12;

    private static readonly UpgatesStatus[] Statuses = [UpgatesStatus.Received, UpgatesStatus.PaymentFailed, UpgatesStatus.Delivered];

    /// <summary>Plays it and judges it.</summary>
    public static async Task<Verdict> RunAsync(KillsPlan plan, Action<string> tell, CancellationToken cancellationToken)
    {
        var account = new CarrierAccount($"AC{RandomNumberGenerator.GetHexString(32, lowercase: true)}", RandomNumberGenerator.GetHexString(32, lowercase: true));
        await using var store = await Store.OpenAsync(plan.OnPostgres, cancellationToken);
        await using var world = await OutsideWorld.OpenAsync(account, cancellationToken);
        var each = (plan.Calls / Statuses.Length) + 1;
        var numbers = await world.OrderAsync(Statuses.SelectMany(status => ShopOrders.Make(each, status)), cancellationToken);
        var token = RandomNumberGenerator.GetHexString(32);
        var settings = new Dictionary<string, string>(ShopOrders.Settings(world).Concat(store.Settings), StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Logging:LogLevel:Default"] = "Information",
            ["PublicUrl"] = PublicUrl,
            ["Twilio:AccountSid"] = account.Sid,
            ["Twilio:AuthToken"] = account.Token,
            ["Twilio:From"] = Delivery.Line,
            ["Twilio:ApiUrl"] = world.Url + Simulation.CarrierPath,
            ["Shop:HumanNumber"] = "+420602000001",
            ["Identification:PinToken"] = token,

            // Eight digits do not come together by chance: each PIN is a canary.
            ["Identification:PinLength"] = "8",
        };
        await using var house = await House.OpenAsync(settings, cancellationToken);
        await store.MirroredAsync(numbers.Count, cancellationToken);
        var pins = await PinsAsync(house.At(0), token, numbers, cancellationToken);
        foreach (var standIn in world.StandIns.All)
        {
            // Slow systems: the moments at which a kill leaves something half done become as long as they are in life.
            standIn.Forget();
            standIn.Fault = new StandInFault(StandInFaultKind.Slow) { Delay = TimeSpan.FromMilliseconds(150), OnlyWrites = true };
        }

        tell($"{plan.Calls} calls, {plan.Kills} kills, seed {plan.Seed}, {(plan.OnPostgres ? "PostgreSQL" : "SQLite")}, two instances");
        var chance = new Random(plan.Seed);
        var traffic = new Traffic();
        using var delivery = new Delivery(account, PublicUrl);
        var killing = KillAsync(plan, house, store, traffic, new Random(plan.Seed + 1), tell, cancellationToken);
        var calls = Enumerable.Range(0, plan.Calls).Select(async at =>
        {
            var status = Statuses[at % Statuses.Length];
            var place = at / Statuses.Length;
            var wanted = CallPlan.About(chance.Next(8), status, ShopOrders.PhoneOf(status, place), pins[(at % Statuses.Length * each) + place]);
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
        var verdict = await Judge.OfAsync(plan, played, downs, numbers, world, store, cancellationToken);
        var sweep = new Sweep();
        for (var at = 0; at < plan.Calls; at += Math.Max(1, plan.Calls / CanaryCallers))
        {
            var (status, place) = (Statuses[at % Statuses.Length], at / Statuses.Length);
            sweep.Plant("PIN", pins[(at % Statuses.Length * each) + place]);
            foreach (var (kind, secret) in ShopOrders.CanariesOf(status, place))
            {
                sweep.Plant(kind, secret);
            }
        }

        await store.LookAsync(sweep, cancellationToken);
        sweep.Look("output and log", house.Said);
        return sweep.Judge(verdict, seen: numbers[0]);
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

    // As the shop's own programs learn them for their e-mails.
    private static async Task<IReadOnlyList<string>> PinsAsync(Uri host, string token, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = host, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
        var pins = new List<string>();
        foreach (var number in numbers)
        {
            using var answer = await http.PostAsync("/shop/pins", new StringContent($$"""{"number":"{{number}}"}"""), cancellationToken);
            answer.EnsureSuccessStatusCode();
            pins.Add((string)(await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["pin"]!);
        }

        return pins;
    }
}
