using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>https://www.twilio.com/docs/voice/twiml/conference</summary>
public sealed class ConferenceTests
{
    private const string Agent = "+420602000009";

    [Fact]
    public async Task CustomerWaitsUntilTheAgentStartsIt_AndTheEventsFollowTheTimeline()
    {
        await using var server = await StartAsync();
        var customer = await server.CallAsync();
        await PassAsync(server, 3);
        Assert.Contains(server.Turns, turn => turn.Path == "/wait");
        Assert.Empty(customer.ConnectedWith);

        var agent = await AgentAsync(server);
        Assert.Same(agent, Assert.Single(customer.ConnectedWith));
        Assert.Same(customer, Assert.Single(agent.ConnectedWith));
        agent.HangUp();
        await server.UntilEndAsync(customer);

        Assert.Equal(
            ["participant-join", "participant-join", "conference-start", "participant-leave", "participant-leave", "conference-end"],
            Events(server).Select(each => each["StatusCallbackEvent"]));
        Assert.Equal(["1", "2", "3", "4", "5", "6"], Events(server).Select(each => each["SequenceNumber"]));
        Assert.Equal(
            ("participant_hung_up", "agent", "moderator_ended_conference", "customer"),
            (Events(server)[3]["ReasonParticipantLeft"], Events(server)[3]["ParticipantLabel"],
                Events(server)[4]["ReasonParticipantLeft"], Events(server)[4]["ParticipantLabel"]));
        Assert.Equal(
            ("participant-with-end-conference-on-exit-left", agent.Sid, "agent"),
            (Events(server)[5]["ReasonConferenceEnded"], Events(server)[5]["CallSidEndingConference"],
                Events(server)[5]["ParticipantLabelEndingConference"]));
        Assert.Equal("answered", server.Turns.Single(turn => turn.Path == "/done")["DialCallStatus"]);
        Assert.Null(server.Turns.Single(turn => turn.Path == "/done")["DialCallSid"]);
        Assert.Equal("done", TwimlServer.Heard(customer)[^1]);
    }

    [Fact]
    public async Task WhatOneSays_TheOtherHears()
    {
        await using var server = await StartAsync();
        var customer = await server.CallAsync();
        await PassAsync(server, 3);
        var agent = await AgentAsync(server);
        customer.Say("dobrý den");
        await server.Driver.SettleAsync(TestContext.Current.CancellationToken);

        Assert.Equal("dobrý den", Assert.Single(agent.Transcript.After(0).OfType<OtherSpoke>()).Text);
        Assert.Empty(customer.Transcript.After(0).OfType<OtherSpoke>());
    }

    [Fact]
    public async Task CustomerWhoHangsUp_EndsTheAgentsLegAsWell()
    {
        await using var server = await StartAsync();
        var customer = await server.CallAsync();
        await PassAsync(server, 3);
        var agent = await AgentAsync(server);
        customer.HangUp();
        await server.UntilEndAsync(agent);

        Assert.Equal("/agent-done", server.Turns.Single(turn => turn["CallSid"] == agent.Sid && turn.Path == "/agent-done").Path);
    }

    [Fact]
    public async Task WaitDocumentWithoutRedirect_IsFollowedBySilence()
    {
        await using var server = await StartAsync("<Say>please wait</Say>");
        var customer = await server.CallAsync();
        await PassAsync(server, 60);
        Assert.Single(server.Turns, turn => turn.Path == "/wait");
        Assert.False(customer.Ended.IsCompleted);
    }

    [Fact]
    public async Task WaitDocumentWithRedirect_IsALoop()
    {
        await using var server = await StartAsync("<Pause length=\"5\"/><Redirect/>");
        await server.CallAsync();
        await PassAsync(server, 21);
        Assert.Equal(5, server.Turns.Count(turn => turn.Path == "/wait"));
    }

    [Fact]
    public async Task GatherInTheWaitDocument_IsRefusedAndTheLegDrops()
    {
        await using var server = await StartAsync("<Gather/>");
        var customer = await server.CallToTheEndAsync();
        Assert.Equal([13238], TwimlServer.TroubleCodes(customer));
        Assert.Equal("done", TwimlServer.Heard(customer)[^1]);
    }

    [Fact]
    public async Task LabelThatIsTaken_KeepsTheLegOutAndTheNextVerbFollows()
    {
        await using var server = await StartAsync();
        await server.CallAsync();
        await PassAsync(server, 3);
        server.Answer("/whisper", Room("customer", start: true) + "<Say>behind</Say>");
        var agent = await AgentAsync(server);
        await server.UntilEndAsync(agent);

        Assert.Equal([16025], TwimlServer.TroubleCodes(agent));
        Assert.Equal(["behind"], TwimlServer.Heard(agent));
    }

    [Fact]
    public async Task CallMovedOutByRest_LeavesTheRoomAndItsActionIsNotRequested()
    {
        await using var server = await StartAsync();
        server.Answer("/elsewhere", "<Say>elsewhere</Say>");
        using var rest = new RestClient(server);
        var customer = await server.CallAsync();
        await PassAsync(server, 3);
        await rest.PostAsync($"Calls/{customer.Sid}.json", ("Url", new Uri(server.Address, "/elsewhere").AbsoluteUri));
        await server.UntilEndAsync(customer);

        Assert.Equal("participant_updated_via_api", Events(server)[1]["ReasonParticipantLeft"]);
        Assert.Equal("elsewhere", TwimlServer.Heard(customer)[^1]);
        Assert.DoesNotContain(server.Turns, turn => turn.Path == "/done");
    }

    [Fact]
    public async Task RoomOfOneName_IsNewAfterItsEnd()
    {
        await using var server = await StartAsync();
        var first = await server.CallAsync();
        await PassAsync(server, 3);
        first.HangUp();
        await server.UntilEndAsync(first);
        await server.CallAsync();
        await PassAsync(server, 3);

        var rooms = server.Carrier.Conferences.All;
        Assert.Equal(["completed", "init"], rooms.Select(room => room.Status));
        Assert.NotEqual(rooms[0].Sid, rooms[1].Sid);
    }

    [Theory]
    [InlineData("<Dial><Conference record=\"record-from-start\">room</Conference></Dial>")]
    [InlineData("<Dial record=\"record-from-answer\">+420601777777</Dial>")]
    public async Task Recording_IsRefused(string verbs)
    {
        await using var server = await TwimlServer.StartAsync(("/voice", verbs));
        Assert.Equal([12200, 11200], TwimlServer.TroubleCodes(await server.CallToTheEndAsync()));
    }

    internal static string Room(string label, bool start) =>
        $"<Dial action=\"/{(label == "agent" ? "agent-done" : "done")}\"><Conference startConferenceOnEnter=\"{(start ? "true" : "false")}\" "
        + $"endConferenceOnExit=\"true\" beep=\"false\" participantLabel=\"{label}\" waitUrl=\"/wait\" "
        + "statusCallback=\"/room-events\" statusCallbackEvent=\"start end join leave\">room</Conference></Dial>";

    private static Received[] Events(TwimlServer server) => [.. server.Turns.Where(turn => turn.Path == "/room-events")];

    private static Task PassAsync(TwimlServer server, int seconds) =>
        server.Driver.PassAsync(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);

    private static async Task<PhoneCall> AgentAsync(TwimlServer server)
    {
        using var rest = new RestClient(server);
        var created = await rest.PostAsync(
            "Calls.json", ("To", Agent), ("From", server.Options.Line), ("Url", new Uri(server.Address, "/whisper").AbsoluteUri));
        await PassAsync(server, 7);
        return server.Carrier.Find(created["sid"])!;
    }

    private static Task<TwimlServer> StartAsync(string wait = "<Play digits=\"1\"/><Pause length=\"5\"/><Redirect/>") => TwimlServer.StartAsync(
        ("/voice", Room("customer", start: false)),
        ("/whisper", Room("agent", start: true)),
        ("/wait", wait),
        ("/done", "<Say>done</Say>"),
        ("/agent-done", "<Hangup/>"),
        ("/room-events", "<Pause/>"));
}
