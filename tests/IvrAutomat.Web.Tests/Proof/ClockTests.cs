using IvrAutomat.Proof.Clock;
using IvrAutomat.Web.Tests.Calls;

namespace IvrAutomat.Web.Tests.Proof;

/// <summary>A short form of <c>clock</c>: an hour in each direction, and the night in which summer time begins.</summary>
[Collection(RealTime.Name)]
public sealed class ClockTests
{
    private static readonly string[] Jumps = ["forward an hour", "back an hour", "summer time begins"];

    [Fact]
    public async Task AClockThatJumpsDuringCalls_DropsNobodyAndDoesNothingTwice()
    {
        var plan = ClockPlan.Short with
        {
            Jumps = [.. ClockJump.All.Where(each => Jumps.Contains(each.Name))],
            Calls = 8,
            LongestAnswer = RealTime.Patience,
        };
        Assert.Equal(Jumps.Length, plan.Jumps.Count);
        var verdict = await ClockRun.RunAsync(plan, TestContext.Current.TestOutputHelper!.WriteLine, TestContext.Current.CancellationToken);
        Assert.Empty(verdict.Broken);
    }
}
