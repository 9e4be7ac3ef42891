using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Flow;
using IvrAutomat.Prompts;

namespace IvrAutomat.Core.Tests.Dialogue;

public sealed class FlowConventionTests
{
    private const int MostOptions = 5;

    [Fact]
    public void EveryState_CanBeReached_AndHasAWayOutForWhatCannotBeAvoided()
        => Assert.Empty(FlowCheck.Run(ShopDialogue.Flow, [.. Triggers.Unavoidable]));

    [Fact]
    public void EveryState_IsEitherListenedIn_OrWorking_OrASuperstate_OrTheEnd()
    {
        var superstates = ShopDialogue.Flow.States.SelectMany(state => ShopDialogue.Flow.LineageOf(state).Skip(1)).ToHashSet();
        var offenders = ShopDialogue.Flow.States.Where(state =>
            !superstates.Contains(state) && !ShopDialogue.Steps.ContainsKey(state) && !ShopDialogue.Flow.IsFinal(state)
            && !ShopDialogue.Flow.IsIn(state, Working.State) && state != ShopDialogue.Flow.Initial

            // The carrier has the caller meanwhile: in the queue on the way out of it, or in a room with an agent.
            && state != WaitingForAgent.Leaving && state != WaitingForAgent.Talking);

        Assert.Empty(offenders);
    }

    public static TheoryData<string, string> WhatChangesAnOrder => new()
    {
        { Cancelling.Waiting.Name, Cancelling.Confirming.Name },
        { Paying.Changing.Name, Paying.ConfirmingChange.Name },
        { Paying.SendingLink.Name, Paying.ConfirmingLink.Name },
        { FollowingParcel.Extending.Name, FollowingParcel.ConfirmingExtension.Name },
        { Returning.Noting.Name, Returning.Confirming.Name },
        { Complaining.Filing.Name, Complaining.Confirming.Name },
        { Restoring.Waiting.Name, Restoring.Offering.Name },
        { ConfirmingOrder.Waiting.Name, ConfirmingOrder.Asking.Name },
        { Invoicing.Noting.Name, Invoicing.ConfirmingCompany.Name },
    };

    /// <summary>It is asked for on exactly one edge, out of the state that puts the question, on "yes".</summary>
    [Theory]
    [MemberData(nameof(WhatChangesAnOrder))]
    public void WhatChangesAnOrder_HappensOnlyAfterItsConfirmation(string doing, string asking)
    {
        var edges = ShopDialogue.Flow.Edges.Where(edge => edge.Kind == EdgeKind.Move && edge.To.Name == doing).ToArray();

        Assert.Equal([(asking, (Trigger)Options.Yes)], edges.Select(edge => (edge.From.Name, edge.Trigger)));
    }

    [Fact]
    public void NoMenu_OffersMoreThanFiveOptionsAloud()
    {
        foreach (var state in Enum.GetValues<IvrAutomat.Orders.OrderState>())
        {
            var talk = Talk.With(Talk.Order(state) with { IsPaid = false, HasInvoice = true }).Hears(new CommandGiven(GlobalCommand.Back));
            Assert.True(talk.Last.Say[^1].Slots.TryGet("options", out var offered));
            var options = Assert.IsType<ListSlot>(offered);

            Assert.InRange(options.Values.Length, 1, MostOptions);
        }
    }

    [Fact]
    public void AHangUp_EndsTheCallInEveryState()
    {
        foreach (var state in ShopDialogue.Steps.Keys)
        {
            var call = ShopDialogue.Begin("CA00000000000000000000000000000001") with { State = state.Name, Order = Talk.Order() };

            var turn = ShopDialogue.Handle(call, new HungUp(), new Facts(Talk.Monday, Talk.Shop));

            Assert.Equal((Goodbye.Ended, true), (turn.Firing.State, turn.Firing.WasExpected));
            Assert.Empty(turn.Work);
        }
    }

    [Fact]
    public void TheSameCallInputAndFacts_AlwaysGiveTheSameTurn()
    {
        var once = Talk.With(Talk.Order()).Chooses("cancel");
        var again = Talk.With(Talk.Order()).Chooses("cancel");

        Assert.Equal(once.Call, again.Call);
        Assert.Equal(once.Last.Say, again.Last.Say);
    }
}
