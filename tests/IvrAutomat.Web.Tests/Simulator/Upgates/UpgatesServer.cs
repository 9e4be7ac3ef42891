using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using IvrAutomat.Simulator;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Upgates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Simulator.Upgates;

/// <summary>The stand-in on a real port with a clock that stands, a client with the right login, and a place that takes its webhooks.</summary>
internal sealed class UpgatesServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<JsonNode> _hooks = [];
    private readonly Lock _gate = new();

    private UpgatesServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSimulator();
        _app = builder.Build();
        _app.MapSimulator();
        _app.MapPost("/hooks", async (HttpContext http) =>
        {
            var body = await JsonNode.ParseAsync(http.Request.Body);
            lock (_gate)
            {
                _hooks.Add(body!);
            }

            return await HookAnswer(http);
        });
    }

    public VirtualTime Time { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public UpgatesStandIn Shop => (UpgatesStandIn)_app.Services.GetRequiredService<StandIns>().Find("upgates")!;

    public HttpClient Http { get; } = new();

    /// <summary>What the receiver of webhooks answers. Default 204.</summary>
    public Func<HttpContext, Task<IResult>> HookAnswer { get; set; } = _ => Task.FromResult(Results.NoContent());

    public string HookUrl => _app.Urls.First() + "/hooks";

    public IReadOnlyList<JsonNode> Hooks
    {
        get
        {
            lock (_gate)
            {
                return [.. _hooks];
            }
        }
    }

    public static async Task<UpgatesServer> StartAsync()
    {
        var server = new UpgatesServer();
        await server._app.StartAsync();
        server.Http.BaseAddress = new Uri(server._app.Urls.First() + StandIns.Path + "/upgates/api/v2/");
        server.LogIn(StandInKeys.User, StandInKeys.Secret);
        return server;
    }

    public void LogIn(string user, string key)
        => Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{key}")));

    public async Task<JsonNode> GetAsync(string path) => (await Http.GetFromJsonAsync<JsonNode>(path, Ct))!;

    public async Task<JsonNode> SendAsync(HttpMethod method, string path, string json)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        using var response = await Http.SendAsync(request, Ct);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Ct))!;
    }

    public Task<JsonNode> PutAsync(string json) => SendAsync(HttpMethod.Put, "orders", json);

    public async Task<int> StatusAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative), Ct);
        return (int)response.StatusCode;
    }

    /// <summary>Waits until a condition holds; what it waits for is work of threads, not of the clock.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        for (var i = 0; i < 500 && !holds(); i++)
        {
            await Task.Delay(10, Ct);
        }

        Assert.True(holds());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
