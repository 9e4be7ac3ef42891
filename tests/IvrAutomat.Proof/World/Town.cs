using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IvrAutomat.Proof.Callers;
using IvrAutomat.Simulator;
using IvrAutomat.Simulator.Shops;

namespace IvrAutomat.Proof.World;

/// <summary>A shop with its orders, the carrier and the customers, and the settings of a product in production that serves them.</summary>
internal sealed class Town : IAsyncDisposable
{
    private const string PublicUrl = "https://ivr.example.com";

    private static readonly UpgatesStatus[] Statuses = [UpgatesStatus.Received, UpgatesStatus.PaymentFailed, UpgatesStatus.Delivered];

    private readonly string _token = RandomNumberGenerator.GetHexString(32);
    private readonly CarrierAccount _account;
    private readonly int _each;

    private Town(OutsideWorld world, CarrierAccount account, IReadOnlyList<string> numbers, int each, Store store)
    {
        (World, _account, Numbers, _each) = (world, account, numbers, each);
        Settings = new Dictionary<string, string>(ShopOrders.Settings(world).Concat(store.Settings), StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Logging:LogLevel:Default"] = "Information",
            ["PublicUrl"] = PublicUrl,
            ["Twilio:AccountSid"] = account.Sid,
            ["Twilio:AuthToken"] = account.Token,
            ["Twilio:From"] = Delivery.Line,
            ["Twilio:ApiUrl"] = world.Url + Simulation.CarrierPath,
            ["Shop:HumanNumber"] = "+420602000001",
            ["Identification:PinToken"] = _token,

            // Eight digits do not come together by chance: each PIN is a canary.
            ["Identification:PinLength"] = "8",
        };
    }

    /// <summary>The systems of shop and carrier.</summary>
    public OutsideWorld World { get; }

    /// <summary>The orders, one for each call and status.</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <summary>What the product needs to know.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Makes it, with an order of its own for each call.</summary>
    /// <param name="calls">How many.</param>
    /// <param name="store">The product's database.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="time">The clock of shop and carrier; the machine's unless given.</param>
    public static async Task<Town> OpenAsync(int calls, Store store, CancellationToken cancellationToken, TimeProvider? time = null)
    {
        var account = new CarrierAccount($"AC{RandomNumberGenerator.GetHexString(32, lowercase: true)}", RandomNumberGenerator.GetHexString(32, lowercase: true));
        var world = await OutsideWorld.OpenAsync(account, cancellationToken, time);
        var each = (calls / Statuses.Length) + 1;
        return new Town(world, account, await world.OrderAsync(Statuses.SelectMany(status => ShopOrders.Make(each, status)), cancellationToken), each, store);
    }

    /// <summary>Lets calls of the carrier itself come to the product.</summary>
    /// <param name="via">Where it really listens.</param>
    public void Connect(Uri via) => World.Connect(PublicUrl, via);

    /// <summary>Who sends its webhooks.</summary>
    public Delivery Deliver() => new(_account, PublicUrl);

    /// <summary>The customer of a call: the status of the order and the place among those of that status.</summary>
    public static (UpgatesStatus Status, int Place) CustomerOf(int call) => (Statuses[call % Statuses.Length], call / Statuses.Length);

    /// <summary>What somebody calls for, by chance.</summary>
    /// <param name="call">Which call.</param>
    /// <param name="kind">Any number: which of the plans.</param>
    /// <param name="pins">As <see cref="PinsAsync"/> told them.</param>
    public CallPlan PlanOf(int call, int kind, IReadOnlyList<string> pins)
    {
        var (status, place) = CustomerOf(call);
        return CallPlan.About(kind, status, ShopOrders.PhoneOf(status, place), PinOf(call, pins));
    }

    /// <summary>The PIN of a call's order.</summary>
    public string PinOf(int call, IReadOnlyList<string> pins) => pins[Place(call)];

    /// <summary>The number of a call's order.</summary>
    public string NumberOf(int call) => Numbers[Place(call)];

    /// <summary>The PINs of all orders, as the shop's own programs learn them for their e-mails.</summary>
    public async Task<IReadOnlyList<string>> PinsAsync(Uri host, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = host, DefaultRequestHeaders = { Authorization = new("Bearer", _token) } };
        var pins = new List<string>();
        foreach (var number in Numbers)
        {
            using var answer = await http.PostAsync("/shop/pins", new StringContent($$"""{"number":"{{number}}"}"""), cancellationToken);
            answer.EnsureSuccessStatusCode();
            pins.Add((string)(await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["pin"]!);
        }

        return pins;
    }

    /// <summary>Makes the shop's systems slow: the moments at which something is half done become as long as they are in life.</summary>
    /// <param name="by">How long each write takes; a usual time unless given.</param>
    public void SlowDown(TimeSpan? by = null)
    {
        foreach (var standIn in World.StandIns.All)
        {
            standIn.Forget();
            standIn.Fault = new StandInFault(StandInFaultKind.Slow) { Delay = by ?? TimeSpan.FromMilliseconds(150), OnlyWrites = true };
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await World.DisposeAsync();

    private int Place(int call) => (call % Statuses.Length * _each) + (call / Statuses.Length);
}
