using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Tests.Persistence;
using IvrAutomat.Web.Tests.Shop;

namespace IvrAutomat.Web.Tests.Calls;

/// <summary>What a process remembers of the calls that it has saved, and what it does when that is not true any more.</summary>
public sealed class RecentCallsTests
{
    private const string Order = "2026001009";
    private const string Pin = "9276";

    private readonly Clock _clock = new();
    private readonly RecentCalls _recent;

    public RecentCallsTests() => _recent = new RecentCalls(_clock);

    [Fact]
    public void SavedCall_IsThereOnceForItsNextStep()
    {
        _recent.Keep(Saved("CA1", version: 3));

        Assert.Equal(3, _recent.Take("CA1", 3)?.Call.Version);
        Assert.Null(_recent.Take("CA1", 3));
    }

    [Fact]
    public void AnotherStep_HasToBeRead()
    {
        _recent.Keep(Saved("CA1", version: 3));

        Assert.Null(_recent.Take("CA1", 2));
        Assert.Null(_recent.Take("CA1", 3));
    }

    [Fact]
    public void EndedOrWaitingForWork_IsNotRemembered()
    {
        _recent.Keep(Saved("CA1", version: 3));
        _recent.Keep(Saved("CA1", version: 4) with { IsOver = true });
        _recent.Keep(Saved("CA2", version: 4) with { Answer = null });

        Assert.Null(_recent.Take("CA1", 3));
        Assert.Null(_recent.Take("CA1", 4));
        Assert.Null(_recent.Take("CA2", 4));
    }

    [Theory]
    [InlineData(61)]
    [InlineData(3600)]
    [InlineData(-3600)]
    public void AfterAMinute_OrWhenTheClockIsPutBackForLong_NothingIsLeft(int seconds)
    {
        _recent.Keep(Saved("CA1", version: 3));
        _clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Null(_recent.Take("CA1", 3));
    }

    [Theory, BothDatabases]
    public async Task CallThatGoesFromHostToHost_IsNeverAnsweredFromWhatOneOfThemRemembers(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var one = await CallHost.StartAsync(database);
        await using var other = await CallHost.StartAsync(database);
        using var phone = one.Phone(null);
        var asked = await phone.DialAsync();
        var pin = await phone.FollowAsync(other.At(asked.Action!), ("Digits", Order));
        var menu = await phone.FollowAsync(one.At(pin.Action!), ("Digits", Pin));

        // The first host has this menu in mind; the caller's key comes to the other, and once more, late, to the first.
        var answered = await phone.FollowAsync(other.At(menu.Action!), ("Digits", "2"));
        var again = await phone.PostAsync(one.At(menu.Action!), ("Digits", "1"));

        Assert.Equal(answered.Body, again.Body);
        var next = await phone.FollowAsync(one.At(answered.Action!), ("Digits", "2"));
        Assert.NotNull(next.Action);
        Assert.Equal(await one.JournalAsync(phone.CallSid), await other.JournalAsync(phone.CallSid));
    }

    private static Decided Saved(string callId, int version) => new()
    {
        Call = ShopDialogue.Begin(callId) with { Version = version },
        ExpectedVersion = version - 1,
        Held = new HeldValues(),
        Input = new Silence(),
        At = DateTimeOffset.UnixEpoch,
        Definitions = null!,
        IsOver = false,
        Answer = [1],
        AnsweredStep = version - 1,
    };
}
