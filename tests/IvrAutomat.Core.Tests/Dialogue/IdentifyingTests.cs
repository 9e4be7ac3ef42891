using IvrAutomat.Calls;

namespace IvrAutomat.Core.Tests.Dialogue;

public sealed class IdentifyingTests
{
    private static readonly PinOffered Wrong = new(PinVerdict.Wrong, []);
    private static readonly Caller Known = new(HasOpenOrder: true, CanBeCalledBack: true, CalledLately: false);

    [Fact]
    public void AKnownNumber_IsAskedOnlyForThePin()
        => Assert.Equal(["greeting.known", "pin.known"], Talk.Start(Known).Said);

    [Fact]
    public void AWithheldNumber_IsAskedForTheOrderNumberFirst()
        => Assert.Equal(["greeting.first", "order-number"], Talk.Start().Said);

    [Fact]
    public void ACallerOfTheLastDays_HearsTheShortForm()
        => Assert.Equal("greeting.again", Talk.Start(Known with { CalledLately = true }).Said[0]);

    [Fact]
    public void AnUnknownNumber_LeadsToThePinInTheSameWordsAsAKnownOne()
    {
        var unknown = Talk.Start().Hears(new NumberOffered(null, 10, Spoken: false));
        var known = Talk.Start().Hears(new NumberOffered("order-1", 10, Spoken: false));

        Assert.Equal(known.Said, unknown.Said);
        Assert.Equal(known.Last.Next, unknown.Last.Next);
        Assert.Equal(known.Call.State, unknown.Call.State);
    }

    [Fact]
    public void ANumberTakenBySpeech_IsReadBackBeforeItCounts()
    {
        var talk = Talk.Start().Hears(new NumberOffered("order-1", 10, Spoken: true));
        Assert.Equal(["order-number.confirm"], talk.Said);

        Assert.Equal(["pin"], talk.Chooses("yes").Said);
    }

    [Fact]
    public void ANumberReadBackWrongly_IsForgotten()
    {
        var talk = Talk.Start().Hears(new NumberOffered("order-1", 10, Spoken: true)).Chooses("no");

        Assert.Equal(["order-number"], talk.Said);
        Assert.Null(talk.Call.Identification.Candidate);
    }

    [Fact]
    public void TheFirstSilence_OpensTheHelpOfTheEntry()
    {
        Assert.Equal(["order-number.help"], Talk.Start().Hears(new Silence()).Said);
        Assert.Equal(["pin.help"], Talk.Start(Known).Hears(new Silence()).Said);
    }

    [Fact]
    public void TheSecondSilence_TellsAboutTheKeypad_AndTheThirdGoesToAPerson()
    {
        var talk = Talk.Start(Known).Hears(new Silence()).Hears(new Silence());
        Assert.Equal(["pin.help:silence"], talk.Said);

        talk.Hears(new Silence());
        Assert.Equal(["silence.last"], talk.Said);
        Assert.IsType<OpenCase>(Assert.Single(talk.Last.Work));
    }

    [Fact]
    public void WhoHasThePinButNotAtHand_GetsTwentySecondsAndMayAlsoSayIt()
    {
        var talk = Talk.Start(Known).Hears(new Silence()).Chooses("have it");

        var listen = Assert.IsType<SecretListen>(Assert.IsType<ListenNext>(talk.Last.Next).Listen);
        Assert.Equal((20, true), (listen.Seconds, listen.Speech));
    }

    [Fact]
    public void ThePin_IsTakenByKeysOnly_UntilItsHelp()
        => Assert.False(Assert.IsType<ListenNext>(Talk.Start(Known).Last.Next).Listen.Speech);

    [Fact]
    public void ThreeFailuresOfAKnownNumber_AskAgain_OfferChoices_AndGoToAPerson()
    {
        var talk = Talk.Start(Known).Hears(Wrong);
        Assert.Equal(["mismatch.known"], talk.Said);

        talk.Hears(Wrong);
        Assert.Equal(["mismatch.known.again"], talk.Said);

        talk.Chooses("try again").Hears(Wrong);
        Assert.Equal(["mismatch.last"], talk.Said);
        Assert.Equal(HandoverReason.NotIdentified, Assert.IsType<OpenCase>(Assert.Single(talk.Last.Work)).Reason);
    }

    [Fact]
    public void ThreeFailuresOfNumberAndPin_OfferChoicesTwice_AndGoToAPerson()
    {
        var talk = Talk.Start().Hears(new NumberOffered("order-1", 10, Spoken: false)).Hears(Wrong);
        Assert.Equal(["mismatch.number"], talk.Said);

        talk.Chooses("try again").Hears(Wrong);
        Assert.Equal(["mismatch.number.again"], talk.Said);

        talk.Chooses("fix number").Hears(new NumberOffered(null, 10, Spoken: false)).Hears(Wrong);
        Assert.Equal(["mismatch.last"], talk.Said);
    }

    [Fact]
    public void ALockedPin_SoundsLikeAWrongOne()
    {
        var locked = Talk.Start(Known).Hears(new PinOffered(PinVerdict.Locked, []));
        var wrong = Talk.Start(Known).Hears(Wrong);

        Assert.Equal(wrong.Said, locked.Said);
        Assert.Equal(wrong.Last.Next, locked.Last.Next);
        Assert.Equal(wrong.Call, locked.Call);
    }

    [Fact]
    public void APinOfSeveralOrders_LetsTheCallerChooseByDay()
    {
        OrderChoice[] choices = [new("order-1", new DateOnly(2026, 11, 20)), new("order-2", new DateOnly(2026, 11, 12))];
        var talk = Talk.Start(Known).Hears(new PinOffered(PinVerdict.Right, [.. choices]));
        Assert.Equal(["orders.choose"], talk.Said);

        talk.Chooses("order 2");
        Assert.Equal(new ReadOrder("order-2"), Assert.Single(talk.Last.Work));
    }

    [Fact]
    public void WordsNotUnderstoodOnce_MakeTheStepListenToKeysOnly()
    {
        var talk = Talk.Start();
        Assert.True(Assert.IsType<ListenNext>(talk.Last.Next).Listen.Speech);

        talk.Hears(new NotUnderstood(20));
        Assert.Equal(["order-number:not-understood"], talk.Said);
        Assert.False(Assert.IsType<ListenNext>(talk.Last.Next).Listen.Speech);
    }

    [Fact]
    public void Back_FromThePin_AsksForTheNumber()
        => Assert.Equal(["order-number"], Talk.Start(Known).Hears(new CommandGiven(GlobalCommand.Back)).Said);
}
