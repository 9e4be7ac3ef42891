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

    /// <summary>How long an agent at the console is left alone after a talk, in seconds; from 0, which is not at all, to 600.</summary>
    /// <value>The default is 20 seconds.</value>
    public int WrapUpSeconds { get; set; } = 20;

    /// <summary>After so many hours an agent at the console is away by themselves, because nobody works longer; from 1 to 24.</summary>
    /// <value>The default is 10 hours.</value>
    public int ShiftHours { get; set; } = 10;

    /// <summary>How often the automat dials a customer who is to be called back, before the case is left to its owner; from 1 to 5.</summary>
    /// <value>The default is 3.</value>
    public int CallbackAttempts { get; set; } = 3;

    /// <summary>The pause before a customer who was not reached is dialled again, in minutes; each further one is twice as long; from 5 to 240.</summary>
    /// <value>The default is 30 minutes.</value>
    public int CallbackPauseMinutes { get; set; } = 30;

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

        if (WrapUpSeconds is < 0 or > 600)
        {
            yield return $"Handover:WrapUpSeconds is {WrapUpSeconds}. Use 0 to 600 seconds.";
        }

        if (ShiftHours is < 1 or > 24)
        {
            yield return $"Handover:ShiftHours is {ShiftHours}. Use 1 to 24 hours.";
        }

        if (CallbackAttempts is < 1 or > 5)
        {
            yield return $"Handover:CallbackAttempts is {CallbackAttempts}. Use 1 to 5.";
        }

        if (CallbackPauseMinutes is < 5 or > 240)
        {
            yield return $"Handover:CallbackPauseMinutes is {CallbackPauseMinutes}. Use 5 to 240 minutes.";
        }
    }
}
