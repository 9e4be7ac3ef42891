using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Core.Tests.Dialogue;

public sealed class OrderTests
{
    [Fact]
    public void TheStatus_IsSaidInTheTurnOfThePin_WithTheMenuAfterIt()
        => Assert.Equal(["status.packing", "menu.order"], Talk.With(Talk.Order()).Said);

    [Fact]
    public void Cancelling_SaysTheConsequenceThatCannotBeCutOff_ThenAsks()
    {
        var talk = Talk.With(Talk.Order()).Chooses("cancel");

        Assert.Equal(["cancel.consequence.card", "cancel.confirm"], talk.Said);
        Assert.Equal([false, true], talk.Last.Say.Select(said => said.Interruptible));
        Assert.Empty(talk.Last.Work);
    }

    [Fact]
    public void OnlyAnExplicitYes_AsksTheShopToCancel()
    {
        var talk = Talk.With(Talk.Order()).Chooses("cancel");
        foreach (var input in new CallerInput[] { new Silence(), new OtherKey(), new NotUnderstood(6), new CommandGiven(GlobalCommand.Repeat), new HabitHash() })
        {
            Assert.DoesNotContain(talk.Hears(input).Last.Work, work => work is CancelOrder);
        }

        Assert.Equal(new CancelOrder("order-1"), Assert.Single(talk.Chooses("yes").Last.Work));
    }

    [Fact]
    public void Done_IsSaidOnlyWhenTheShopConfirmed()
    {
        var talk = Talk.With(Talk.Order()).Chooses("cancel").Chooses("yes");
        Assert.Empty(talk.Said);

        talk.Hears(new WorkFinished(new RequestDone(Talk.Order(OrderState.Cancelled), Channel.Sms)));
        Assert.Equal(["cancel.done", "more"], talk.Said);
    }

    [Fact]
    public void AnOrderThatLeftMeanwhile_IsNotCalledCancelled()
    {
        var talk = Talk.With(Talk.Order()).Chooses("cancel").Chooses("yes")
            .Hears(new WorkFinished(new RequestRefused(Talk.Order(OrderState.OnTheWay), NotNow.Dispatched)));

        Assert.Equal("cancel.too-late", talk.Said[0]);
        Assert.DoesNotContain("cancel.done", talk.Said);
    }

    [Fact]
    public void ASlowShop_IsAnnouncedOnce_AndAfterFourRoundsTheCallGoesOn()
    {
        var talk = Talk.With(Talk.Order()).Chooses("cancel").Chooses("yes");
        var said = Enumerable.Range(1, 5).SelectMany(round => talk.Hears(new StillWorking(round)).Said).ToArray();

        Assert.Equal(["cancel.working", "wait.more", "cancel.pending", "more"], said);
        Assert.Null(talk.Call.Awaiting);
    }

    [Fact]
    public void ATaskThatIsNotPossible_GetsItsReason_AndIsNotCountedAsAMistake()
    {
        var talk = Talk.With(Talk.Order(OrderState.OnTheWay)).Chooses("cancel");

        Assert.Equal(["menu.not.cancel.dispatched", "menu.order:short"], talk.Said);
        Assert.Equal(new Ladder(), talk.Call.Ladder);
    }

    [Theory]
    [InlineData(OwnFault.Postponed, "status.ours.postponed")]
    [InlineData(OwnFault.SoldOut, "status.ours.sold-out")]
    public void OurOwnFault_OpensACaseBeforeAWordIsSaid_AndCanStillBeCancelled(OwnFault fault, string words)
    {
        var talk = Talk.With(Talk.Order(OrderState.Received) with { OwnFault = fault });
        Assert.Empty(talk.Said);
        Assert.Equal(CaseKind.OwnFault, Assert.IsType<OpenCase>(Assert.Single(talk.Last.Work)).Kind);

        talk.CaseOpens();
        Assert.Equal([words, "ours.ask"], talk.Said);
        Assert.Equal("cancel.confirm", talk.Chooses("cancel").Said[^1]);
    }

    [Fact]
    public void TheStarKey_RepeatsStatusAndMenu_AndTwiceInARowSlowsDown()
    {
        var talk = Talk.With(Talk.Order()).Hears(new CommandGiven(GlobalCommand.Repeat));
        Assert.Equal(["status.packing", "menu.order"], talk.Said);

        talk.Hears(new CommandGiven(GlobalCommand.Repeat));
        Assert.Equal(["slow.on", "status.packing", "menu.order:slow"], talk.Said);
        Assert.True(talk.Call.Slow);
    }

    [Fact]
    public void AMoment_GivesTwentySecondsWithoutAWord()
    {
        var talk = Talk.With(Talk.Order()).Hears(new CommandGiven(GlobalCommand.Wait));

        Assert.Empty(talk.Said);
        Assert.Equal(20, Assert.IsType<ListenNext>(talk.Last.Next).Listen.Seconds);
    }

    [Fact]
    public void AnotherOrder_StartsAgainFromTheNumber_AndForgetsTheFirst()
    {
        var talk = Talk.With(Talk.Order()).Chooses("other order");

        Assert.Equal(["order-number"], talk.Said);
        Assert.Null(talk.Call.Order);
    }

    [Fact]
    public void Silence_AfterAFinishedTask_EndsFriendly()
    {
        var talk = Talk.With(Talk.Order()).Chooses("cancel").Chooses("yes")
            .Hears(new WorkFinished(new RequestDone(Talk.Order(OrderState.Cancelled), Channel.Sms)))
            .Hears(new Silence());

        Assert.Equal(["goodbye.done"], talk.Said);
        Assert.IsType<HangUpNext>(talk.Last.Next);
    }
}
