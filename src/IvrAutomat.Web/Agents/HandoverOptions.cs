namespace IvrAutomat.Web.Agents;

/// <summary>How callers are connected with people. Section <c>Handover</c> of the settings.</summary>
internal sealed class HandoverOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Handover";

    /// <summary>How long an agent's phone rings before the next one is tried, in seconds; from 5 to 60.</summary>
    /// <value>The default is 20 seconds; the carrier adds five.</value>
    public int RingSeconds { get; set; } = 20;

    /// <summary>How long a caller waits before a callback is offered instead, in minutes; from 1 to 60.</summary>
    /// <value>The default is 5 minutes.</value>
    public int WaitMinutes { get; set; } = 5;

    /// <summary>
    /// Whether the carrier listens for voicemail before an agent hears anything. Without it voicemail is told by its silence, some seconds
    /// later; with it every agent waits some seconds, and the carrier charges for it.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool DetectVoicemail { get; set; }

    /// <summary>As a length of time.</summary>
    public TimeSpan RingFor => TimeSpan.FromSeconds(RingSeconds);

    /// <summary>Everything that is wrong, each with its remedy.</summary>
    public IEnumerable<string> Validate()
    {
        if (RingSeconds is < 5 or > 60)
        {
            yield return $"Handover:RingSeconds is {RingSeconds}. Use 5 to 60 seconds.";
        }

        if (WaitMinutes is < 1 or > 60)
        {
            yield return $"Handover:WaitMinutes is {WaitMinutes}. Use 1 to 60 minutes.";
        }
    }
}
