using System.Globalization;

namespace IvrAutomat.Proof.Clock;

/// <summary>One jump of the wall clock.</summary>
/// <param name="Name">What it is, for the report.</param>
/// <param name="By">How far; negative is back.</param>
/// <param name="Before">What the clock shows shortly before; null for the machine's own time.</param>
internal sealed record ClockJump(string Name, TimeSpan By, DateTimeOffset? Before = null)
{
    /// <summary>All jumps of the proof. On the nights of the change of time the hour that is left out, or comes twice, passes in a minute.</summary>
    public static IReadOnlyList<ClockJump> All { get; } =
    [
        new("forward an hour", TimeSpan.FromHours(1)),
        new("forward a day", TimeSpan.FromDays(1)),
        new("back ten minutes", TimeSpan.FromMinutes(-10)),
        new("back an hour", TimeSpan.FromHours(-1)),
        new("summer time begins", TimeSpan.FromMinutes(1), Instant("2027-03-28T00:59:50Z")),
        new("summer time ends", TimeSpan.FromMinutes(1), Instant("2027-10-31T00:59:50Z")),
    ];

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
