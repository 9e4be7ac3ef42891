using IvrAutomat.Flow;

namespace IvrAutomat.Core.Tests.Flow;

public sealed class FlowDefinitionTests
{
    private static readonly State Outer = new("Outer");
    private static readonly State Waiting = new("Waiting");
    private static readonly State Open = new("Open");
    private static readonly State Shut = new("Shut");
    private static readonly Trigger<int> Push = new("push");
    private static readonly Trigger<string> Shout = new("shout");
    private static readonly Guard<List<string>, int> Hard = new("hard", (_, force) => force > 5);

    [Fact]
    public void Permit_MovesAndRunsActionBeforeEntry()
    {
        var flow = Build(configure => configure.Configure(Waiting).Permit(Push, Open, (notes, force) => notes.Add($"pushed {force}")));
        var notes = new List<string>();

        var firing = flow.Fire(Waiting, Push, notes, 3);

        Assert.Equal(new Firing(Open, EdgeKind.Move, new Edge(Waiting, Push, Open, EdgeKind.Move, Guard: null)), firing);
        Assert.True(firing.WasExpected);
        Assert.Equal(["pushed 3", "opened"], notes);
    }

    [Fact]
    public void AnInputWithoutAnEdge_IsAValueAndChangesNothing()
    {
        var flow = Build(configure => configure.Configure(Waiting).Permit(Push, Open));

        var firing = flow.Fire(Waiting, Shout, [], "hello");

        Assert.Equal(new Firing(Waiting, EdgeKind.Ignore, Edge: null), firing);
        Assert.False(firing.WasExpected);
    }

    [Fact]
    public void AGuardThatDoesNotHold_LeavesTheDecisionToTheSuperstate()
    {
        var flow = Build(configure =>
        {
            configure.Configure(Waiting).PermitIf(Push, Open, Hard);
            configure.Configure(Outer).Permit(Push, Shut);
        });

        Assert.Equal(Open, flow.Fire(Waiting, Push, [], 9).State);
        Assert.Equal(Shut, flow.Fire(Waiting, Push, [], 1).State);
    }

    [Fact]
    public void TwoOpenEdges_AreAnErrorThatNamesBoth()
    {
        var flow = Build(configure => configure.Configure(Waiting).PermitIf(Push, Open, Hard).Permit(Push, Shut));

        var error = Assert.Throws<AmbiguousEdgeException>(() => flow.Fire(Waiting, Push, [], 9));

        Assert.Equal((Waiting, Open, Shut), (error.State, error.First.To, error.Second.To));
    }

    [Fact]
    public void AnInternalEdge_DoesNotEnterTheStateAgain()
    {
        var flow = Build(configure => configure.Configure(Open).Internal(Push, (notes, _) => notes.Add("still open")));
        var notes = new List<string>();

        flow.Fire(Open, Push, notes, 1);

        Assert.Equal(["still open"], notes);
    }

    [Fact]
    public void AnEdgeToNowhere_IsRefusedWhenBuilt()
    {
        var builder = new FlowBuilder<List<string>>();
        builder.Configure(Waiting).Permit(Push, new State("Nowhere"));

        var error = Assert.Throws<FlowDefinitionException>(() => builder.Build(Waiting));

        Assert.Contains("Nowhere", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SuperstatesInACircle_AreRefusedWhenBuilt()
    {
        var builder = new FlowBuilder<List<string>>();
        builder.Configure(Waiting).SubstateOf(Outer);
        builder.Configure(Outer).SubstateOf(Waiting);

        Assert.Throws<FlowDefinitionException>(() => builder.Build(Waiting));
    }

    [Fact]
    public void TheCheck_NamesAStateThatCannotBeReached_AndOneWithoutAWayOut()
    {
        var flow = Build(configure => configure.Configure(Waiting).Permit(Push, Open));

        var findings = FlowCheck.Run(flow, [Push]);

        Assert.Contains(findings, finding => finding.State == Shut && finding.Problem.StartsWith("cannot be reached", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.State == Open && finding.Problem.StartsWith("has no way out", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.State == Open && finding.Problem.Contains("'push'", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.State == Waiting);
    }

    private static FlowDefinition<List<string>> Build(Action<FlowBuilder<List<string>>> configure)
    {
        var builder = new FlowBuilder<List<string>>();
        builder.Configure(Outer);
        builder.Configure(Waiting).SubstateOf(Outer);
        builder.Configure(Open).SubstateOf(Outer).OnEntry(notes => notes.Add("opened"));
        builder.Configure(Shut).Final();
        configure(builder);
        return builder.Build(Waiting);
    }
}
