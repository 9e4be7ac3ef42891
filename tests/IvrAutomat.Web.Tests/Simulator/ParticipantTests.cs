using System.Net;
using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>
/// https://www.twilio.com/docs/voice/api/conference-resource and https://www.twilio.com/docs/voice/api/conference-participant-resource
/// </summary>
public sealed class ParticipantTests
{
    private const string Agent = "+420602000009";

    [Fact]
    public async Task Conference_IsFoundByNameAndStatus()
    {
        await using var room = await RoomAsync();
        var list = (await room.Rest.GetAsync("Conferences.json?FriendlyName=room&Status=in-progress")).Body.GetProperty("conferences");

        Assert.Equal(room.Sid, list[0].GetProperty("sid").GetString());
        Assert.Equal(0, (await room.Rest.GetAsync("Conferences.json?FriendlyName=other")).Body.GetProperty("conferences").GetArrayLength());
        Assert.Equal("in-progress", (await room.Rest.GetAsync($"Conferences/{room.Sid}.json"))["status"]);
    }

    [Fact]
    public async Task CompletedByRest_EndsForAllAndTellsWhy()
    {
        await using var room = await RoomAsync();
        var answer = await room.Rest.PostAsync($"Conferences/{room.Sid}.json", ("Status", "completed"));
        await room.Server.UntilEndAsync(room.Customer);
        await room.Server.UntilEndAsync(room.Agent);

        Assert.Equal(("completed", "conference-ended-via-api"), (answer["status"], answer["reason_conference_ended"]));
        Assert.Equal("conference-ended-via-api", room.Events[^1]["ReasonConferenceEnded"]);
        Assert.Equal("conference_ended_via_api", room.Events[^2]["ReasonParticipantLeft"]);
        Assert.Equal(2, room.Server.Turns.Count(turn => turn.Path == "/done"));
        Assert.Equal(0, (await room.Rest.GetAsync($"Conferences/{room.Sid}/Participants.json")).Body.GetProperty("participants").GetArrayLength());
    }

    [Fact]
    public async Task HeldParticipant_HearsTheHoldMusicByGetAndIsNotHeard()
    {
        await using var room = await RoomAsync();
        room.Server.Answer("/hold", "<Say>on hold</Say>");
        var answer = await room.Rest.PostAsync(
            $"Conferences/{room.Sid}/Participants/customer.json",
            ("Hold", "true"), ("HoldUrl", new Uri(room.Server.Address, "/hold").AbsoluteUri));
        await room.PassAsync(5);

        Assert.Equal("True", answer["hold"]);
        Assert.Equal("GET", room.Server.Turns.Single(turn => turn.Path == "/hold").Method);
        Assert.Equal("on hold", TwimlServer.Heard(room.Customer)[^1]);
        Assert.Empty(room.Agent.ConnectedWith);
        Assert.Equal("participant-hold", room.Events[^1]["StatusCallbackEvent"]);

        await room.Rest.PostAsync($"Conferences/{room.Sid}/Participants/customer.json", ("Hold", "false"));
        await room.PassAsync(1);
        Assert.Same(room.Customer, Assert.Single(room.Agent.ConnectedWith));
        Assert.Equal("participant-unhold", room.Events[^1]["StatusCallbackEvent"]);
    }

    [Fact]
    public async Task MutedParticipant_HearsEverythingAndIsNotHeard()
    {
        await using var room = await RoomAsync();
        await room.Rest.PostAsync($"Conferences/{room.Sid}/Participants/{room.Agent.Sid}.json", ("Muted", "true"));
        room.Agent.Say("neslyšet");
        room.Customer.Say("slyšet");
        await room.PassAsync(1);

        Assert.Empty(room.Customer.Transcript.After(0).OfType<OtherSpoke>());
        Assert.Equal("slyšet", Assert.Single(room.Agent.Transcript.After(0).OfType<OtherSpoke>()).Text);
        Assert.Equal("participant-mute", room.Events[^1]["StatusCallbackEvent"]);
    }

    [Theory]
    [InlineData(false, "done")]
    [InlineData(true, null)]
    public async Task RemovedParticipant_GoesOnOrEndsByTheSwitch(bool ends, string? heard)
    {
        await using var room = await RoomAsync(new CarrierSwitches { RemovedParticipantEnds = ends });
        await room.Rest.PostAsync($"Conferences/{room.Sid}/Participants/agent.json", ("EndConferenceOnExit", "false"));
        var answer = await room.Rest.DeleteAsync($"Conferences/{room.Sid}/Participants/agent.json");
        await room.Server.UntilEndAsync(room.Agent);

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal(heard is null ? [] : [heard], TwimlServer.Heard(room.Agent));
        Assert.False(room.Customer.Ended.IsCompleted);
        Assert.Equal(20404, (await room.Rest.DeleteAsync($"Conferences/{room.Sid}/Participants/agent.json")).Code);
    }

    [Fact]
    public async Task RemovedModerator_EndsTheConferenceAsKicked()
    {
        await using var room = await RoomAsync();
        await room.Rest.DeleteAsync($"Conferences/{room.Sid}/Participants/agent.json");
        await room.Server.UntilEndAsync(room.Customer);
        Assert.Equal("participant-with-end-conference-on-exit-kicked", room.Events[^1]["ReasonConferenceEnded"]);
    }

    [Fact]
    public async Task Announcement_IsHeardByAllAndItsEndIsTold()
    {
        await using var room = await RoomAsync();
        room.Server.Answer("/announce", "<Say>one minute left</Say>");
        await room.Rest.PostAsync($"Conferences/{room.Sid}.json", ("AnnounceUrl", new Uri(room.Server.Address, "/announce").AbsoluteUri));
        await room.PassAsync(5);

        Assert.Equal("one minute left", TwimlServer.Heard(room.Customer)[^1]);
        Assert.Equal("one minute left", TwimlServer.Heard(room.Agent)[^1]);
        Assert.Single(room.Events, each => each["StatusCallbackEvent"] == "announcement-end");
        Assert.Same(room.Customer, Assert.Single(room.Agent.ConnectedWith));
    }

    [Fact]
    public async Task CreatedParticipant_IsInTheRoomAsSoonAsAnybodyAnswers()
    {
        await using var room = await RoomAsync();
        var created = await room.Rest.PostAsync(
            $"Conferences/{room.Sid}/Participants.json",
            ("From", room.Server.Options.Line), ("To", "+420602000008"), ("Label", "second"), ("EarlyMedia", "false"));
        await room.PassAsync(7);

        Assert.Equal((HttpStatusCode.Created, "queued"), (created.Status, created["status"]));
        Assert.Equal("connected", (await room.Rest.GetAsync($"Conferences/{room.Sid}/Participants/second.json"))["status"]);
        Assert.Equal(2, room.Customer.ConnectedWith.Count);
    }

    [Fact]
    public async Task CreatedParticipantWhoDoesNotAnswer_IsToldToTheRoom()
    {
        await using var room = await RoomAsync();
        room.Server.Carrier.SetNumbers([new VirtualNumber("+420602000008", WhenDialled.NoAnswer)]);
        await room.Rest.PostAsync(
            $"Conferences/{room.Sid}/Participants.json",
            ("From", room.Server.Options.Line), ("To", "+420602000008"), ("Label", "second"), ("Timeout", "10"));
        await room.PassAsync(20);

        Assert.Equal(
            ("participant-leave", "participant_add_failed", "no-answer", "second"),
            (room.Events[^1]["StatusCallbackEvent"], room.Events[^1]["ReasonParticipantLeft"],
                room.Events[^1]["ParticipantCallStatus"], room.Events[^1]["ParticipantLabel"]));
    }

    [Fact]
    public async Task ParticipantOfAConferenceThatHasEnded_IsRefused()
    {
        await using var room = await RoomAsync();
        await room.Rest.PostAsync($"Conferences/{room.Sid}.json", ("Status", "completed"));
        var answer = await room.Rest.PostAsync(
            $"Conferences/{room.Sid}/Participants.json", ("From", room.Server.Options.Line), ("To", Agent));
        Assert.Equal(20404, answer.Code);
    }

    private static async Task<Room> RoomAsync(CarrierSwitches? switches = null)
    {
        const string events = "statusCallback=\"/room-events\" statusCallbackEvent=\"start end join leave mute hold modify announcement\"";
        static string Document(string label, string more) =>
            $"<Dial action=\"/done\"><Conference waitUrl=\"\" beep=\"false\" endConferenceOnExit=\"true\" participantLabel=\"{label}\" {more}>room</Conference></Dial>";
        var server = await TwimlServer.StartAsync(
            options => options.Switches = switches ?? options.Switches,
            ("/voice", Document("customer", events)), ("/agent", Document("agent", "")), ("/done", "<Say>done</Say>"), ("/room-events", "<Pause/>"));
        var room = new Room(server);
        await room.OpenAsync();
        return room;
    }

    private sealed class Room(TwimlServer server) : IAsyncDisposable
    {
        public TwimlServer Server => server;

        public RestClient Rest { get; } = new(server);

        public PhoneCall Customer { get; private set; } = null!;

        public PhoneCall Agent { get; private set; } = null!;

        public string Sid => server.Carrier.Conferences.All[0].Sid;

        public Received[] Events => [.. server.Turns.Where(turn => turn.Path == "/room-events")];

        public async Task OpenAsync()
        {
            Customer = await server.CallAsync();
            await PassAsync(1);
            var created = await Rest.PostAsync(
                "Calls.json", ("To", ParticipantTests.Agent), ("From", server.Options.Line),
                ("Url", new Uri(server.Address, "/agent").AbsoluteUri));
            Agent = server.Carrier.Find(created["sid"])!;
            await PassAsync(7);
        }

        public Task PassAsync(int seconds) =>
            server.Driver.PassAsync(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync()
        {
            Rest.Dispose();
            return server.DisposeAsync();
        }
    }
}
