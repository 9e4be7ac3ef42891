using System.Collections.Immutable;

namespace IvrAutomat.Web.Calls;

/// <summary>What the runner needs of the voice. Where the carrier speaks, it does nothing.</summary>
/// <param name="Speaks">Whether it has a voice of its own for a language.</param>
/// <param name="Find">The same words with the audio that is there in time.</param>
/// <param name="Prepare">Has audio made of what a call is likely to say soon; nobody waits for it.</param>
/// <param name="Forget">A call is over: what was kept for it alone goes.</param>
internal sealed record VoiceDesk(
    Func<string, bool> Speaks,
    Func<string, ImmutableArray<SpokenText>, Task<ImmutableArray<SpokenText>>> Find,
    Action<string, ImmutableArray<SpokenText>> Prepare,
    Action<string> Forget);

/// <summary>Learns under which address a text can be heard. Nobody listens in production: what is said to callers is kept nowhere.</summary>
/// <param name="audio">The address, below that of the automat.</param>
/// <param name="text">The text.</param>
internal delegate void AudioNamed(string audio, string text);
