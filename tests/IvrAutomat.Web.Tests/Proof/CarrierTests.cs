using IvrAutomat.Proof.BadCarrier;

namespace IvrAutomat.Web.Tests.Proof;

/// <summary>A short form of <c>carrier</c>.</summary>
public sealed class CarrierTests
{
    [Fact]
    public async Task WebhooksTwiceLateOutOfOrderOrLost_DropNoCallAndDoNothingTwice()
    {
        var verdict = await CarrierRun.RunAsync(count: 24, seed: 1, TestContext.Current.CancellationToken);
        verdict.Figures.ToList().ForEach(TestContext.Current.TestOutputHelper!.WriteLine);
        Assert.Empty(verdict.Broken);
    }
}
