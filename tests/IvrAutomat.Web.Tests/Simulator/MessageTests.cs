using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IvrAutomat.Simulator;
using IvrAutomat.Simulator.Carrier;
using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>https://www.twilio.com/docs/messaging/api/message-resource</summary>
public sealed class MessageTests
{
    private const string Mobile = "+420601000001";
    private const string Landline = "+420222000012";

    [Fact]
    public async Task Message_IsQueuedSentAndDeliveredToThePhone()
    {
        await using var server = await StartAsync();
        var (status, created) = await SendAsync(
            server, ("To", Mobile), ("From", "+420800123456"), ("Body", "je zrusena"), Callback(server));
        Assert.Equal((HttpStatusCode.Created, "queued"), (status, created.GetProperty("status").GetString()));

        await server.Driver.PassAsync(TimeSpan.FromSeconds(5), Ct);
        var callbacks = server.Turns.Where(request => request.Path == "/sms").ToArray();
        Assert.Equal(["queued", "sent", "delivered"], callbacks.Select(request => request["MessageStatus"]));
        Assert.All(callbacks, request => Assert.Equal(created.GetProperty("sid").GetString(), request["MessageSid"]));
        Assert.Equal("je zrusena", Assert.Single(server.Carrier.Messages.DeliveredTo(Mobile)).Body);
    }

    [Fact]
    public async Task StatusCallback_IsSigned()
    {
        await using var server = await StartAsync();
        await SendAsync(server, ("To", Mobile), ("From", "+420800123456"), ("Body", "text"), Callback(server));
        await server.Driver.PassAsync(TimeSpan.FromSeconds(5), Ct);

        Assert.NotEmpty(server.Turns);
        Assert.All(server.Turns, request => Assert.Equal(server.SignatureOf(request), request.Signature));
    }

    [Fact]
    public async Task LandlineByTheSwitch_FailsLaterWith30006()
    {
        await using var server = await StartAsync(options => options.Switches = new CarrierSwitches { LandlineFailsLater = true });
        var (status, _) = await SendAsync(server, ("To", Landline), ("From", "+420800123456"), ("Body", "text"), Callback(server));
        await server.Driver.PassAsync(TimeSpan.FromSeconds(5), Ct);

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(("undelivered", "30006"), (server.Turns[^1]["MessageStatus"], server.Turns[^1]["ErrorCode"]));
        Assert.Empty(server.Carrier.Messages.DeliveredTo(Landline));
    }

    [Theory]
    [InlineData(Landline, "text", 21614)]
    [InlineData("601000001", "text", 21211)]
    [InlineData("", "text", 21604)]
    [InlineData(Mobile, "", 21602)]
    public async Task BadRequest_IsAnErrorInTheCarriersShape(string to, string body, int code)
    {
        await using var server = await StartAsync();
        var (status, error) = await SendAsync(server, ("To", to), ("From", "+420800123456"), ("Body", body));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal((code, 400), (error.GetProperty("code").GetInt32(), error.GetProperty("status").GetInt32()));
    }

    [Theory]
    [InlineData(1600, HttpStatusCode.Created)]
    [InlineData(1601, HttpStatusCode.BadRequest)]
    public async Task Body_MayHave1600Characters(int length, HttpStatusCode expected)
    {
        await using var server = await StartAsync();
        var (status, _) = await SendAsync(server, ("To", Mobile), ("From", "+420800123456"), ("Body", new string('a', length)));
        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task SenderMissing_Is21603()
    {
        await using var server = await StartAsync();
        var (_, error) = await SendAsync(server, ("To", Mobile), ("Body", "text"));
        Assert.Equal(21603, error.GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task WrongToken_Is401()
    {
        await using var server = await StartAsync();
        using var http = Client(server, "wrong");
        using var response = await http.GetAsync("Messages.json", Ct);
        var error = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);

        Assert.Equal((HttpStatusCode.Unauthorized, 20003), (response.StatusCode, error.GetProperty("code").GetInt32()));
    }

    [Fact]
    public async Task List_IsFilteredAndPaged()
    {
        await using var server = await StartAsync();
        foreach (var body in new[] { "one", "two", "three" })
        {
            await SendAsync(server, ("To", Mobile), ("From", "+420800123456"), ("Body", body));
        }

        await SendAsync(server, ("To", "+420601000002"), ("From", "+420800123456"), ("Body", "other"));
        using var http = Client(server, server.Options.AuthToken);
        var first = await http.GetFromJsonAsync<JsonElement>($"Messages.json?To={Uri.EscapeDataString(Mobile)}&PageSize=2", Ct);
        var second = await http.GetFromJsonAsync<JsonElement>(Simulation.CarrierPath + first.GetProperty("next_page_uri").GetString(), Ct);

        Assert.Equal(["three", "two"], Bodies(first));
        Assert.Equal(["one"], Bodies(second));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next_page_uri").ValueKind);
    }

    [Fact]
    public async Task UnknownMessage_Is404()
    {
        await using var server = await StartAsync();
        using var http = Client(server, server.Options.AuthToken);
        using var response = await http.GetAsync("Messages/SM00000000000000000000000000000000.json", Ct);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData(160, 'a', 1)]
    [InlineData(161, 'a', 2)]
    [InlineData(80, '€', 1)]
    [InlineData(81, '€', 2)]
    [InlineData(70, 'ř', 1)]
    [InlineData(71, 'ř', 2)]
    public void Segments_AreCountedByAlphabet(int length, char letter, int segments)
    {
        var message = new TextMessage("SM", Mobile, From: null, MessagingServiceSid: null, new string(letter, length), CreatedAt: default);
        Assert.Equal(segments, message.Segments);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static IEnumerable<string?> Bodies(JsonElement page) =>
        page.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("body").GetString());

    private static (string Name, string Value) Callback(TwimlServer server) =>
        ("StatusCallback", new Uri(server.Address, "/sms").AbsoluteUri);

    private static async Task<TwimlServer> StartAsync(Action<SimulatorOptions>? configure = null)
    {
        var server = await TwimlServer.StartAsync(configure);
        server.On("/sms", http =>
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
        return server;
    }

    private static HttpClient Client(TwimlServer server, string token)
    {
        var http = new HttpClient
        {
            BaseAddress = new Uri(server.Address, $"{Simulation.CarrierPath}/2010-04-01/Accounts/{server.Options.AccountSid}/"),
        };
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{server.Options.AccountSid}:{token}")));
        return http;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(
        TwimlServer server, params (string Name, string Value)[] fields)
    {
        using var http = Client(server, server.Options.AuthToken);
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await http.PostAsync("Messages.json", form, Ct);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }
}
