namespace IvrAutomat.Simulator.Carrier;

/// <summary>Something that happened on a call, as the caller or the carrier noticed it.</summary>
/// <param name="At">When, by the carrier's clock.</param>
public abstract record CallEvent(DateTimeOffset At)
{
    /// <summary>Its place in the call's transcript, from 1.</summary>
    public int Number { get; internal init; }
}

/// <summary>The call's status changed, in the carrier's words (<c>ringing</c>, <c>in-progress</c>, …).</summary>
public sealed record StatusChanged(DateTimeOffset At, string Status) : CallEvent(At);

/// <summary>The caller begins to hear a text.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Text">The words, without mark-up.</param>
/// <param name="Seconds">How long it takes when nobody interrupts.</param>
/// <param name="Language">The language tag it is spoken in.</param>
/// <param name="Verb">The element that speaks: <c>Say</c> or <c>Play</c>.</param>
public sealed record Spoken(DateTimeOffset At, string Text, double Seconds, string Language, string Verb) : CallEvent(At)
{
    /// <summary>The sound file whose words these are; null when the carrier's own voice says them, and for music.</summary>
    public Uri? Sound { get; init; }
}

/// <summary>Input is accepted from now on; prompts may still be playing.</summary>
/// <param name="At">When.</param>
/// <param name="Keys">Whether keys are taken.</param>
/// <param name="Speech">Whether words are taken.</param>
/// <param name="NumDigits">How many keys end the entry; null for any number.</param>
/// <param name="FinishOnKey">The key that ends the entry; empty for none.</param>
/// <param name="Timeout">Seconds of silence, after the prompts, that end it.</param>
public sealed record Listening(DateTimeOffset At, bool Keys, bool Speech, int? NumDigits, string FinishOnKey, double Timeout)
    : CallEvent(At);

/// <summary>The prompts have ended or were interrupted; the automat waits for input.</summary>
public sealed record FellQuiet(DateTimeOffset At) : CallEvent(At);

/// <summary>Keys were taken as one entry.</summary>
public sealed record KeysTaken(DateTimeOffset At, string Keys) : CallEvent(At);

/// <summary>Words were taken as one entry, or said to those with whom the call is connected.</summary>
public sealed record WordsTaken(DateTimeOffset At, string Text) : CallEvent(At);

/// <summary>Listening ended with nothing.</summary>
public sealed record NothingTaken(DateTimeOffset At) : CallEvent(At);

/// <summary>A key was pressed while nobody listened, and is lost.</summary>
public sealed record KeyDropped(DateTimeOffset At, char Key) : CallEvent(At);

/// <summary>The automat dials a number for the caller.</summary>
public sealed record Dialled(DateTimeOffset At, string To) : CallEvent(At);

/// <summary>What became of a dialled number.</summary>
/// <param name="At">When.</param>
/// <param name="Status"><c>answered</c> when the talk begins; at the end what the Dial's action is told as <c>DialCallStatus</c>.</param>
public sealed record DialChanged(DateTimeOffset At, string Status) : CallEvent(At);

/// <summary>The call waits in a queue from now on.</summary>
public sealed record Queued(DateTimeOffset At, string Queue) : CallEvent(At);

/// <summary>The call has left its queue.</summary>
public sealed record Unqueued(DateTimeOffset At) : CallEvent(At);

/// <summary>With whom the call is connected has changed.</summary>
/// <param name="At">When.</param>
/// <param name="With">The numbers of the persons who are heard from now on; empty for nobody.</param>
public sealed record Connected(DateTimeOffset At, IReadOnlyList<string> With) : CallEvent(At);

/// <summary>Another person on the line said something that is heard here.</summary>
/// <param name="At">When.</param>
/// <param name="By">The number of that person.</param>
/// <param name="Text">The words.</param>
public sealed record OtherSpoke(DateTimeOffset At, string By, string Text) : CallEvent(At);

/// <summary>The tone with which a conference tells that somebody comes or goes.</summary>
public sealed record Beeped(DateTimeOffset At) : CallEvent(At);

/// <summary>A webhook was answered.</summary>
/// <param name="At">When.</param>
/// <param name="Url">Where it went; without a query it holds no personal data.</param>
/// <param name="HttpStatus">The status; null when no answer came.</param>
/// <param name="Took">Real time from sending to the last byte.</param>
/// <param name="Purpose">What it was for.</param>
public sealed record WebhookAnswered(DateTimeOffset At, Uri Url, int? HttpStatus, TimeSpan Took, WebhookPurpose Purpose) : CallEvent(At);

/// <summary>A document was received and is executed from now on.</summary>
public sealed record DocumentReceived(DateTimeOffset At, Uri Url, string Xml) : CallEvent(At);

/// <summary>Something broke the carrier's rules or failed.</summary>
/// <param name="At">When.</param>
/// <param name="Code">The carrier's error code; 0 when it has none.</param>
/// <param name="Text">What was wrong, for the developer.</param>
public sealed record Trouble(DateTimeOffset At, int Code, string Text) : CallEvent(At);

/// <summary>The call is over; nothing follows.</summary>
public sealed record CallEnded(DateTimeOffset At, EndedBy By, string Reason) : CallEvent(At);

/// <summary>Who ended a call.</summary>
public enum EndedBy
{
    /// <summary>The document of the product: Hangup, Reject, or its end.</summary>
    Automat,

    /// <summary>The caller.</summary>
    Caller,

    /// <summary>The carrier, because something failed.</summary>
    Carrier,
}

/// <summary>What a webhook is for.</summary>
public enum WebhookPurpose
{
    /// <summary>It asks for a document.</summary>
    Document,

    /// <summary>It asks for a document because another could not be had.</summary>
    Fallback,

    /// <summary>It fetches audio.</summary>
    Media,

    /// <summary>It tells what happened.</summary>
    StatusCallback,
}
