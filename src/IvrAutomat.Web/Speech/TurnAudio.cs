using System.Collections.Immutable;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Speech.Store;
using IvrAutomat.Web.Telemetry;

namespace IvrAutomat.Web.Speech;

/// <summary>
/// Finds, or has made, the audio of what a turn is about to say. A turn waits for all of it together no longer than a caller could notice;
/// what is not there by then the carrier says, whole, while the rendering goes on for the next time.
/// </summary>
/// <param name="renderings">Makes audio.</param>
/// <param name="recordings">Recorded audio.</param>
/// <param name="named">Learns which text an address stands for; null where nobody may.</param>
/// <param name="signals">Who is told how much has its audio in time.</param>
/// <param name="log">Hears, now and then, that the voice is slow.</param>
internal sealed partial class TurnAudio(Renderings renderings, Recordings recordings, AudioNamed? named, Signals signals, ILogger<TurnAudio> log)
{
    private static readonly TimeSpan BetweenComplaints = TimeSpan.FromMinutes(10);

    /// <summary>What a turn waits for synthesis in all.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    private long _complained;

    /// <summary>The same words, each with the address of its audio where there is one in time.</summary>
    public async Task<ImmutableArray<SpokenText>> FindAsync(string callId, ImmutableArray<SpokenText> said)
    {
        var sought = Seek(callId, said);
        if (!Array.TrueForAll(sought, static each => each.IsCompleted))
        {
            // Programs speak in the machine's own time, whatever clock conversations live by.
            using var enough = new CancellationTokenSource();
            await Task.WhenAny(Task.WhenAll(sought), Task.Delay(Patience, TimeProvider.System, enough.Token));
            await enough.CancelAsync();
            Complain(sought);
        }

        var fromStore = sought.Count(static each => each is { IsCompletedSuccessfully: true, Result: not null });
        signals.Uttered(fromStore, said.Length - fromStore);
        return [.. said.Select((each, at) => sought[at] is { IsCompletedSuccessfully: true, Result: { } name } ? Voiced(each, name) : each)];
    }

    /// <summary>Has made what is likely to be said soon. Nobody waits for it.</summary>
    public void Prepare(string callId, ImmutableArray<SpokenText> said) => _ = Seek(callId, said);

    private void Complain(Task<string?>[] sought)
    {
        var last = Interlocked.Read(ref _complained);
        if (!Array.TrueForAll(sought, static each => each.IsCompleted)
            && (last == 0 || TimeProvider.System.GetElapsedTime(last) > BetweenComplaints)
            && Interlocked.CompareExchange(ref _complained, TimeProvider.System.GetTimestamp(), last) == last)
        {
            LogSlow(Patience.TotalMilliseconds);
        }
    }

    private SpokenText Voiced(SpokenText said, string name)
    {
        var audio = $"{AudioEndpoint.Path}/{name}.wav";
        named?.Invoke(audio, said.Text);
        return said with { Audio = audio };
    }

    private Task<string?>[] Seek(string callId, ImmutableArray<SpokenText> said) => [.. said.Select(each =>
        recordings.Find(each) is { } recorded
            ? Task.FromResult<string?>(recorded)
            : renderings.GetAsync(new SpokenLine(each.Language, each.Text, each.Slow), each.IsPersonal ? callId : null))];

    [LoggerMessage(EventId = 5041, Level = LogLevel.Warning,
        Message = "The voice took longer than {Milliseconds:0} ms; the carrier says such sentences until they are rendered. This is told once in ten minutes")]
    private partial void LogSlow(double milliseconds);
}
