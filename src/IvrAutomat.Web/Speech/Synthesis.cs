using IvrAutomat.Web.Speech.Engines;
using IvrAutomat.Web.Speech.Sound;

namespace IvrAutomat.Web.Speech;

/// <summary>What is to be heard. It may hold what belongs to a caller: it never goes to a log.</summary>
/// <param name="Language">The language's tag.</param>
/// <param name="Text">Plain words.</param>
/// <param name="Slow">For a caller who asked to be spoken to slowly.</param>
internal sealed record SpokenLine(string Language, string Text, bool Slow)
{
    /// <inheritdoc />
    public override string ToString() => nameof(SpokenLine);
}

/// <summary>
/// The configured engine, made bearable: its sound comes in the telephone's form; while it is in trouble it is asked only now and then, and
/// its trouble is told once, as is its end.
/// </summary>
/// <param name="engine">The engine; null when the carrier speaks.</param>
/// <param name="time">Measures rests.</param>
/// <param name="log">Hears of trouble.</param>
internal sealed partial class Synthesis(ISpeechEngine? engine, TimeProvider time, ILogger<Synthesis> log)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private string? _trouble;
    private long _asked;

    /// <summary>Why the engine cannot speak at the moment, and what to do; null when it can.</summary>
    public string? Trouble
    {
        get
        {
            lock (_lock)
            {
                return _trouble;
            }
        }
    }

    /// <summary>The engine's name; null when the carrier speaks.</summary>
    public string? EngineName => engine?.Name;

    /// <summary>How the engine speaks a language; null when the carrier has to.</summary>
    public EngineVoice? VoiceOf(string language) => engine?.VoiceOf(language);

    /// <summary>A whole file in the telephone's form; null when the engine cannot speak it now.</summary>
    /// <param name="line">What is to be heard.</param>
    /// <param name="isAhead">Nobody waits for it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<byte[]?> RenderAsync(SpokenLine line, bool isAhead, CancellationToken cancellationToken)
    {
        if (engine?.VoiceOf(line.Language) is not { } voice || !MayAsk())
        {
            return null;
        }

        switch (await engine.SpeakAsync(voice, line.Text, new SpeechRequest(line.Slow, isAhead), cancellationToken))
        {
            case SpeechOutcome.Spoken spoken when WaveReader.Read(spoken.Wave).Sound is { } sound:
                Recover();
                return PhoneAudio.OfSpeech(sound);
            case SpeechOutcome.Spoken:
                Fail("What it answered is no sound that can be read.");
                return null;
            case SpeechOutcome.Failed failed:
                Fail(failed.Reason);
                return null;
            default:
                throw new InvalidOperationException("An engine has an outcome that nobody knows.");
        }
    }

    private bool MayAsk()
    {
        lock (_lock)
        {
            if (_trouble is not null && time.GetElapsedTime(_asked) < Rest)
            {
                return false;
            }

            _asked = time.GetTimestamp();
            return true;
        }
    }

    private void Fail(string reason)
    {
        lock (_lock)
        {
            if (_trouble == reason)
            {
                return;
            }

            _trouble = reason;
        }

        LogTrouble(EngineName!, reason);
    }

    private void Recover()
    {
        lock (_lock)
        {
            if (_trouble is null)
            {
                return;
            }

            _trouble = null;
        }

        LogRecovered(EngineName!);
    }

    [LoggerMessage(EventId = 5001, Level = LogLevel.Warning, Message = "The voice {Engine} is in trouble, the carrier speaks instead: {Reason}")]
    private partial void LogTrouble(string engine, string reason);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Information, Message = "The voice {Engine} speaks again")]
    private partial void LogRecovered(string engine);
}
