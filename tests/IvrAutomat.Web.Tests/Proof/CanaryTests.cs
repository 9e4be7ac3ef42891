using IvrAutomat.Proof.Canary;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Speech;

namespace IvrAutomat.Web.Tests.Proof;

/// <summary>The shortest form of <c>canary</c>; the long one is a command.</summary>
[Collection(RealTime.Name)]
public sealed class CanaryTests
{
    [Fact]
    public async Task WhatACustomerEntrusts_IsNowhereInTheClear()
    {
        Installed.Need("espeak-ng");
        var verdict = await CanaryRun.RunAsync(CanaryPlan.Short with { Calls = 12 }, TestContext.Current.TestOutputHelper!.WriteLine, TestContext.Current.CancellationToken);
        verdict.Figures.ToList().ForEach(TestContext.Current.TestOutputHelper!.WriteLine);
        Assert.Empty(verdict.Broken);
    }
}
