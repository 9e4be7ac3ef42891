using IvrAutomat.Proof.World;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Tests.Persistence;

/// <summary>What is over, by clocks that jump and by clocks that do not.</summary>
public sealed class SightingsTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [Fact]
    public void TimeThatPasses_EndsALease_AlsoOneThatWasNeverSeen()
    {
        var clock = new Shop.Clock();
        var (sightings, until) = (new Sightings(clock), clock.Now + Lease);
        Assert.False(IsOver(sightings, until));
        clock.Advance(Lease);
        Assert.True(IsOver(sightings, until));
        Assert.True(IsOver(new Sightings(clock), until));
    }

    [Fact]
    public void AClockPutForward_EndsNothing_UntilAsMuchTimeHasPassed()
    {
        var clock = new ForwardClock();
        var (sightings, until) = (new Sightings(clock), clock.GetUtcNow() + Lease);
        Assert.False(IsOver(sightings, until));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.False(IsOver(sightings, until));
        Assert.False(IsOver(sightings, until));
    }

    [Fact]
    public void AClockPutBack_KeepsNothingForLongerThanItLasts()
    {
        var clock = new Shop.Clock();
        var (sightings, until) = (new Sightings(clock), clock.Now + TimeSpan.FromHours(1) + Lease);
        Assert.False(IsOver(sightings, until));
        clock.Advance(Lease);
        Assert.True(IsOver(sightings, until));
    }

    private static bool IsOver(Sightings sightings, DateTimeOffset until)
        => sightings.Over([until], each => ("it", each.ToUnixTimeMilliseconds()), each => each, _ => Lease).Count == 1;
}
