using IvrAutomat.Proof.Kills;
using IvrAutomat.Proof.World;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Proof;

/// <summary>The shortest form of <c>kills</c>; the long ones are commands.</summary>
[Collection(RealTime.Name)]
public sealed class KillsTests
{
    [Fact]
    public async Task InstancesKilledDuringCalls_LoseNothingAndDoNothingTwice()
        => await HoldsAsync(KillsPlan.Short with { Calls = 12, Kills = 2 });

    [Fact]
    public async Task TheServerKilledDuringCalls_LosesNothing()
    {
        // The server that is killed is of this test's own; the one that all tests share tells whether any is installed.
        await using var installed = await TestDatabase.CreateAsync(BothDatabasesAttribute.PostgreSql);
        await HoldsAsync(KillsPlan.Short with { Calls = 10, Kills = 5, OnPostgres = true });
    }

    [Fact]
    public async Task InstancesKilledBehindNginx_AreNotMissedByAnyCaller()
    {
        Assert.SkipUnless(NginxProxy.IsInstalled, "No nginx: apt-get install nginx-light.");
        await using var installed = await TestDatabase.CreateAsync(BothDatabasesAttribute.PostgreSql);
        await HoldsAsync(KillsPlan.Short with { Calls = 16, Kills = 4, OnPostgres = true, BehindNginx = true });
    }

    private static async Task HoldsAsync(KillsPlan plan)
    {
        var verdict = await KillsRun.RunAsync(plan, TestContext.Current.TestOutputHelper!.WriteLine, TestContext.Current.CancellationToken);
        verdict.Figures.ToList().ForEach(TestContext.Current.TestOutputHelper!.WriteLine);
        Assert.Empty(verdict.Broken);
    }
}
