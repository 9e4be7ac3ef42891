using IvrAutomat.Proof.Disk;
using IvrAutomat.Web.Tests.Calls;

namespace IvrAutomat.Web.Tests.Proof;

/// <summary>The shortest form of <c>disk</c>: on a disk of its own where one may be mounted, and beside it by a limit, which needs no rights.</summary>
[Collection(RealTime.Name)]
public sealed class DiskTests
{
    [Fact]
    public async Task ADiskThatIsFullForAWhile_LosesNothing_AndIsToldWithItsRemedy()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Disks are filled by means of Linux.");
        var plan = DiskPlan.Short with { Fills = 1, CallsEach = 5, LongestAnswer = RealTime.Patience };
        var verdicts = await Task.WhenAll(new[] { false, true }.Select(byLimit
            => DiskRun.RunAsync(plan with { ByLimit = byLimit }, TestContext.Current.TestOutputHelper!.WriteLine, TestContext.Current.CancellationToken)));
        Assert.Empty(verdicts.SelectMany(verdict => verdict.Broken));
    }
}
