using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Web.Tests.Simulator.Upgates;

/// <summary>What the stand-in tells others of its own accord.</summary>
public sealed class UpgatesWebhookTests
{
    private const string Order = "2026001001";

    [Fact]
    public async Task Update_IsToldWithIdentifiersOnly_AndCreationIsNoUpdate()
    {
        await using var server = await UpgatesServer.StartAsync();
        await RegisterAsync(server, "Orders.update");

        await server.SendAsync(
            HttpMethod.Post,
            "orders",
            """{"orders":[{"language_id":"cs","customer":{"email":"a@example.com"},"products":[{"title":"Hrnek","price_per_unit":100,"vat":21}]}]}""");
        await server.PutAsync("""{"orders":[{"order_number":"2026001001","status_id":2}]}""");
        await UpgatesServer.UntilAsync(() => server.Hooks.Count > 0 && server.Shop.Sending == 0);

        var told = server.Hooks.Single();
        Assert.Equal("vzorovy-obchod", (string?)told["project_name"]);
        var item = told["orders"]!.AsArray().Single()!.AsObject();
        Assert.Equal(["order_number", "last_update_time", "status_id", "status"], item.Select(field => field.Key));
    }

    [Fact]
    public async Task WrongAnswer_IsRepeatedEveryFiveMinutes_UntilItIsRight()
    {
        await using var server = await UpgatesServer.StartAsync();
        await RegisterAsync(server, "Orders.update");
        server.HookAnswer = _ => Task.FromResult(Results.StatusCode(500));

        server.Shop.Change(Order, new JsonObject { ["resolved_yn"] = true });
        await UpgatesServer.UntilAsync(() => server.Hooks.Count == 1 && server.Shop.Sending == 0);
        server.HookAnswer = _ => Task.FromResult(Results.Ok());
        server.Time.Advance(TimeSpan.FromMinutes(5));
        await UpgatesServer.UntilAsync(() => server.Hooks.Count == 2 && server.Shop.Sending == 0);

        var hook = (await server.GetAsync("webhooks"))["webhooks"]![0]!;
        Assert.Equal("500", (string?)hook["last_error_call_status"]);
        Assert.Equal("200", (string?)hook["last_success_call_status"]);
    }

    [Fact]
    public async Task TwelveHoursWithoutARightAnswer_SwitchTheWebhookOff()
    {
        await using var server = await UpgatesServer.StartAsync();
        await RegisterAsync(server, "Orders.update");
        server.HookAnswer = _ => Task.FromResult(Results.NotFound());
        server.Shop.Change(Order, new JsonObject { ["resolved_yn"] = true });
        await UpgatesServer.UntilAsync(() => server.Hooks.Count == 1);
        var isActive = true;
        for (var hour = 0; hour < 500 && isActive; hour++)
        {
            // The next telling is timed a moment after the last has failed: an hour that passes before that is lost, and the next one counts.
            server.Time.Advance(TimeSpan.FromHours(1));
            await Task.Delay(10, TestContext.Current.CancellationToken);
            isActive = (bool)(await server.GetAsync("webhooks/1"))["webhooks"]![0]!["active_yn"]!;
        }

        Assert.False(isActive);
        Assert.True(server.Hooks.Count > 1);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task TimeOut_IsReadInBothWays(bool counts, int told)
    {
        await using var server = await UpgatesServer.StartAsync();
        await RegisterAsync(server, "Orders.update");
        server.Shop.WebhookTimeOutCounts = counts;
        server.HookAnswer = async http =>
        {
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return Results.Empty;
        };
        server.Shop.Change(Order, new JsonObject { ["resolved_yn"] = true });
        await UpgatesServer.UntilAsync(() => server.Hooks.Count == 1);

        server.Time.Advance(TimeSpan.FromSeconds(1));
        await UpgatesServer.UntilAsync(() => server.Shop.Sending == 0);
        server.HookAnswer = _ => Task.FromResult(Results.NoContent());
        server.Time.Advance(TimeSpan.FromMinutes(5));
        await UpgatesServer.UntilAsync(() => server.Hooks.Count == told && server.Shop.Sending == 0);
    }

    [Fact]
    public async Task FiveThousandAndOne_ComeInTwoCalls()
    {
        await using var server = await UpgatesServer.StartAsync();
        await RegisterAsync(server, "Orders.update");

        server.Shop.NotifyUpdated(Enumerable.Range(1, 5001).Select(n => $"{n}"));
        await UpgatesServer.UntilAsync(() => server.Hooks.Count == 2);

        Assert.Equal([5000, 1], server.Hooks.Select(told => told["orders"]!.AsArray().Count));
    }

    [Fact]
    public async Task Webhooks_AreChangedAndRemovedById()
    {
        await using var server = await UpgatesServer.StartAsync();
        await RegisterAsync(server, "Orders.create");

        await server.SendAsync(HttpMethod.Put, "webhooks", """{"id":"1","active_yn":"0"}""");
        var changed = (await server.GetAsync("webhooks/1"))["webhooks"]![0]!;
        using var deleted = await server.Http.DeleteAsync(new Uri("webhooks?ids=1", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.False((bool?)changed["active_yn"]);
        Assert.Equal(server.HookUrl, (string?)changed["url"]);
        Assert.Empty((await server.GetAsync("webhooks"))["webhooks"]!.AsArray());
        Assert.Equal(36, (await server.GetAsync("webhooks/events"))["events"]!.AsArray().Count);
    }

    private static Task<JsonNode> RegisterAsync(UpgatesServer server, string @event)
        => server.SendAsync(HttpMethod.Post, "webhooks", $$"""{"name":"automat","url":"{{server.HookUrl}}","event":"{{@event}}","active_yn":true}""");
}
