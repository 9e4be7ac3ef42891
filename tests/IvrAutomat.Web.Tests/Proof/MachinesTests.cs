using IvrAutomat.Proof.Machines;
using IvrAutomat.Proof.World;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Proof;

/// <summary>The short form of <c>machines</c>. How fast a change is heard is the command's to say, on a quiet machine.</summary>
[Collection(RealTime.Name)]
public sealed class MachinesTests
{
    [Fact]
    public async Task TwoInstancesBehindNginx_ActAsOne()
    {
        Assert.SkipUnless(NginxProxy.IsInstalled, "No nginx: apt-get install nginx-light.");
        await using var installed = await TestDatabase.CreateAsync(BothDatabasesAttribute.PostgreSql);
        var output = TestContext.Current.TestOutputHelper!;
        var verdict = await MachinesRun.RunAsync(MachinesPlan.Short with { Calls = 8, IsTimed = false }, output.WriteLine, TestContext.Current.CancellationToken);
        verdict.Figures.ToList().ForEach(output.WriteLine);
        Assert.Empty(verdict.Broken);
    }
}
