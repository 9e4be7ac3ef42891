using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>https://www.twilio.com/docs/voice/twiml/dial and /number</summary>
public sealed class DialTests
{
    private const string Person = "+420601777777";
    private const string Dial = $"<Dial timeout=\"20\" action=\"/done\"><Number>{Person}</Number></Dial>";

    [Fact]
    public async Task AnsweredNumber_TalksAndThenTheActionIsRequested()
    {
        await using var server = await StartAsync(WhenDialled.Answers, Dial);
        var call = await server.CallToTheEndAsync();

        var action = server.Turns.Single(turn => turn.Path == "/done");
        Assert.Equal(("completed", "true", "30"), (action["DialCallStatus"], action["DialBridged"], action["DialCallDuration"]));
        Assert.Equal(Person, Assert.Single(call.Transcript.After(0).OfType<Dialled>()).To);
    }

    [Theory]
    [InlineData(WhenDialled.Busy, "busy")]
    [InlineData(WhenDialled.NoAnswer, "no-answer")]
    [InlineData(WhenDialled.Fails, "failed")]
    public async Task NumberThatIsNotReached_IsToldToTheAction(WhenDialled behaviour, string status)
    {
        await using var server = await StartAsync(behaviour, Dial);
        await server.CallToTheEndAsync();

        var action = server.Turns.Single(turn => turn.Path == "/done");
        Assert.Equal((status, "false"), (action["DialCallStatus"], action["DialBridged"]));
    }

    [Fact]
    public async Task NoAnswer_RingsForTheTimeoutAndFiveSecondsMore()
    {
        await using var server = await StartAsync(WhenDialled.NoAnswer, Dial);
        var began = server.Time.GetUtcNow();
        await server.CallToTheEndAsync();

        Assert.Equal(TimeSpan.FromSeconds(25), server.Time.GetUtcNow() - began);
    }

    [Fact]
    public async Task WithoutAction_TheNextVerbFollows()
    {
        await using var server = await StartAsync(WhenDialled.Busy, $"<Dial>{Person}</Dial><Say>afterwards</Say>");
        Assert.Equal(["afterwards"], TwimlServer.Heard(await server.CallToTheEndAsync()));
    }

    [Theory]
    [InlineData(WhenDialled.Busy, "no-answer")]
    [InlineData(WhenDialled.Answers, "completed")]
    public async Task AnswerOnBridge_AnswersTheCallOnlyWhenTheNumberAnswers(WhenDialled behaviour, string last)
    {
        await using var server = await StartAsync(
            behaviour,
            $"<Dial answerOnBridge=\"true\" action=\"/done\">{Person}</Dial>",
            done: behaviour == WhenDialled.Answers ? "<Hangup/>" : "<Reject/>");
        var call = await server.CallAsync();
        await server.Driver.PassAsync(TimeSpan.FromSeconds(0.5), TestContext.Current.CancellationToken);
        Assert.Equal("ringing", call.Status);

        await server.UntilEndAsync(call);
        var answered = call.Transcript.After(0).OfType<StatusChanged>().Any(change => change.Status == "in-progress");
        Assert.Equal((behaviour == WhenDialled.Answers, last), (answered, call.Status));
    }

    [Fact]
    public async Task SeveralNumbers_TheFirstToAnswerWins()
    {
        await using var server = await TwimlServer.StartAsync(
            options =>
            {
                options.Numbers.Add(Answering("+420601777771", after: 9, talks: 1));
                options.Numbers.Add(Answering("+420601777772", after: 2, talks: 7));
            },
            ("/voice", "<Dial action=\"/done\"><Number>+420601777771</Number><Number>+420601777772</Number></Dial>"),
            ("/done", "<Hangup/>"));
        await server.CallToTheEndAsync();

        Assert.Equal("7", server.Turns[1]["DialCallDuration"]);
    }

    [Fact]
    public async Task HangupOnStar_EndsTheTalkAndGoesOn()
    {
        await using var server = await StartAsync(WhenDialled.Answers, $"<Dial hangupOnStar=\"true\" action=\"/done\">{Person}</Dial>");
        var call = await server.CallAsync();
        await server.Driver.PassAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        call.Press("*");
        await server.UntilEndAsync(call);

        Assert.Equal("6", server.Turns[1]["DialCallDuration"]);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task CallerWhoHangsUpDuringTheDial_LeadsToTheActionByTheSwitch(bool reports, int turns)
    {
        await using var server = await TwimlServer.StartAsync(
            options => options.Switches = new CarrierSwitches { DialActionAfterHangup = reports },
            ("/voice", Dial),
            ("/done", "<Say>never</Say>"));
        var call = await server.CallAsync();
        await server.Driver.PassAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        call.HangUp();
        await server.UntilEndAsync(call);

        Assert.Equal(turns, server.Turns.Count);
        Assert.Empty(TwimlServer.Heard(call));
        Assert.Equal(EndedBy.Caller, TwimlServer.EndOf(call).By);
    }

    [Fact]
    public async Task ForeignCallerId_IsRefused()
    {
        await using var server = await StartAsync(
            WhenDialled.Answers, $"<Dial callerId=\"+420601000009\" action=\"/done\">{Person}</Dial>");
        var call = await server.CallToTheEndAsync();

        Assert.Equal([13214], TwimlServer.TroubleCodes(call));
        Assert.Equal("failed", server.Turns[1]["DialCallStatus"]);
    }

    private static VirtualNumber Answering(string number, int after, int talks) =>
        new(number) { AnswersAfter = TimeSpan.FromSeconds(after), TalksFor = TimeSpan.FromSeconds(talks) };

    private static Task<TwimlServer> StartAsync(WhenDialled behaviour, string verbs, string done = "<Hangup/>") => TwimlServer.StartAsync(
        options => options.Numbers.Add(new VirtualNumber(Person, behaviour)), ("/voice", verbs), ("/done", done));
}
