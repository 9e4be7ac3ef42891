using IvrAutomat.Proof.Machines;
using IvrAutomat.Proof.World;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Proof;

/// <summary>The short form of <c>queue</c>.</summary>
[Collection(RealTime.Name)]
public sealed class QueueTests
{
    [Fact]
    public async Task CustomersOfTwoInstancesBehindNginx_GetOneAgentEachOnce_ThoughOneIsKilled()
    {
        Assert.SkipUnless(NginxProxy.IsInstalled, "No nginx: apt-get install nginx-light.");
        await using var installed = await TestDatabase.CreateAsync(BothDatabasesAttribute.PostgreSql);
        var output = TestContext.Current.TestOutputHelper!;
        var verdict = await QueueRun.RunAsync(QueuePlan.Short with { Customers = 4 }, output.WriteLine, TestContext.Current.CancellationToken);
        verdict.Figures.ToList().ForEach(output.WriteLine);
        Assert.Empty(verdict.Broken);
    }
}
