using System.Collections.Immutable;
using IvrAutomat.Queue;

namespace IvrAutomat.Core.Tests.Queue;

public sealed class OfferingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void TheLongestWaitingCall_GoesToTheLongestIdleAgent() => Assert.Equal(
        [new Offer("first", "Petr"), new Offer("second", "Jana")],
        Offering.Next([Call("second", waited: 10), Call("first", waited: 20)], [Agent("Jana", idle: 5), Agent("Petr", idle: 9)], Now));

    [Fact]
    public void OneAgent_GetsOneCall_AndTheOtherWaits() => Assert.Equal(
        [new Offer("first", "Jana")],
        Offering.Next([Call("first", waited: 20), Call("second", waited: 10)], [Agent("Jana")], Now));

    [Fact]
    public void ARefusedCall_IsOfferedToTheNext_ThoughTheFirstHasBeenIdleLonger() => Assert.Equal(
        [new Offer("first", "Petr")],
        Offering.Next([Call("first", offeredTo: ("Jana", 1))], [Agent("Jana", idle: 90), Agent("Petr", idle: 1)], Now));

    [Fact]
    public void AfterEverybodyRefused_ItComesRound() => Assert.Equal(
        [new Offer("first", "Jana")],
        Offering.Next([Call("first", offeredTo: ("Jana", 1))], [Agent("Jana")], Now));

    [Fact]
    public void ARefusal_DoesNotLoseThePlace() => Assert.Equal(
        [new Offer("first", "Petr")],
        Offering.Next([Call("second", waited: 10), Call("first", waited: 20, offeredTo: ("Jana", 1))], [Agent("Petr")], Now));

    [Fact]
    public void AnAgentWhoDoesNotSpeakTheLanguage_IsLeftOut() => Assert.Equal(
        [new Offer("english", "Jana"), new Offer("czech", "Petr")],
        Offering.Next(
            [Call("english", waited: 20, language: "en"), Call("czech", waited: 10)],
            [Agent("Jana", idle: 1, languages: ["cs", "en"]), Agent("Petr", idle: 9)],
            Now));

    // A database keeps instants less finely than a clock tells them: the stored beginning may lie before the one that is asked with.
    [Fact]
    public void ACaller_DoesNotStandBeforeThemselves()
        => Assert.Equal(0, Offering.Ahead([new QueuePlace("first", Now.AddTicks(-5), IsOurFault: false)], new QueuePlace("first", Now, IsOurFault: false)));

    [Fact]
    public void ALanguageThatNobodySpeaks_IsOfferedToAnybody() => Assert.Equal(
        [new Offer("german", "Petr")],
        Offering.Next([Call("german", waited: 20) with { Language = null }], [Agent("Petr")], Now));

    [Fact]
    public void AnAgentWhoRests_IsLeftAlone_UntilTheRestIsOver()
    {
        var resting = Agent("Jana") with { RestsUntil = Now.AddSeconds(1) };

        Assert.Empty(Offering.Next([Call("first")], [resting], Now));
        Assert.Single(Offering.Next([Call("first")], [resting], Now.AddSeconds(1)));
    }

    [Fact]
    public void ThePlace_CountsWhoBeganEarlier_AndTwoAtOnceHaveDifferentPlaces()
    {
        QueuePlace[] waiting = [new("a", Now, false), new("b", Now, false), new("c", Now.AddSeconds(-5), false)];

        Assert.Equal([1, 2, 0], waiting.Select(call => Offering.Ahead(waiting, call)));
    }

    [Fact]
    public void WhomTheShopOwes_ComesFirst_AndStandsBeforeAllOthers()
    {
        Assert.Equal(
            [new Offer("ours", "Jana")],
            Offering.Next([Call("first", waited: 90), Call("ours", waited: 5) with { IsOurFault = true }], [Agent("Jana")], Now));
        Assert.Equal(1, Offering.Ahead(
            [new QueuePlace("ours", Now, IsOurFault: true)], new QueuePlace("first", Now.AddSeconds(-90), IsOurFault: false)));
    }

    [Fact]
    public void WhoTalkedAboutItBefore_IsAskedFirst_UnlessTheyRefusedIt()
    {
        var call = Call("first") with { Previous = "Jana" };

        Assert.Equal([new Offer("first", "Jana")], Offering.Next([call], [Agent("Jana", idle: 1), Agent("Petr", idle: 9)], Now));
        Assert.Equal(
            [new Offer("first", "Petr")],
            Offering.Next([call with { OfferedTo = ImmutableDictionary<string, int>.Empty.Add("Jana", 1) }], [Agent("Jana", idle: 90), Agent("Petr")], Now));
    }

    [Fact]
    public void ACallback_IsOfferedOnlyToAgentsAtTheConsole() => Assert.Equal(
        [new Offer("callback", "Petr")],
        Offering.Next([Call("callback") with { IsCallback = true }], [Agent("Jana", idle: 90), Agent("Petr") with { HasConsole = true }], Now));

    [Fact]
    public void WhoDidNotAnswer_RestsLongerThanWhoRefused_AndWhoTalkedDoesNotRest()
    {
        Assert.True(Offering.RestAfter(OfferEnd.Unanswered) > Offering.RestAfter(OfferEnd.Refused));
        Assert.True(Offering.RestAfter(OfferEnd.Refused) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, Offering.RestAfter(OfferEnd.Talked));
        Assert.Equal(TimeSpan.Zero, Offering.RestAfter(OfferEnd.Withdrawn));
    }

    private static WaitingCall Call(string id, int waited = 10, string language = "cs", params (string Agent, int Times)[] offeredTo)
        => new(id, language, Now.AddSeconds(-waited), offeredTo.ToImmutableDictionary(each => each.Agent, each => each.Times));

    private static FreeAgent Agent(string name, int idle = 5, params ImmutableArray<string> languages)
        => new(name, languages.IsEmpty ? ["cs"] : languages, Now.AddMinutes(-idle));
}
