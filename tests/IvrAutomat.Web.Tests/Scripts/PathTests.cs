using IvrAutomat.Dialogue;
using IvrAutomat.Flow;
using IvrAutomat.Proof;
using IvrAutomat.Web.Commands.Paths;

namespace IvrAutomat.Web.Tests.Scripts;

/// <summary>Every path of the conversation, walked once for all facts about them.</summary>
public sealed class PathTests(PathTests.Walk walk) : IClassFixture<PathTests.Walk>
{
    [Fact]
    public void NoPath_BreaksARule() => Assert.Empty(
        walk.Reports.SelectMany(report => report.Findings).Select(finding => $"{finding.Rule} in {finding.State}: {finding.Problem}: {string.Join(" > ", finding.Path)}"));

    [Fact]
    public void EveryEdge_IsMet_OrIsSaidNeverToBe() => Assert.DoesNotContain(
        ShopDialogue.Flow.Edges, edge => !walk.Met.Contains(edge) && NeverTaken.WhyNot(edge) is null);

    [Fact]
    public void WhatIsSaidNeverToBeTaken_IsNotMet() => Assert.DoesNotContain(walk.Met, edge => NeverTaken.WhyNot(edge) is not null);

    public sealed class Walk
    {
        internal IReadOnlyList<PathReport> Reports { get; } = PathsCommand.Walk(depth: null);

        internal HashSet<Edge> Met => [.. Reports.SelectMany(report => report.Edges)];
    }
}
