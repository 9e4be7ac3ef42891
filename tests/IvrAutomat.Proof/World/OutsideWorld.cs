using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using IvrAutomat.Simulator;
using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Simulator.Shops;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Proof.World;

/// <summary>The outside world in this process, so that it outlives every process of the product.</summary>
internal sealed class OutsideWorld : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OutsideWorld(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public string Url => _app.Urls.First();

    /// <summary>The shop's systems.</summary>
    public StandIns StandIns => _app.Services.GetRequiredService<StandIns>();

    /// <summary>The carrier itself, for those who call by it rather than sending webhooks of their own.</summary>
    public CarrierNetwork Carrier => _app.Services.GetRequiredService<CarrierNetwork>();

    /// <summary>The carrier's side of text messages.</summary>
    public MessageBoard Messages => Carrier.Messages;

    /// <summary>Lets the carrier's calls reach the product.</summary>
    /// <param name="publicUrl">What the product takes for its own address.</param>
    /// <param name="via">Where it is in truth.</param>
    public void Connect(string publicUrl, Uri via)
    {
        var options = _app.Services.GetRequiredService<SimulatorOptions>();
        (options.BaseAddress, options.Via) = (() => new Uri(publicUrl), () => via);
    }

    /// <summary>Opens it.</summary>
    /// <param name="account">The carrier's account; null for the stand-in's own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="time">Its clock; the machine's unless given.</param>
    public static async Task<OutsideWorld> OpenAsync(CarrierAccount? account, CancellationToken cancellationToken, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSimulator(options =>
        {
            options.AccountSid = account?.Sid ?? options.AccountSid;
            options.AuthToken = account?.Token ?? options.AuthToken;
        });
        var app = builder.Build();
        app.MapSimulator();
        await app.StartAsync(cancellationToken);
        return new OutsideWorld(app);
    }

    /// <summary>The stand-in of a system, by its name.</summary>
    public StandIn Shop(string name) => StandIns.Find(name) ?? throw new InvalidOperationException($"There is no stand-in for {name}.");

    /// <summary>Makes orders in the shop, as its administration would.</summary>
    /// <returns>Their numbers, in the order given.</returns>
    public async Task<IReadOnlyList<string>> OrderAsync(IEnumerable<JsonObject> orders, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"{Url}{StandIns.Path}/upgates/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{StandInKeys.User}:{StandInKeys.Secret}")));
        var numbers = new List<string>();
        foreach (var batch in orders.Chunk(100))
        {
            var answer = await http.PostAsJsonAsync("api/v2/orders", new { orders = batch }, cancellationToken);
            answer.EnsureSuccessStatusCode();
            var made = (await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["orders"]!.AsArray();
            numbers.AddRange(made.Select(order => (string)order!["order_number"]!));
        }

        return numbers;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

/// <summary>An account at the carrier.</summary>
/// <param name="Sid">AC and 32 hexadecimal digits.</param>
/// <param name="Token">What signs webhooks.</param>
internal sealed record CarrierAccount(string Sid, string Token);
