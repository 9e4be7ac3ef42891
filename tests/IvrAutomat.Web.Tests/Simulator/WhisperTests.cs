using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>https://www.twilio.com/docs/voice/twiml/number: what the called side hears, its leg and its events.</summary>
public sealed class WhisperTests
{
    private const string Person = "+420601777777";
    private const string Dial =
        $"<Dial action=\"/done\"><Number url=\"/whisper\" statusCallback=\"/leg\" statusCallbackEvent=\"initiated ringing answered completed\">{Person}</Number></Dial>";

    [Fact]
    public async Task CalledSide_HearsTheWhisperOnItsOwnLegBeforeItIsConnected()
    {
        await using var server = await StartAsync("<Say>whisper</Say>");
        var call = await server.CallAsync();
        await PassAsync(server, 8);
        var leg = Leg(server);

        Assert.Equal(["whisper"], TwimlServer.Heard(leg));
        Assert.DoesNotContain("whisper", TwimlServer.Heard(call));
        Assert.Same(leg, Assert.Single(call.ConnectedWith));
        Assert.Equal(("outbound-dial", call.Sid), (WhisperOf(server)["Direction"], WhisperOf(server)["ParentCallSid"]));
        Assert.Equal(leg.Sid, WhisperOf(server)["CallSid"]);

        await server.UntilEndAsync(call);
        var events = server.Turns.Where(turn => turn.Path == "/leg").ToArray();
        Assert.Equal(["initiated", "ringing", "in-progress", "completed"], events.Select(each => each["CallStatus"]));
        Assert.All(events, each => Assert.Equal(call.Sid, each["ParentCallSid"]));
        var done = server.Turns.Single(turn => turn.Path == "/done");
        Assert.Equal(("completed", "true", leg.Sid), (done["DialCallStatus"], done["DialBridged"], done["DialCallSid"]));
    }

    [Fact]
    public async Task WhisperThatHangsUp_IsNotConnectedAndStillSaysCompleted()
    {
        await using var server = await StartAsync("<Gather numDigits=\"1\" timeout=\"3\"/><Hangup/>");
        await server.CallToTheEndAsync();
        var done = server.Turns.Single(turn => turn.Path == "/done");
        Assert.Equal(("completed", "false"), (done["DialCallStatus"], done["DialBridged"]));
    }

    [Fact]
    public async Task DialInAWhisper_IsRefused()
    {
        await using var server = await StartAsync("<Dial>+420601000000</Dial>");
        await server.CallToTheEndAsync();
        Assert.Equal("false", server.Turns.Single(turn => turn.Path == "/done")["DialBridged"]);
    }

    [Fact]
    public async Task VoicemailThatPicksUpFirst_WinsAndTheOthersAreHungUp()
    {
        await using var server = await TwimlServer.StartAsync(
            options =>
            {
                options.Numbers.Add(new VirtualNumber("+420601777771", WhenDialled.Voicemail) { VoicemailAfter = TimeSpan.FromSeconds(3) });
                options.Numbers.Add(new VirtualNumber("+420601777772", WhenDialled.Rings));
            },
            ("/voice", "<Dial action=\"/done\"><Number>+420601777771</Number><Number>+420601777772</Number></Dial>"),
            ("/done", "<Hangup/>"));
        var call = await server.CallAsync();
        await PassAsync(server, 5);

        var legs = server.Carrier.Calls.Where(each => !each.IsInbound).ToDictionary(each => each.To, each => each.Status, StringComparer.Ordinal);
        Assert.Equal(("in-progress", "canceled"), (legs["+420601777771"], legs["+420601777772"]));
        call.HangUp();
        await server.UntilEndAsync(call);
    }

    [Fact]
    public async Task SequentialNumbers_RingOneAfterTheOther()
    {
        await using var server = await TwimlServer.StartAsync(
            options => options.Numbers.Add(new VirtualNumber("+420601777771", WhenDialled.NoAnswer)),
            ("/voice", "<Dial sequential=\"true\" timeout=\"10\" action=\"/done\"><Number>+420601777771</Number><Number>+420601777772</Number></Dial>"),
            ("/done", "<Hangup/>"));
        await server.CallToTheEndAsync();

        var legs = server.Carrier.Calls.Where(each => !each.IsInbound).OrderBy(each => each.StartedAt).ToArray();
        Assert.Equal(["no-answer", "completed"], legs.Select(leg => leg.Status));
        Assert.Equal(TimeSpan.FromSeconds(15), legs[1].StartedAt - legs[0].StartedAt);
    }

    [Fact]
    public async Task FrontOfAQueue_IsConnectedAfterItsOwnWhisper()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Enqueue action=\"/left\">q-1</Enqueue>"),
            ("/agent", "<Dial action=\"/done\"><Queue url=\"/before\">q-1</Queue></Dial>"),
            ("/before", "<Say>connecting</Say>"), ("/left", "<Hangup/>"), ("/done", "<Hangup/>"));
        using var rest = new RestClient(server);
        var customer = await server.CallAsync();
        await PassAsync(server, 2);
        var created = await rest.PostAsync(
            "Calls.json", ("To", Person), ("From", server.Options.Line), ("Url", new Uri(server.Address, "/agent").AbsoluteUri));
        await PassAsync(server, 10);
        var agent = server.Carrier.Find(created["sid"])!;

        Assert.Equal(["connecting"], TwimlServer.Heard(customer));
        Assert.Equal(agent.Sid, server.Turns.Single(turn => turn.Path == "/before")["DequeingCallSid"]);
        Assert.Same(agent, Assert.Single(customer.ConnectedWith));
        agent.HangUp();
        await server.UntilEndAsync(customer);
        Assert.Equal("bridged", server.Turns.Single(turn => turn.Path == "/left")["QueueResult"]);
    }

    [Theory]
    [InlineData("", "no-answer", 11)]
    [InlineData("<Enqueue>q-1</Enqueue>", "failed", 1)]
    public async Task QueueThatIsEmptyOrMissing_IsToldToTheAction(string before, string status, int seconds)
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Dial timeout=\"10\" action=\"/done\"><Queue>q-1</Queue></Dial>"), ("/done", "<Hangup/>"));
        if (before.Length == 0)
        {
            server.Carrier.Queues.Named("q-1");
        }

        var began = server.Time.GetUtcNow();
        await server.CallToTheEndAsync();
        Assert.Equal(status, server.Turns.Single(turn => turn.Path == "/done")["DialCallStatus"]);
        Assert.True(server.Time.GetUtcNow() - began < TimeSpan.FromSeconds(seconds));
    }

    private static PhoneCall Leg(TwimlServer server) => server.Carrier.Calls.Single(call => !call.IsInbound);

    private static Received WhisperOf(TwimlServer server) => server.Turns.Single(turn => turn.Path == "/whisper");

    private static Task PassAsync(TwimlServer server, int seconds) =>
        server.Driver.PassAsync(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);

    private static Task<TwimlServer> StartAsync(string whisper) => TwimlServer.StartAsync(
        ("/voice", Dial), ("/whisper", whisper), ("/done", "<Hangup/>"), ("/leg", "<Pause/>"));
}
