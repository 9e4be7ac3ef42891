using System.Collections.Concurrent;
using System.Text;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Operations;

/// <summary>What arrives at a collector that takes OTLP over HTTP.</summary>
[Collection(RealTime.Name)]
public sealed class CollectorTests
{
    private const string Order = "2026001001";
    private const string Pin = "4821";

    [Fact]
    public async Task ACall_ArrivesAsSpansAndMetrics_WithoutPinOrOrder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        var arrived = new ConcurrentDictionary<string, ConcurrentQueue<byte[]>>(StringComparer.Ordinal);
        collector.MapPost("/v1/{kind}", async (string kind, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            arrived.GetOrAdd(kind, _ => []).Enqueue(body.ToArray());
            return Results.Ok();
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using (var host = await CallHost.StartAsync(database, settings: new Dictionary<string, string?>
        {
            ["Telemetry:Endpoint"] = collector.Urls.First(),
            ["Telemetry:Protocol"] = "Http",
            ["Telemetry:Seconds"] = "1",
        }))
        {
            using var phone = host.Phone(null);
            await phone.IdentifyAsync(Order, Pin);
            await UntilAsync(() => arrived.ContainsKey("metrics") && arrived.ContainsKey("traces"));
            await phone.ReportAsync();
        }

        var all = string.Concat(arrived.Values.SelectMany(bodies => bodies).Select(Encoding.Latin1.GetString));
        Assert.Contains("ivr.turn.duration", all, StringComparison.Ordinal);
        Assert.Contains("ivr.queue.length", all, StringComparison.Ordinal);
        Assert.Contains("query ReadOrder", all, StringComparison.Ordinal);
        Assert.Contains("ivrautomat", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Order, all, StringComparison.Ordinal);

        // As a text of its own it would follow its length; anywhere else four digits come about by chance.
        Assert.DoesNotContain($"\u0004{Pin}", all, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.True(tries < 400, "Nothing arrives.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
