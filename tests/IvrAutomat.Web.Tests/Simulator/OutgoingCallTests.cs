using System.Net;
using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>https://www.twilio.com/docs/voice/api/call-resource</summary>
public sealed class OutgoingCallTests
{
    private const string Agent = "+420602000001";

    [Fact]
    public async Task AnsweredCall_FollowsTheTimelineAndExecutesItsDocument()
    {
        await using var server = await StartAsync(WhenDialled.Answers);
        var (call, created) = await PlaceAsync(server);
        Assert.Equal((HttpStatusCode.Created, "queued", "outbound-api"), (created.Status, created["status"], created["direction"]));
        await server.UntilEndAsync(call);

        var events = Events(server);
        Assert.Equal(["initiated", "ringing", "in-progress", "completed"], events.Select(each => each["CallStatus"]));
        Assert.Equal(["0", "1", "2", "3"], events.Select(each => each["SequenceNumber"]));
        Assert.All(events, each => Assert.Equal(("call-progress-events", Agent), (each["CallbackSource"], each["To"])));
        Assert.Equal("outbound-api", server.Turns.Single(turn => turn.Path == "/whisper")["Direction"]);
        Assert.Equal(["whisper"], TwimlServer.Heard(call));
        Assert.Equal("2", events[^1]["CallDuration"]);
    }

    [Theory]
    [InlineData(WhenDialled.NoAnswer, "no-answer", "487", "initiated ringing no-answer")]
    [InlineData(WhenDialled.Declines, "busy", "486", "initiated ringing busy")]
    [InlineData(WhenDialled.Busy, "busy", "486", "initiated busy")]
    [InlineData(WhenDialled.Fails, "failed", "404", "initiated failed")]
    public async Task CallThatIsNotAnswered_TellsWhyAndNeverAsksForItsDocument(
        WhenDialled behaviour, string status, string sip, string timeline)
    {
        await using var server = await StartAsync(behaviour);
        var (call, _) = await PlaceAsync(server);
        await server.UntilEndAsync(call);

        var events = Events(server);
        Assert.Equal(timeline, string.Join(' ', events.Select(each => each["CallStatus"])));
        Assert.Equal((sip, "0"), (events[^1]["SipResponseCode"], events[^1]["CallDuration"]));
        Assert.Equal(status, call.Status);
        Assert.DoesNotContain(server.Turns, turn => turn.Path == "/whisper");
    }

    [Fact]
    public async Task Ringing_LastsForTheTimeoutAndFiveSecondsMore()
    {
        await using var server = await StartAsync(WhenDialled.NoAnswer);
        var (call, _) = await PlaceAsync(server, ("Timeout", "20"));
        await server.UntilEndAsync(call);

        var changes = call.Transcript.After(0).OfType<StatusChanged>().ToArray();
        Assert.Equal(TimeSpan.FromSeconds(25), changes[^1].At - changes.First(change => change.Status == "ringing").At);
    }

    [Fact]
    public async Task PersonAtARingingPhone_AnswersAndPressesKeys()
    {
        await using var server = await StartAsync(WhenDialled.Rings, "<Gather numDigits=\"1\" action=\"/decision\"><Say>whisper</Say></Gather>");
        server.Answer("/decision", "<Hangup/>");
        var (call, _) = await PlaceAsync(server);
        await PassAsync(server, 7);
        Assert.Equal("ringing", call.Status);
        call.PickUp();
        await server.UntilListeningAsync(call);
        call.Press("1");
        await server.UntilEndAsync(call);

        Assert.Equal("1", server.Turns.Single(turn => turn.Path == "/decision")["Digits"]);
    }

    [Theory]
    [InlineData(WhenDialled.Voicemail, "Enable", "machine_start")]
    [InlineData(WhenDialled.Voicemail, "DetectMessageEnd", "machine_end_beep")]
    [InlineData(WhenDialled.Answers, "Enable", "human")]
    public async Task MachineDetection_TellsWhoAnswered(WhenDialled behaviour, string detection, string found)
    {
        await using var server = await StartAsync(behaviour);
        using var rest = new RestClient(server);
        var (call, _) = await PlaceAsync(server, ("MachineDetection", detection));
        await server.UntilEndAsync(call);

        Assert.Equal(found, server.Turns.Single(turn => turn.Path == "/whisper")["AnsweredBy"]);
        Assert.Equal(found, (await rest.GetAsync($"Calls/{call.Sid}.json"))["answered_by"]);
    }

    [Fact]
    public async Task WithoutMachineDetection_NothingIsToldAboutIt()
    {
        await using var server = await StartAsync(WhenDialled.Voicemail);
        var (call, _) = await PlaceAsync(server);
        await server.UntilEndAsync(call);
        Assert.Null(server.Turns.Single(turn => turn.Path == "/whisper")["AnsweredBy"]);
    }

    [Fact]
    public async Task CancelledWhileRinging_EndsTheCall()
    {
        await using var server = await StartAsync(WhenDialled.Rings);
        using var rest = new RestClient(server);
        var (call, _) = await PlaceAsync(server);
        await PassAsync(server, 5);
        var answer = await rest.PostAsync($"Calls/{call.Sid}.json", ("Status", "canceled"));
        await server.UntilEndAsync(call);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("canceled", Events(server)[^1]["CallStatus"]);
    }

    [Fact]
    public async Task CancelledAfterTheAnswer_Is21220AndCompletedEndsIt()
    {
        await using var server = await StartAsync(WhenDialled.Rings, "<Pause length=\"60\"/>");
        using var rest = new RestClient(server);
        var (call, _) = await PlaceAsync(server);
        await PassAsync(server, 5);
        call.PickUp();
        await PassAsync(server, 2);
        var cancelled = await rest.PostAsync($"Calls/{call.Sid}.json", ("Status", "canceled"));
        var completed = await rest.PostAsync($"Calls/{call.Sid}.json", ("Status", "completed"));
        await server.UntilEndAsync(call);

        Assert.Equal((HttpStatusCode.BadRequest, 21220), (cancelled.Status, cancelled.Code));
        Assert.Equal((HttpStatusCode.OK, "completed"), (completed.Status, call.Status));
        Assert.Equal(EndedBy.Automat, TwimlServer.EndOf(call).By);
    }

    [Fact]
    public async Task RedirectOfACallThatIsNotInProgress_Is21220()
    {
        await using var server = await StartAsync(WhenDialled.Rings);
        using var rest = new RestClient(server);
        var (call, _) = await PlaceAsync(server);
        await PassAsync(server, 5);
        (string, string) url = ("Url", new Uri(server.Address, "/whisper").AbsoluteUri);
        var ringing = await rest.PostAsync($"Calls/{call.Sid}.json", url);
        call.Decline();
        await server.UntilEndAsync(call);
        var ended = await rest.PostAsync($"Calls/{call.Sid}.json", url);

        Assert.Equal((21220, 21220), (ringing.Code, ended.Code));
        Assert.Equal(20404, (await rest.PostAsync("Calls/CA00000000000000000000000000000000.json", url)).Code);
    }

    [Fact]
    public async Task Twiml_IsExecutedWithoutARequestAndNeedsAbsoluteActions()
    {
        await using var server = await StartAsync(WhenDialled.Answers);
        using var rest = new RestClient(server);
        var created = await rest.PostAsync(
            "Calls.json", ("To", Agent), ("From", server.Options.Line),
            ("Twiml", "<Response><Say>inline</Say><Redirect>/whisper</Redirect></Response>"));
        var call = server.Carrier.Find(created["sid"])!;
        await server.UntilEndAsync(call);

        Assert.Equal(["inline"], TwimlServer.Heard(call));
        Assert.Equal([11100], TwimlServer.TroubleCodes(call));
    }

    [Theory]
    [InlineData("To", "", 21201)]
    [InlineData("From", "", 21213)]
    [InlineData("To", "602000001", 21211)]
    [InlineData("From", "800", 21212)]
    [InlineData("From", "+420800000000", 21210)]
    [InlineData("Url", "/relative", 21205)]
    [InlineData("Url", "", 21205)]
    public async Task FaultyRequest_IsRefused(string field, string value, int code)
    {
        await using var server = await StartAsync(WhenDialled.Answers);
        using var rest = new RestClient(server);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["To"] = Agent,
            ["From"] = server.Options.Line,
            ["Url"] = new Uri(server.Address, "/whisper").AbsoluteUri,
            [field] = value,
        };
        var answer = await rest.PostAsync("Calls.json", [.. fields.Select(each => (each.Key, each.Value))]);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Code));
        Assert.Empty(server.Carrier.Calls);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.Forbidden)]
    [InlineData(true, HttpStatusCode.Created)]
    public async Task Recording_IsRefusedUnlessTheSwitchAllowsIt(bool allowed, HttpStatusCode status)
    {
        await using var server = await TwimlServer.StartAsync(
            options => options.Switches = new CarrierSwitches { AllowRecording = allowed }, ("/whisper", "<Hangup/>"));
        using var rest = new RestClient(server);
        var answer = await rest.PostAsync(
            "Calls.json", ("To", Agent), ("From", server.Options.Line), ("Record", "true"),
            ("Url", new Uri(server.Address, "/whisper").AbsoluteUri));
        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task List_IsFilteredByNumberStatusAndTime()
    {
        await using var server = await StartAsync(WhenDialled.Busy);
        using var rest = new RestClient(server);
        var (first, _) = await PlaceAsync(server);
        await server.UntilEndAsync(first);
        await PassAsync(server, 600);
        await PlaceAsync(server);

        var since = Uri.EscapeDataString(server.Time.GetUtcNow().AddMinutes(-5).ToString("O"));
        Assert.Equal(2, await CountAsync(rest, $"To={Uri.EscapeDataString(Agent)}"));
        Assert.Equal(1, await CountAsync(rest, $"To={Uri.EscapeDataString(Agent)}&Status=busy"));
        Assert.Equal(1, await CountAsync(rest, $"StartTime%3E={since}"));
        Assert.Equal(1, await CountAsync(rest, $"StartTime%3C={since}"));
        Assert.Equal(0, await CountAsync(rest, "To=%2B420602000002"));
    }

    private static async Task<int> CountAsync(RestClient rest, string query) =>
        (await rest.GetAsync($"Calls.json?{query}")).Body.GetProperty("calls").GetArrayLength();

    private static Received[] Events(TwimlServer server) => [.. server.Turns.Where(turn => turn.Path == "/events")];

    private static Task PassAsync(TwimlServer server, int seconds) =>
        server.Driver.PassAsync(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);

    private static async Task<(PhoneCall Call, RestAnswer Created)> PlaceAsync(
        TwimlServer server, params (string Name, string Value)[] more)
    {
        using var rest = new RestClient(server);
        var created = await rest.PostAsync("Calls.json",
        [
            ("To", Agent), ("From", server.Options.Line), ("Url", new Uri(server.Address, "/whisper").AbsoluteUri),
            ("StatusCallback", new Uri(server.Address, "/events").AbsoluteUri),
            ("StatusCallbackEvent", "initiated"), ("StatusCallbackEvent", "ringing"),
            ("StatusCallbackEvent", "answered"), ("StatusCallbackEvent", "completed"), .. more,
        ]);
        return (server.Carrier.Find(created["sid"])!, created);
    }

    private static Task<TwimlServer> StartAsync(WhenDialled behaviour, string whisper = "<Say>whisper</Say><Pause length=\"1\"/>") =>
        TwimlServer.StartAsync(
            options => options.Numbers.Add(new VirtualNumber(Agent, behaviour)), ("/whisper", whisper), ("/events", "<Pause/>"));
}
