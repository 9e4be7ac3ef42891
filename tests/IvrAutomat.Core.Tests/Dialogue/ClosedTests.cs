using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Core.Tests.Dialogue;

public sealed class ClosedTests
{
    private static readonly CommandGiven Zero = new(GlobalCommand.Person);

    // Monday at ten the shop is not open yet.
    private static readonly OpeningHours Afternoons = new(
        Enum.GetValues<DayOfWeek>().ToImmutableDictionary(day => day, _ => new OpenTime(new TimeOnly(12, 0), new TimeOnly(18, 0))));

    private static readonly ShopProfile Closed = Talk.Shop with { AgentLanguages = ["cs"], Hours = Afternoons };

    [Fact]
    public void ClosedNow_TellsWhenSomebodyAnswers_AndOffersTimes()
    {
        var talk = Talk.With(Talk.Order(), Closed).Hears(Zero).CaseOpens();

        Assert.Equal(["closed.hours", "closed.choice"], talk.Said);
        Assert.Equal(["callback.number"], talk.Chooses("callback time 2").Said);
        Assert.Equal(
            new CallbackWindow(new DateOnly(2026, 11, 23), new TimeOnly(16, 0), new TimeOnly(18, 0)),
            Assert.IsType<AgreeCallback>(Assert.Single(talk.Chooses("yes").Last.Work)).Window);
    }

    [Fact]
    public void TheTimes_StayTheSame_HoweverLongTheCallerThinks()
    {
        var talk = Talk.With(Talk.Order(), Closed).Hears(Zero).CaseOpens().Later(7 * 3600).Chooses("callback time 1").Chooses("yes");

        Assert.Equal(12, Assert.IsType<AgreeCallback>(Assert.Single(talk.Last.Work)).Window!.From.Hour);
    }

    [Fact]
    public void Nine_WithdrawsTheCase()
    {
        var talk = Talk.Start(shop: Closed).Hears(Zero).CaseOpens().Hears(new CommandGiven(GlobalCommand.Back));

        Assert.Equal(["order-number"], talk.Said);
        Assert.IsType<CancelCallback>(Assert.Single(talk.Last.Work));
        Assert.Empty(talk.Hears(new HungUp()).Last.Work);
    }

    [Fact]
    public void AnAgreedCallback_IsKeptMovedOrCalledOff()
    {
        var agreed = new CallbackWindow(new DateOnly(2026, 11, 23), new TimeOnly(12, 0), new TimeOnly(16, 0));
        Talk Again() => Talk.With(Talk.Order(), Closed).Hears(Zero)
            .Hears(new WorkFinished(new CaseOpened("123456", Talk.Monday.AddDays(1), Channel.Sms) { Agreed = agreed }));

        Assert.Equal(["closed.hours", "callback.exists"], Again().Said);
        Assert.Equal(["callback.kept", "goodbye.open"], Again().Chooses("yes").Said);
        Assert.Equal(["callback.cancelled", "goodbye.open"], Again().Chooses("cancel").Hears(new WorkFinished(new CaseClosed())).Said);

        var moved = Again().Chooses("other time").Chooses("callback time 1").Chooses("yes");
        Assert.Equal(16, Assert.IsType<AgreeCallback>(Assert.Single(moved.Last.Work)).Window!.From.Hour);
    }

    [Fact]
    public void OurOwnFault_ProposesATime_AnotherOne_OrToCancel()
    {
        Talk Ours() => Talk.With(Talk.Order(OrderState.Received) with { OwnFault = OwnFault.Postponed }, Closed).CaseOpens();

        Assert.Equal(["status.ours.postponed", "ours.ask"], Ours().Said);
        Assert.Equal(["callback.number"], Ours().Chooses("yes").Said);
        Assert.Equal(["closed.choice"], Ours().Chooses("other time").Said);
        Assert.Equal("cancel.confirm", Ours().Chooses("cancel").Said[^1]);
    }

    [Fact]
    public void AHoliday_AndADayOfItsOwn_AreCalledWhatTheyAre()
    {
        var holiday = Talk.With(Talk.Order(), Closed).At(new DateTimeOffset(2026, 12, 24, 13, 0, 0, TimeSpan.FromHours(1))).Hears(Zero).CaseOpens();
        var closure = Talk.With(Talk.Order(), Closed with
        {
            Hours = new OpeningHours(
                Enum.GetValues<DayOfWeek>().ToImmutableDictionary(day => day, _ => OpenTime.WholeDay), [new DateOnly(2026, 11, 23)]),
        }).Hears(Zero).CaseOpens();

        Assert.Equal("closed.holiday", holiday.Said[0]);
        Assert.Equal("closed.special", closure.Said[0]);
    }
}
