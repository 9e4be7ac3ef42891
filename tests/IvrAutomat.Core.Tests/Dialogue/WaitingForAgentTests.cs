using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Orders;

namespace IvrAutomat.Core.Tests.Dialogue;

public sealed class WaitingForAgentTests
{
    private static readonly ShopProfile Staffed = Talk.Shop with { AgentLanguages = ["cs"] };

    private static readonly CommandGiven Zero = new(GlobalCommand.Person);

    [Fact]
    public void Zero_OpensACaseQuietly_ThenConnects()
    {
        var talk = Talk.With(Talk.Order(), Staffed).Hears(Zero);
        Assert.True(Assert.IsType<OpenCase>(Assert.Single(talk.Last.Work)).Quiet);

        talk.CaseOpens();
        Assert.Equal(["handover.connect"], talk.Said);
        Assert.True(Assert.IsType<QueueNext>(talk.Last.Next).Joins);
    }

    [Fact]
    public void ACallerWhoIsNotVerified_IsAskedToHaveTheNumberReady()
        => Assert.Equal(["handover.unverified"], Talk.Start(shop: Staffed).Hears(Zero).CaseOpens().Said);

    [Fact]
    public void NobodySpeaksTheLanguage_TheCallerIsCalledBack()
        => Assert.Equal(["handover.callback", "callback.number"], Talk.With(Talk.Order(), Talk.Shop with { AgentLanguages = ["en"] }).Hears(Zero).CaseOpens().Said);

    [Fact]
    public void TheFirstWord_IsThePlace_AndTheCallbackIsOfferedAtOnce()
    {
        var talk = Waiting().Hears(new StillWaiting(2));

        Assert.Equal(["queue.ahead", "queue.offer"], talk.Said);
        Assert.False(Assert.IsType<QueueNext>(talk.Last.Next).Joins);
    }

    [Fact]
    public void WithinAMinute_NothingIsSaid_ThenAWordOfComfort()
    {
        var talk = Waiting().Hears(new StillWaiting(0));

        Assert.Empty(talk.Later(30).Hears(new StillWaiting(0)).Said);
        Assert.Equal(["queue.comfort", "queue.offer"], talk.Later(30).Hears(new StillWaiting(0)).Said);
    }

    [Fact]
    public void WhoHasMovedUp_HearsTheNewPlace()
        => Assert.Equal(["queue.ahead", "queue.offer"], Waiting().Hears(new StillWaiting(2)).Later(60).Hears(new StillWaiting(1)).Said);

    [Fact]
    public void Music_NeverOutlastsTheLimit()
    {
        var talk = Waiting().Hears(new StillWaiting(0)).Later(290).Hears(new StillWaiting(0));

        Assert.Equal(TimeSpan.FromSeconds(10), Assert.IsType<QueueNext>(talk.Last.Next).Quiet);
    }

    [Fact]
    public void One_LeavesTheQueue_AndOnlyThenAsksForTheNumber()
    {
        var talk = Waiting().Hears(new StillWaiting(0)).Chooses("call me back");
        Assert.IsType<LeaveNext>(talk.Last.Next);
        Assert.Empty(talk.Said);

        Assert.Equal(["callback.number"], talk.Hears(new QueueLeft()).Said);
        var agreed = Assert.IsType<AgreeCallback>(Assert.Single(talk.Chooses("yes").Last.Work));
        Assert.Null(agreed.Window);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(1)), agreed.InTurnBy);
    }

    [Fact]
    public void WhoCallsAgainWhileACallbackInTurnWaits_HearsSo_AndMayWaitInTheFirstPlace()
    {
        var since = Talk.Monday.AddMinutes(-20);
        var talk = Talk.With(Talk.Order(), Staffed).Hears(Zero).CaseOpens(queuedSince: since);
        Assert.Equal(["callback.running"], talk.Said);

        talk.Chooses("keep waiting");
        Assert.Equal(["handover.connect"], talk.Said);
        Assert.True(Assert.IsType<QueueNext>(talk.Last.Next).Joins);
        Assert.Equal(since, talk.Last.Call.Handover!.Waiting!.Since);
    }

    [Fact]
    public void TooLong_OffersTheNextHour_AnotherOne_OrToWaitOn()
    {
        var talk = Waiting().Hears(new StillWaiting(0)).Later(300).Hears(new StillWaiting(0));
        Assert.IsType<LeaveNext>(talk.Last.Next);
        Assert.Equal(["queue.nobody"], talk.Hears(new QueueLeft()).Said);

        var since = talk.Call.Handover!.Waiting!.Since;
        talk.Chooses("keep waiting");
        Assert.True(Assert.IsType<QueueNext>(talk.Last.Next).Joins);
        Assert.Equal(since, talk.Call.Handover!.Waiting!.Since);
        Assert.Equal(Talk.Monday.AddSeconds(600), talk.Call.Handover.Waiting.Until);
    }

    [Fact]
    public void AnAgentTakesTheCall_TheyTalk_AndTheAutomatSaysNothingMore()
    {
        var talk = Waiting().Hears(new AgentTook("room"));
        Assert.Equal(["queue.joining"], talk.Said);
        Assert.IsType<MeetNext>(talk.Last.Next);

        talk.Hears(new TalkEnded(Happened: true));
        Assert.Empty(talk.Said);
        Assert.IsType<HangUpNext>(talk.Last.Next);
        Assert.Empty(talk.Last.Work);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AnAgentWhoTookTheCallAndIsLost_LeavesTheCallerInTheSamePlace(bool fetched)
    {
        var talk = Waiting().Hears(new StillWaiting(0)).Hears(new AgentTook("room"));
        var wait = talk.Call.Handover!.Waiting!;

        talk.Later(5).Hears(fetched ? new AgentLost() : new TalkEnded(Happened: false));
        Assert.Equal(["queue.comfort"], talk.Said);
        var next = Assert.IsType<QueueNext>(talk.Last.Next);
        Assert.Equal((true, wait.JoinedAt, wait.Since), (next.Joins, next.JoinedAt, talk.Call.Handover!.Waiting!.Since));
    }

    [Fact]
    public void FetchedToAnotherPersonWhileInARoom_TheCallerGoesThere_AndTheSameOneAgainMeansNothing()
    {
        var talk = Waiting().Hears(new AgentTook("first"));
        Assert.False(ShopDialogue.Expects(talk.Call, new AgentTook("first")));

        Assert.Equal("second", Assert.IsType<MeetNext>(talk.Hears(new AgentTook("second")).Last.Next).Room);
        Assert.Null(talk.Hears(new AgentLost()).Call.Handover!.Waiting!.Room);
    }

    [Fact]
    public void GivenBack_TheCallerIsWhereTheyWere()
    {
        Assert.Equal(["handover.returned", "status.packing", "menu.order"], Waiting().Hears(new GivenBack()).Said);
        Assert.Equal(["handover.returned", "order-number"], Talk.Start(shop: Staffed).Hears(Zero).CaseOpens().Hears(new GivenBack()).Said);
    }

    [Fact]
    public void KeysWithoutAMeaning_DoNoHarm_HoweverOften()
    {
        var talk = Waiting().Hears(new StillWaiting(0));
        foreach (var _ in Enumerable.Range(0, 5))
        {
            Assert.Equal(["queue.offer:short"], talk.Hears(new OtherKey()).Said);
            Assert.Equal(["queue.offer:short"], talk.Hears(Zero).Said);
        }

        Assert.Equal(["queue.ahead", "queue.offer"], talk.Hears(new CommandGiven(GlobalCommand.Repeat)).Said);
    }

    [Fact]
    public void Nine_WithdrawsTheCase_AndLeadsBackToTheOrder()
    {
        var talk = Waiting().Hears(new CommandGiven(GlobalCommand.Back)).Hears(new QueueLeft());

        Assert.Equal(["status.packing", "menu.order"], talk.Said);
        Assert.Equal(new CancelCallback("123456", "order-1"), Assert.Single(talk.Last.Work));
    }

    [Fact]
    public void LateReports_MeanNothing()
    {
        var talk = Waiting().Hears(new StillWaiting(0)).Chooses("call me back").Hears(new QueueLeft());

        Assert.All(
            (CallerInput[])[new AgentTook("room"), new AgentLost(), new GivenBack(), new TalkEnded(Happened: true), new QueueLeft()],
            late => Assert.False(ShopDialogue.Expects(talk.Call, late)));
    }

    [Fact]
    public void OurOwnFault_IsStated_AndSilenceConnects()
    {
        var talk = OurFault();
        Assert.Equal(["status.ours.postponed", "handover.ours"], talk.Said);

        Assert.IsType<QueueNext>(talk.Hears(new Silence()).Last.Next);
        Assert.Equal(["queue.ahead", "queue.offer.ours"], talk.Hears(new StillWaiting(0)).Said);
        Assert.IsType<LeaveNext>(talk.Chooses("cancel").Last.Next);
        Assert.Equal("cancel.confirm", talk.Hears(new QueueLeft()).Said[^1]);
    }

    [Fact]
    public void OurOwnFault_IsCancelledAtOnce() => Assert.Equal("cancel.confirm", OurFault().Chooses("cancel").Said[^1]);

    [Fact]
    public void WhoHangsUpBeforeAnythingIsAgreed_GetsItInWriting()
    {
        var talk = Waiting().Hears(new StillWaiting(0)).Chooses("call me back").Hears(new QueueLeft()).Hears(new HungUp());

        Assert.Equal(new KeepCase("order-1"), Assert.Single(talk.Last.Work));
    }

    private static Talk Waiting() => Talk.With(Talk.Order(), Staffed).Hears(Zero).CaseOpens();

    private static Talk OurFault()
        => Talk.With(Talk.Order(OrderState.Received) with { OwnFault = IvrAutomat.Orders.OwnFault.Postponed }, Staffed).CaseOpens();
}
