using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using IvrAutomat.Simulator;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Web.Tests.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Systems.Storm;

/// <summary>The outside world in this process, so that it outlives every process of the product.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly WebApplication _app;

    private World(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public StandIns StandIns => _app.Services.GetRequiredService<StandIns>();

    public static async Task<World> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IStage, TestStage>();
        builder.Services.AddSimulator();
        var app = builder.Build();
        app.MapSimulator();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new World(app);
    }

    public StandIn Shop(string name) => StandIns.Find(name) ?? throw new InvalidOperationException($"There is no stand-in for {name}.");

    /// <summary>Makes orders in the shop, as its administration would.</summary>
    public async Task OrderAsync(IEnumerable<object> orders)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"{Url}{StandIns.Path}/upgates/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{StandInKeys.User}:{StandInKeys.Secret}")));
        foreach (var batch in orders.Chunk(100))
        {
            var answer = await http.PostAsJsonAsync("api/v2/orders", new { orders = batch }, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
