using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Upgates;

namespace IvrAutomat.Web.Tests.Simulator.Upgates;

/// <summary>Who may ask the stand-in, how often, and where it has gone.</summary>
public sealed class UpgatesAccessTests
{
    [Fact]
    public async Task FiveWrongLogins_LockTheAddressForAnHour()
    {
        await using var server = await UpgatesServer.StartAsync();
        server.LogIn("nekdo", "jiny");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(401, await server.StatusAsync("status"));
        }

        server.LogIn(StandInKeys.User, StandInKeys.Secret);
        Assert.Equal(403, await server.StatusAsync("status"));

        server.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(200, await server.StatusAsync("status"));
    }

    [Fact]
    public async Task Rights_HoldPerEndPoint_AndStatusIsAlwaysAllowed()
    {
        await using var server = await UpgatesServer.StartAsync();
        server.Shop.Rights["orders"] = "readonly";
        server.Shop.Rights["status"] = "deny";
        server.Shop.Rights["invoices"] = "deny";

        using var write = await server.Http.PutAsJsonAsync(new Uri("orders", UriKind.Relative), new JsonObject(), TestContext.Current.CancellationToken);

        Assert.Equal(403, (int)write.StatusCode);
        Assert.Equal(200, await server.StatusAsync("orders"));
        Assert.Equal(403, await server.StatusAsync("invoices"));
        var services = (await server.GetAsync("status"))["services"]!.AsArray();
        Assert.Equal("readonly", (string?)services.Single(each => (string?)each!["service"] == "orders")!["privilege"]);
    }

    [Theory]
    [InlineData("GET", "nikde", 404)]
    [InlineData("PUT", "languages", 405)]
    [InlineData("GET", "orders/2026001001/history/", 200)]
    public async Task Paths_AreKnownOrNot(string method, string path, int status)
    {
        await using var server = await UpgatesServer.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task PostThatMeansDelete_Deletes()
    {
        await using var server = await UpgatesServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "orders?order_number=2026001001");
        request.Headers.Add("X-HTTP-Method-Override", "DELETE");

        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Null(server.Shop.Order("2026001001"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task BodyThatIsNoObject_IsABadRequest(string body)
    {
        await using var server = await UpgatesServer.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await server.Http.PutAsync(new Uri("orders", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task Budget_IsTheHourThenTheDay_ThenAWaitUntilTheNextHour()
    {
        await using var server = await UpgatesServer.StartAsync();
        server.Time.Advance(TimeSpan.FromMinutes(20));
        server.Shop.Tariff = new UpgatesTariff(PerHour: 2, ExtraPerDay: 1);

        Assert.Equal("1", await LeftAsync("X-Rate-Limit-Hour-Remaining"));
        Assert.Equal("1", await LeftAsync("X-Rate-Limit-Total-Remaining"));
        Assert.Equal("0", await LeftAsync("X-Rate-Limit-Day-Remaining"));
        using var refused = await server.Http.GetAsync(new Uri("owner", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Equal("Mon, 23 Nov 2026 10:00:00 GMT", refused.Headers.GetValues("Retry-After").Single());

        server.Time.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(200, await server.StatusAsync("owner"));

        async Task<string> LeftAsync(string header)
        {
            using var response = await server.Http.GetAsync(new Uri("owner", UriKind.Relative), TestContext.Current.CancellationToken);
            return response.Headers.GetValues(header).Single();
        }
    }

    [Fact]
    public async Task FourthRequestAtATime_IsTooMany()
    {
        await using var server = await UpgatesServer.StartAsync();
        server.Shop.Fault = StandInFault.Read("slow 4 s")!;
        var three = Enumerable.Range(0, 3).Select(_ => server.StatusAsync("owner")).ToArray();
        await UpgatesServer.UntilAsync(() => server.Shop.Waiting == 3);

        Assert.Equal(429, await server.StatusAsync("owner"));

        server.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.All(await Task.WhenAll(three), status => Assert.Equal(200, status));
    }

    [Fact]
    public async Task MovedShop_SaysWhereTo_WithoutALocation()
    {
        await using var server = await UpgatesServer.StartAsync();
        server.Shop.HasMoved = true;

        using var response = await server.Http.GetAsync(new Uri("orders/2026001001", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(301, (int)response.StatusCode);
        Assert.Null(response.Headers.Location);
        var moved = (string?)(await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["api_url"];
        Assert.Equal(1, (int?)(await server.GetAsync($"{moved}/orders/2026001001"))["number_of_items"]);
    }

    [Theory]
    [InlineData("error", 500)]
    [InlineData("malformed", 200)]
    [InlineData("wrong type", 200)]
    [InlineData("login refused", 401)]
    [InlineData("rate limited", 429)]
    public async Task Faults_AnswerAsTheyAreCalled(string fault, int status)
    {
        await using var server = await UpgatesServer.StartAsync();
        server.Shop.Fault = StandInFault.Read(fault)!;

        Assert.Equal(status, await server.StatusAsync("orders"));
    }

    [Fact]
    public async Task LostAnswer_WasPerformed_AndADroppedRequestWasNot()
    {
        await using var server = await UpgatesServer.StartAsync();
        const string Cancel = """{"orders":[{"order_number":"2026001001","status_id":2}]}""";

        server.Shop.Fault = StandInFault.Read("drop")! with { OnlyWrites = true };
        await Assert.ThrowsAsync<HttpRequestException>(() => server.PutAsync(Cancel));
        Assert.Empty(server.Shop.Performed);

        server.Shop.Fault = StandInFault.Read("lost answer")! with { OnlyWrites = true, Times = 1 };
        await Assert.ThrowsAsync<HttpRequestException>(() => server.PutAsync(Cancel));
        Assert.Equal(1, server.Shop.Performed["cancel 2026001001"]);

        await server.PutAsync(Cancel);
        Assert.Equal(2, server.Shop.Performed["cancel 2026001001"]);
    }

    [Fact]
    public async Task Control_SetsFaults_TellsWhatWasSeen_AndResets()
    {
        await using var server = await UpgatesServer.StartAsync();
        const string Control = "../../_control/";

        using var set = await server.Http.PostAsJsonAsync(
            new Uri(Control + "fault", UriKind.Relative), new { fault = "error", times = 1 }, TestContext.Current.CancellationToken);
        Assert.Equal(204, (int)set.StatusCode);
        Assert.Equal(500, await server.StatusAsync("orders"));
        Assert.Equal(200, await server.StatusAsync("orders"));
        Assert.Equal(2, (await server.GetAsync(Control + "requests")).AsArray().Count);

        using var reset = await server.Http.PostAsync(new Uri(Control + "reset", UriKind.Relative), content: null, TestContext.Current.CancellationToken);
        Assert.Empty((await server.GetAsync(Control + "requests")).AsArray());
    }
}
