namespace IvrAutomat.Web.Speech.Engines;

/// <summary>Makes sound of text. It keeps nothing, retries only what is known to pass, and tells why it could not.</summary>
internal interface ISpeechEngine
{
    /// <summary>Its name, as logs and file names know it.</summary>
    string Name { get; }

    /// <summary>How it speaks a language; null when it cannot.</summary>
    /// <param name="language">The language's tag: "cs".</param>
    EngineVoice? VoiceOf(string language);

    /// <summary>Speaks one text, whole.</summary>
    /// <param name="voice">One of its own voices.</param>
    /// <param name="text">Plain words; numbers are spelled out already.</param>
    /// <param name="request">How it is wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<SpeechOutcome> SpeakAsync(EngineVoice voice, string text, SpeechRequest request, CancellationToken cancellationToken);
}

/// <summary>A voice as an engine knows it. All of it shapes the sound.</summary>
/// <param name="Name">The engine's name of the voice.</param>
/// <param name="Language">BCP 47, as the engine writes it: "cs-CZ".</param>
/// <param name="Rate">Its pace; 1 is its own.</param>
/// <param name="Style">Its manner; null for the plain one.</param>
internal sealed record EngineVoice(string Name, string Language, double Rate, string? Style);

/// <summary>How a text is wanted.</summary>
/// <param name="Slow">For a caller who asked to be spoken to slowly.</param>
/// <param name="IsAhead">Nobody waits for it: it must not take the processor from those who do.</param>
internal readonly record struct SpeechRequest(bool Slow, bool IsAhead)
{
    private const double SlowPace = 0.8;

    /// <summary>The pace at which a voice speaks for it.</summary>
    public double PaceOf(EngineVoice voice) => Slow ? voice.Rate * SlowPace : voice.Rate;
}

/// <summary>What came of speaking a text.</summary>
internal abstract record SpeechOutcome
{
    private SpeechOutcome()
    {
    }

    /// <summary>It was spoken.</summary>
    /// <param name="Wave">A RIFF/WAVE file of the engine's own making.</param>
    internal sealed record Spoken(byte[] Wave) : SpeechOutcome;

    /// <summary>It was not.</summary>
    /// <param name="Reason">Why and what to do, in a sentence or two; nothing of the text and no secret.</param>
    internal sealed record Failed(string Reason) : SpeechOutcome;
}
