using IvrAutomat.Calls;

namespace IvrAutomat.Core.Tests.Dialogue;

public sealed class HandingOverTests
{
    private static readonly CommandGiven Zero = new(GlobalCommand.Person);

    [Fact]
    public void Zero_OpensACaseAtOnce_SoThatNothingIsLostByHangingUp()
    {
        var talk = Talk.With(Talk.Order()).Hears(Zero);

        var opened = Assert.IsType<OpenCase>(Assert.Single(talk.Last.Work));
        Assert.Equal((CaseKind.Callback, HandoverReason.Asked, "order-1", Talk.Monday.AddHours(24)), (opened.Kind, opened.Reason, opened.Id, opened.Due));
    }

    [Fact]
    public void AKnownNumber_IsConfirmedByItsEnd()
    {
        var talk = Talk.With(Talk.Order()).Hears(Zero).CaseOpens();
        Assert.Equal(["handover.callback", "callback.number"], talk.Said);

        talk.Chooses("yes");
        Assert.Equal(new AgreeCallback("123456", "order-1", Window: null, Typed: false), Assert.Single(talk.Last.Work));
        Assert.Equal(["callback.due", "goodbye.open"], talk.CaseOpens().Said);
    }

    [Fact]
    public void AWithheldNumber_IsAskedFor_RepeatedAndSaved()
    {
        var talk = Talk.Start().Hears(Zero).CaseOpens();
        Assert.Equal(["handover.callback", "callback.enter"], talk.Said);

        talk.Hears(new PhoneOffered(CanBeCalled: true));
        Assert.Equal(["callback.repeat"], talk.Said);

        talk.Chooses("yes");
        Assert.Equal(new AgreeCallback("123456", null, Window: null, Typed: true), Assert.Single(talk.Last.Work));
        Assert.Equal(["callback.due", "goodbye.open"], talk.CaseOpens().Said);
    }

    [Fact]
    public void ThirdNumberThatMayNotBeCalled_EndsTheCallWithTheCaseAsItIs()
    {
        var talk = Talk.Start().Hears(Zero).CaseOpens().Hears(new PhoneOffered(CanBeCalled: false));
        Assert.Equal(["callback.refused"], talk.Said);
        Assert.Equal(["callback.refused"], talk.Hears(new PhoneOffered(CanBeCalled: false)).Said);

        Assert.Equal(["callback.no-number", "goodbye.open"], talk.Hears(new PhoneOffered(CanBeCalled: false)).Said);
    }

    [Fact]
    public void ThirdSilence_WhileAPersonIsArranged_EndsWithTheCaseAndNotWithAnotherPerson()
    {
        var talk = Talk.With(Talk.Order()).Hears(Zero).CaseOpens().Hears(new Silence()).Hears(new Silence()).Hears(new Silence());

        Assert.Equal(["callback.due", "goodbye.open"], talk.Said);
        Assert.Equal(new KeepCase("order-1"), Assert.Single(talk.Last.Work));
    }

    [Fact]
    public void ATaskThatAPersonDoes_LeadsToOne()
    {
        var talk = Talk.With(Talk.Order()).Chooses("parcel", "change");

        Assert.Equal(HandoverReason.Change, Assert.IsType<OpenCase>(Assert.Single(talk.Last.Work)).Reason);
    }
}
