using System.Net;
using System.Net.Http.Json;
using System.Net.Mail;
using System.Net.ServerSentEvents;
using System.Text.Json;
using IvrAutomat.Simulator.Mail;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>The backend of the browser phone, over real HTTP.</summary>
public sealed class PhoneTests
{
    private const string Menu = "<Gather numDigits=\"1\" action=\"/menu\"><Say language=\"cs-CZ\">Dobrý den.</Say></Gather>";

    [Fact]
    public async Task Call_IsDialledHeardAndAnsweredByKeys()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", Menu), ("/menu", "<Say>menu</Say>"));
        using var http = Client(server);
        var id = await DialAsync(http, new { from = "+420601000001" });
        await server.UntilListeningAsync(server.Carrier.Find(id)!);
        using var pressed = await http.PostAsJsonAsync($"calls/{id}/keys", new { keys = "1" }, Ct);
        await server.UntilEndAsync(server.Carrier.Find(id)!);
        var events = await EventsAsync(http, id);

        Assert.Equal(HttpStatusCode.NoContent, pressed.StatusCode);
        Assert.Equal(
            ["status", "status", "listen", "say", "quiet", "heard", "say", "status", "ended"],
            events.Select(one => one.EventType).Where(type => type is not "webhook" and not "document"));
        Assert.Equal("""{"text":"Dobrý den.","seconds":1.05,"language":"cs-CZ"}""", Of(events, "say").Data);
        Assert.Equal("""{"kinds":["keys"],"numDigits":1,"finishOnKey":"#","timeout":5}""", Of(events, "listen").Data);
        Assert.Equal("""{"keys":"1"}""", Of(events, "heard").Data);
        Assert.Equal("""{"by":"automat","reason":"the document ended"}""", Of(events, "ended").Data);
    }

    [Fact]
    public async Task BrowserThatComesAgain_HearsOnlyWhatItMissed()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Say>hello</Say>"));
        using var http = Client(server);
        var id = await DialAsync(http, new { from = (string?)null });
        await server.UntilEndAsync(server.Carrier.Find(id)!);
        var all = await EventsAsync(http, id);
        var again = await EventsAsync(http, id, lastEventId: all[^2].EventId);

        Assert.Equal("ended", Assert.Single(again).EventType);
        Assert.Equal(HttpStatusCode.NoContent, (await GetEventsAsync(http, id, all[^1].EventId)).StatusCode);
    }

    [Fact]
    public async Task SpeechHangUpAndSkip_ReachTheCall()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Pause length=\"60\"/><Gather input=\"speech\" action=\"/said\"/>"), ("/said", "<Pause length=\"60\"/>"));
        using var http = Client(server);
        var id = await DialAsync(http, new { from = "withheld" });
        var call = server.Carrier.Find(id)!;
        await server.Driver.PassAsync(TimeSpan.FromSeconds(1), Ct);
        using var skip = await http.PostAsync($"calls/{id}/skip", content: null, Ct);
        await server.UntilListeningAsync(call);
        using var speech = await http.PostAsJsonAsync($"calls/{id}/speech", new { text = "ano" }, Ct);
        await server.Driver.PassAsync(TimeSpan.FromSeconds(6), Ct);
        using var hangUp = await http.PostAsync($"calls/{id}/hangup", content: null, Ct);
        await server.UntilEndAsync(call);

        Assert.Equal("ano", server.Turns[1]["SpeechResult"]);
        Assert.Equal("anonymous", call.From);
        Assert.InRange(call.SecondsHeard, 1, 10);
    }

    [Theory]
    [InlineData("calls/CA0/keys", """{"keys":"1"}""", HttpStatusCode.NotFound)]
    [InlineData("calls/CA0/hangup", "{}", HttpStatusCode.NotFound)]
    [InlineData("calls", """{"from":"601"}""", HttpStatusCode.BadRequest)]
    [InlineData("calls", "not JSON", HttpStatusCode.BadRequest)]
    [InlineData("phones", """{"number":"anonymous"}""", HttpStatusCode.BadRequest)]
    [InlineData("nothing", "{}", HttpStatusCode.NotFound)]
    public async Task BadRequest_IsRefused(string path, string body, HttpStatusCode status)
    {
        await using var server = await TwimlServer.StartAsync();
        using var http = Client(server);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(path, content, Ct);
        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("keys", "keys", "12a")]
    [InlineData("keys", "keys", "")]
    [InlineData("speech", "text", " ")]
    public async Task WhatNoTelephoneCanDo_Is400(string act, string field, string value)
    {
        await using var server = await TwimlServer.StartAsync(("/voice", Menu));
        using var http = Client(server);
        var id = await DialAsync(http, new { from = "+420601000001" });
        var body = new Dictionary<string, string>(StringComparer.Ordinal) { [field] = value };
        using var response = await http.PostAsJsonAsync($"calls/{id}/{act}", body, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task BodyOver64Kilobytes_IsRefused()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", Menu));
        using var http = Client(server);
        var id = await DialAsync(http, new { from = "+420601000001" });
        using var response = await http.PostAsJsonAsync($"calls/{id}/speech", new { text = new string('a', 70_000) }, Ct);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Callers_AreThoseOfTheStage()
    {
        await using var server = await TwimlServer.StartAsync();
        using var http = Client(server);
        var callers = await http.GetStringAsync("callers", Ct);
        Assert.Equal(
            """[{"number":"+420601000001","label":"paid by card, being packed","order":"2026001001","pin":"4821","hint":"can be cancelled"}]""",
            callers);
    }

    [Fact]
    public async Task DeliveredMessage_AppearsOnThePhone()
    {
        await using var server = await TwimlServer.StartAsync();
        using var http = Client(server);
        using var phone = await http.PostAsJsonAsync("phones", new { number = "+420601000001" }, Ct);
        var id = (await phone.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
        await using var stream = await http.GetStreamAsync($"phones/{id}/events", Ct);
        await using var events = SseParser.Create(stream).EnumerateAsync(Ct).GetAsyncEnumerator(Ct);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("ready", events.Current.EventType);

        server.Carrier.Send("+420601000001", "+420800123456", messagingServiceSid: null, "je zrusena", statusCallback: null);
        await server.Driver.PassAsync(TimeSpan.FromSeconds(5), Ct);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("message", events.Current.EventType);
        var list = await http.GetFromJsonAsync<JsonElement>($"phones/{id}/messages", Ct);
        Assert.Equal("je zrusena", list[0].GetProperty("text").GetString());
        Assert.Equal(list[0].ToString(), events.Current.Data);
    }

    [Fact]
    public async Task Email_AppearsOnThePhoneOfItsPerson()
    {
        await using var server = await TwimlServer.StartAsync();
        using var http = Client(server);
        using var mail = new MailServer(server.Carrier, new MailStandIn(TimeProvider.System), TimeProvider.System);
        await mail.StartAsync(Ct);
        using var smtp = new SmtpClient("127.0.0.1", mail.Port);
        await smtp.SendMailAsync("obchod@example.com", "zakaznik1@example.com", "Předmět", "Text.", Ct);

        using var phone = await http.PostAsJsonAsync("phones", new { number = "+420601000001" }, Ct);
        var id = (await phone.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
        var list = await http.GetFromJsonAsync<JsonElement>($"phones/{id}/messages", Ct);
        Assert.Equal("E-mail, obchod@example.com", list[0].GetProperty("from").GetString());
        Assert.Equal("Předmět\nText.", list[0].GetProperty("text").GetString());

        using var other = await http.PostAsJsonAsync("phones", new { number = "+420601000002" }, Ct);
        var otherId = (await other.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
        Assert.Equal(0, (await http.GetFromJsonAsync<JsonElement>($"phones/{otherId}/messages", Ct)).GetArrayLength());
    }

    [Fact]
    public async Task UnknownAsset_IsNotFound()
    {
        await using var server = await TwimlServer.StartAsync();
        using var http = Client(server);
        using var response = await http.GetAsync("../nothing.js", Ct);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static HttpClient Client(TwimlServer server) => new() { BaseAddress = new Uri(server.Address, "/phone/api/") };

    private static async Task<string> DialAsync(HttpClient http, object body)
    {
        using var response = await http.PostAsJsonAsync("calls", body, Ct);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString()!;
    }

    private static SseItem<string> Of(IEnumerable<SseItem<string>> events, string type) => events.First(one => one.EventType == type);

    private static async Task<HttpResponseMessage> GetEventsAsync(HttpClient http, string id, string? lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"calls/{id}/events");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        return await http.SendAsync(request, Ct);
    }

    private static async Task<IReadOnlyList<SseItem<string>>> EventsAsync(HttpClient http, string id, string? lastEventId = null)
    {
        using var response = await GetEventsAsync(http, id, lastEventId);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        await using var stream = await response.Content.ReadAsStreamAsync(Ct);
        return [.. SseParser.Create(stream).Enumerate()];
    }
}
