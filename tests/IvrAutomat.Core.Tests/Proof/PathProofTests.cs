using IvrAutomat.Calls;
using IvrAutomat.Core.Tests.Dialogue;
using IvrAutomat.Dialogue;
using IvrAutomat.Prompts;
using IvrAutomat.Proof;

namespace IvrAutomat.Core.Tests.Proof;

/// <summary>
/// The proof holds for the shop's conversation, and each of its rules finds a conversation that was broken on purpose: a rule that finds
/// nothing anywhere would prove nothing.
/// </summary>
public sealed class PathProofTests
{
    private const int Depth = 9;

    private static readonly Caller Known = new(HasOpenOrder: true, CanBeCalledBack: true, CalledLately: false) { CodeBy = Channel.Sms };

    private static readonly Facts Facts = new(Talk.Monday, Talk.Shop with { AgentLanguages = ["cs"] }) { Languages = ["cs"] };

    [Theory]
    [InlineData(CallPart.Identification)]
    [InlineData(CallPart.Order)]
    [InlineData(CallPart.Handover)]
    public void TheShopsConversation_BreaksNoRule(CallPart part) => Assert.Empty(Prove(part, ShopDialogue.Handle).Findings);

    [Fact]
    public void CallsThatNoDecisionCanTellApart_AreOne()
    {
        var report = Prove(CallPart.Order, ShopDialogue.Handle);

        Assert.InRange(report.Calls, 1, report.Turns / 3);
    }

    [Fact]
    public void AMissingConfirmation_IsFound_WithAShortestPath()
    {
        var finding = Found(CallPart.Order, PathRule.ConfirmedFirst, (call, input, facts) => input is OptionChosen { Option: "cancel" } && call.State == "OrderMenu"
            ? ShopDialogue.Handle(call with { State = "ConfirmingCancel" }, new OptionChosen("yes"), facts)
            : ShopDialogue.Handle(call, input, facts));

        Assert.Equal(["started", "PIN right", "order read", "cancel"], finding.Path);
        Assert.Equal("OrderMenu", finding.State.Name);
    }

    [Fact]
    public void AYesGivenToAnotherQuestion_IsNoConfirmation() => Found(CallPart.Order, PathRule.ConfirmedFirst, (call, input, facts) =>
        call.State == "AskingForMore" && input is OptionChosen { Option: "yes" }
            ? ShopDialogue.Handle(call with { State = "ConfirmingCancel" }, input, facts)
            : ShopDialogue.Handle(call, input, facts));

    [Fact]
    public void AStatusBeforeThePin_IsFound() => Found(CallPart.Identification, PathRule.ProvedFirst, (call, input, facts) =>
    {
        var turn = ShopDialogue.Handle(call, input, facts);
        return input is CallStarted ? turn with { Say = turn.Say.Add(new Utterance("status.packing")) } : turn;
    });

    [Fact]
    public void AnOrderReadAfterAWrongPin_IsFound() => Found(CallPart.Identification, PathRule.ProvedFirst, (call, input, facts) =>
        ShopDialogue.Handle(call, input is PinOffered pin ? pin with { Verdict = PinVerdict.Right, Orders = [new("order-1", facts.Today)] } : input, facts));

    [Fact]
    public void ZeroThatOnlyRepeats_IsFound() => Found(CallPart.Order, PathRule.PersonEverywhere, (call, input, facts) =>
        ShopDialogue.Handle(call, call.State == "InvoiceMenu" && input is CommandGiven { Command: GlobalCommand.Person } ? new HabitHash() : input, facts));

    [Fact]
    public void SilenceThatIsNeverCounted_IsFound() => Found(CallPart.Order, PathRule.LaddersEnd, (call, input, facts) =>
    {
        var turn = ShopDialogue.Handle(call, input, facts);
        return call.State == "ParcelMenu" && input is Silence && turn.Call.State == call.State ? turn with { Call = turn.Call with { Ladder = call.Ladder } } : turn;
    });

    [Fact]
    public void AStateThatIsNeverLeft_IsFound() => Found(CallPart.Order, PathRule.ExitEverywhere, (call, input, facts) =>
        ShopDialogue.Handle(call, call.State == "InvoiceMenu" && input is not HungUp ? new HabitHash() : input, facts));

    [Fact]
    public void AHangUpThatEndsNothing_IsFound() => Found(CallPart.Order, PathRule.ExitEverywhere, (call, input, facts) =>
        ShopDialogue.Handle(call, call.State == "InvoiceMenu" && input is HungUp ? new HabitHash() : input, facts));

    [Fact]
    public void WaitingForWorkThatNobodyDoes_IsFound() => Found(CallPart.Order, PathRule.NoEmptyWait, (call, input, facts) =>
    {
        var turn = ShopDialogue.Handle(call, input, facts);
        return call.State == "InvoiceMenu" && turn.Next is WaitNext ? turn with { Call = turn.Call with { Awaiting = null }, Work = [] } : turn;
    });

    [Fact]
    public void ListeningWithoutAQuestion_IsFound() => Found(CallPart.Order, PathRule.NoEmptyWait, (call, input, facts) =>
    {
        var turn = ShopDialogue.Handle(call, input, facts);
        return turn.Call.State == "InvoiceMenu" ? turn with { Say = [] } : turn;
    });

    [Fact]
    public void AnInputThatFindsNoEdge_IsFound() => Found(CallPart.Order, PathRule.NothingUnexpected, (call, input, facts) =>
        ShopDialogue.Handle(call, call.State == "InvoiceMenu" && input is OptionChosen ? new OptionChosen("courier") : input, facts));

    [Fact]
    public void AnException_IsFound() => Found(CallPart.Order, PathRule.NoException, (call, input, facts) =>
        call.State == "InvoiceMenu" && input is Silence ? throw new InvalidOperationException("broken on purpose") : ShopDialogue.Handle(call, input, facts));

    private static PathFinding Found(CallPart part, PathRule rule, Func<Call, CallerInput, Facts, Turn> handle)
    {
        var findings = Prove(part, handle).Findings;
        Assert.Contains(findings, finding => finding.Rule == rule);
        return findings.First(finding => finding.Rule == rule);
    }

    private static PathReport Prove(CallPart part, Func<Call, CallerInput, Facts, Turn> handle) => PathProof.Of(
        new ProvedDialogue(ShopDialogue.Begin, handle),
        new Situation("one order", part, Known, Facts, [Talk.Order() with { Contact = Channel.Sms }]),
        new PathBound(Depth, IsWhole: false));
}
