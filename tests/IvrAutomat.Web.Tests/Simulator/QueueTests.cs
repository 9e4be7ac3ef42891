using System.Net;
using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>https://www.twilio.com/docs/voice/twiml/enqueue, /leave and https://www.twilio.com/docs/voice/api/member-resource</summary>
public sealed class QueueTests
{
    private const string Enqueue = "<Enqueue waitUrl=\"/wait\" action=\"/left\">q-1</Enqueue><Say>behind</Say>";

    [Fact]
    public async Task WaitDocument_IsRequestedAgainWhenItRunsOutAndKnowsThePlace()
    {
        await using var server = await StartAsync("<Say>please wait</Say><Pause length=\"9\"/>");
        var call = await server.CallAsync();
        await PassAsync(server, 25);

        var waits = server.Turns.Where(turn => turn.Path == "/wait").ToArray();
        Assert.Equal(3, waits.Length);
        Assert.Equal(
            ("1", "0", "1", "1000"),
            (waits[0]["QueuePosition"], waits[0]["QueueTime"], waits[0]["CurrentQueueSize"], waits[0]["MaxQueueSize"]));
        Assert.Matches("^QU[0-9a-f]{32}$", waits[0]["QueueSid"]);
        Assert.NotNull(waits[0]["AvgQueueTime"]);
        Assert.True(int.Parse(waits[2]["QueueTime"]!) is >= 19 and <= 21, waits[2]["QueueTime"]);
        Assert.False(call.Ended.IsCompleted);
    }

    [Fact]
    public async Task SecondCaller_StandsBehindTheFirst()
    {
        await using var server = await StartAsync("<Pause length=\"5\"/>");
        await server.CallAsync();
        await PassAsync(server, 1);
        var second = await server.CallAsync();
        await PassAsync(server, 1);

        Assert.Equal("2", server.Turns.Single(turn => turn.Path == "/wait" && turn["CallSid"] == second.Sid)["QueuePosition"]);
    }

    [Fact]
    public async Task GatherInTheWait_LeadsToItsActionAndThenBackToTheWait()
    {
        await using var server = await StartAsync("<Gather numDigits=\"1\" action=\"/key\"><Say>press one</Say></Gather>");
        server.Answer("/key", "<Say>thank you</Say>");
        var call = await server.CallAsync();
        await server.UntilListeningAsync(call);
        call.Press("1");
        await PassAsync(server, 3);

        Assert.Equal("1", server.Turns.Single(turn => turn.Path == "/key")["Digits"]);
        Assert.Contains("thank you", TwimlServer.Heard(call));
        Assert.Equal("/wait", server.Turns[^1].Path);
    }

    [Fact]
    public async Task Leave_GoesOnAtTheActionWithTheResult()
    {
        await using var server = await StartAsync("<Pause length=\"3\"/><Leave/><Say>unreachable</Say>");
        var call = await server.CallToTheEndAsync();

        var left = server.Turns.Single(turn => turn.Path == "/left");
        Assert.Equal(("leave", "3"), (left["QueueResult"], left["QueueTime"]));
        Assert.Equal(["left"], TwimlServer.Heard(call));
        Assert.Empty(server.Carrier.Queues.All.Single().Members);
    }

    [Fact]
    public async Task LeaveWithoutAction_GoesOnAtTheNextVerb()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Enqueue waitUrl=\"/wait\">q-1</Enqueue><Say>behind</Say>"), ("/wait", "<Leave/>"));
        Assert.Equal(["behind"], TwimlServer.Heard(await server.CallToTheEndAsync()));
    }

    [Fact]
    public async Task LeaveOutsideAQueue_DoesNothing()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Leave/><Say>behind</Say>"));
        Assert.Equal(["behind"], TwimlServer.Heard(await server.CallToTheEndAsync()));
    }

    [Fact]
    public async Task FullQueue_GoesOnAtOnceWithTheResult()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Enqueue maxQueueSize=\"1\" waitUrl=\"/wait\" action=\"/left\">q-1</Enqueue>"),
            ("/wait", "<Pause length=\"60\"/>"),
            ("/left", "<Hangup/>"));
        await server.CallAsync();
        await PassAsync(server, 1);
        await server.CallToTheEndAsync();

        Assert.Equal("queue-full", server.Turns.Single(turn => turn.Path == "/left")["QueueResult"]);
    }

    [Fact]
    public async Task WaitDocumentThatCannotBeHad_IsAnError()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Enqueue waitUrl=\"/nowhere\" action=\"/left\">q-1</Enqueue>"), ("/left", "<Hangup/>"));
        await server.CallToTheEndAsync();
        Assert.Equal("error", server.Turns.Single(turn => turn.Path == "/left")["QueueResult"]);
    }

    [Theory]
    [InlineData("<Dial>+420601777777</Dial>")]
    [InlineData("<Enqueue>q-2</Enqueue>")]
    public async Task WaitDocumentWithAVerbThatMayNotStandThere_IsRefused(string verbs)
    {
        await using var server = await StartAsync(verbs);
        var call = await server.CallToTheEndAsync();
        Assert.Equal([12200], TwimlServer.TroubleCodes(call));
    }

    [Fact]
    public async Task CallerWhoHangsUp_IsToldToTheActionAndLeavesTheQueue()
    {
        await using var server = await StartAsync("<Pause length=\"60\"/>");
        var call = await server.CallAsync();
        await PassAsync(server, 4);
        call.HangUp();
        await server.UntilEndAsync(call);

        Assert.Equal("hangup", server.Turns.Single(turn => turn.Path == "/left")["QueueResult"]);
        Assert.DoesNotContain("left", TwimlServer.Heard(call));
        Assert.Empty(server.Carrier.Queues.All.Single().Members);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Dequeue_MovesTheCallerAndTellsTheAction_WhoseAnswerCountsByTheSwitch(bool executed)
    {
        await using var server = await TwimlServer.StartAsync(
            options => options.Switches = new CarrierSwitches { RedirectedActionIsExecuted = executed },
            ("/voice", Enqueue),
            ("/wait", "<Pause length=\"60\"/>"),
            ("/left", "<Say>left</Say>"),
            ("/room", "<Say>room</Say>"));
        using var rest = new RestClient(server);
        var call = await server.CallAsync();
        await PassAsync(server, 3);
        var queue = (await rest.GetAsync("Queues.json")).Body.GetProperty("queues")[0];
        Assert.Equal(("q-1", 1), (queue.GetProperty("friendly_name").GetString(), queue.GetProperty("current_size").GetInt32()));
        var answer = await DequeueAsync(rest, server, queue.GetProperty("sid").GetString()!, call.Sid);
        await server.UntilEndAsync(call);

        Assert.Equal((HttpStatusCode.OK, call.Sid), (answer.Status, answer["call_sid"]));
        Assert.Equal("redirected", server.Turns.Single(turn => turn.Path == "/left")["QueueResult"]);
        Assert.Equal(executed ? ["left", "room"] : ["room"], TwimlServer.Heard(call));
    }

    [Fact]
    public async Task DequeueOfSomebodyWhoHasLeft_Is404()
    {
        await using var server = await StartAsync("<Pause length=\"60\"/>");
        using var rest = new RestClient(server);
        var call = await server.CallAsync();
        await PassAsync(server, 3);
        var queue = server.Carrier.Queues.All.Single().Sid;
        await DequeueAsync(rest, server, queue, "Front");
        var again = await DequeueAsync(rest, server, queue, call.Sid);
        await server.UntilEndAsync(call);

        Assert.Equal((HttpStatusCode.NotFound, 20404), (again.Status, again.Code));
    }

    [Fact]
    public async Task CallThatIsMovedByItsOwnResource_LeavesTheQueueAsRedirected()
    {
        await using var server = await StartAsync("<Pause length=\"60\"/>");
        server.Answer("/room", "<Say>room</Say>");
        using var rest = new RestClient(server);
        var call = await server.CallAsync();
        await PassAsync(server, 3);
        await rest.PostAsync($"Calls/{call.Sid}.json", ("Url", new Uri(server.Address, "/room").AbsoluteUri));
        await server.UntilEndAsync(call);

        Assert.Equal("redirected", server.Turns.Single(turn => turn.Path == "/left")["QueueResult"]);
        Assert.Equal(["room"], TwimlServer.Heard(call));
    }

    private static Task<RestAnswer> DequeueAsync(RestClient rest, TwimlServer server, string queue, string member) =>
        rest.PostAsync($"Queues/{queue}/Members/{member}.json", ("Url", new Uri(server.Address, "/room").AbsoluteUri));

    private static Task PassAsync(TwimlServer server, int seconds) =>
        server.Driver.PassAsync(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);

    private static Task<TwimlServer> StartAsync(string wait) => TwimlServer.StartAsync(
        ("/voice", Enqueue), ("/wait", wait), ("/left", "<Say>left</Say>"), ("/room", "<Say>room</Say>"));
}
