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

        // How fast answers are is shown by the command: a machine that runs other tests as well says nothing about that.
        var verdict = await FuzzRun.RunAsync(FuzzPlan.Short with { Limit = TimeSpan.FromSeconds(15) }, output.WriteLine, TestContext.Current.CancellationToken);
        verdict.Figures.ToList().ForEach(output.WriteLine);
        Assert.Empty(verdict.Broken);
    }
}
