namespace IvrAutomat.Web.Operations;

/// <summary>How the automat stops while callers are on the line. Section <c>Drain</c> of the settings.</summary>
internal sealed class DrainOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Drain";

    /// <summary>What stops after the drain: requests that were begun, with the limit of one of them, and what they still write.</summary>
    public static readonly TimeSpan AfterDrain = TimeSpan.FromSeconds(25);

    private const int LongestSeconds = 3600;

    /// <summary>How long webhooks are still answered after the signal to stop, in seconds; sooner when no call is live.</summary>
    /// <value>The default is 30, and 0 where the simulator is on; 0 to 3600.</value>
    public int? Seconds { get; set; }

    /// <summary>Everything that is wrong, each with its remedy; empty when the settings can be used.</summary>
    public IReadOnlyList<string> Validate() => Seconds is null or (>= 0 and <= LongestSeconds)
        ? []
        : [$"Drain:Seconds is {Seconds}. Use 0 to {LongestSeconds} seconds, and a longer TimeoutStopSec in the service's unit."];

    /// <summary>The time in use.</summary>
    public TimeSpan Limit(bool isSimulated) => TimeSpan.FromSeconds(Seconds ?? (isSimulated ? 0 : 30));
}
