using IvrAutomat.Calls;
using IvrAutomat.Prompts;

namespace IvrAutomat.Core.Tests.Dialogue;

public sealed class SlowModeTests
{
    private static readonly CommandGiven Star = new(GlobalCommand.Repeat);

    [Fact]
    public void TheSecondSilenceInARow_SlowsDown_AndTheQuestionIsPutInWholeSentences()
    {
        var talk = Talk.With(Talk.Order()).Hears(new Silence());
        Assert.False(talk.Call.Slow);

        talk.Hears(new Silence());

        Assert.True(talk.Call.Slow);
        Assert.Equal("slow.on", talk.Last.Say[0].Key);
        Assert.True(talk.Last.Say[1].Slots.TryGet(LadderSlots.Full, out var question));
        Assert.Equal(Variants.Slow, Assert.IsType<UtteranceSlot>(question).Value.Variant);
    }

    [Fact]
    public void TwoSilencesWithSomethingBetween_AreNotInARow()
    {
        var talk = Talk.With(Talk.Order()).Hears(new Silence()).Hears(new CommandGiven(GlobalCommand.Hello)).Hears(new Silence());

        Assert.False(talk.Call.Slow);
    }

    [Fact]
    public void Slowly_EveryStepListensTwiceAsLong()
    {
        var usual = Assert.IsType<ListenNext>(Talk.With(Talk.Order()).Last.Next).Listen.Seconds;
        var slow = Assert.IsType<ListenNext>(Talk.With(Talk.Order()).Hears(new CommandGiven(GlobalCommand.Slower)).Last.Next).Listen.Seconds;

        Assert.Equal(2 * usual, slow);
    }

    [Fact]
    public void TwoStars_SlowDown_TwoMoreBringTheUsualPaceBack()
    {
        var talk = Talk.With(Talk.Order()).Hears(Star).Hears(Star);
        Assert.True(talk.Call.Slow);

        talk.Hears(Star);
        Assert.True(talk.Call.Slow);
        Assert.DoesNotContain("slow.on", talk.Said);

        talk.Hears(Star);
        Assert.False(talk.Call.Slow);
        Assert.Equal("slow.off", talk.Said[0]);
    }

    [Fact]
    public void ARememberedCaller_IsSpokenToSlowlyFromTheFirstWord_AndToldHowToChangeIt()
    {
        var talk = Talk.Start(Caller.Withheld with { Slow = true });

        Assert.True(talk.Call.Slow);
        Assert.Equal(["greeting.first", "slow.kept", "order-number:slow"], talk.Said);
    }

    [Fact]
    public void AskedForAgain_SlowStaysSlow() => Assert.True(
        Talk.With(Talk.Order()).Hears(new CommandGiven(GlobalCommand.Slower)).Hears(new CommandGiven(GlobalCommand.Slower)).Call.Slow);
}
