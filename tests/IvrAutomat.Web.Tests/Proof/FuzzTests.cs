using IvrAutomat.Proof.Fuzz;
using IvrAutomat.Web.Tests.Calls;

namespace IvrAutomat.Web.Tests.Proof;

/// <summary>The short form of <c>fuzz</c>.</summary>
[Collection(RealTime.Name)]
public sealed class FuzzTests
{
    [Fact]
    public async Task Nonsense_IsNeverAnsweredWith5xx_NorWithADocumentThatTheCarrierRefuses()
    {
        var output = TestContext.Current.TestOutputHelper!;
        var verdict = await FuzzRun.RunAsync(FuzzPlan.Short with { Limit = RealTime.Patience }, output.WriteLine, TestContext.Current.CancellationToken);
        verdict.Figures.ToList().ForEach(output.WriteLine);
        Assert.Empty(verdict.Broken);
    }
}
