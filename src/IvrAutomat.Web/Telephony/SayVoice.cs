namespace IvrAutomat.Web.Telephony;

/// <summary>
/// A voice of the carrier together with the language it speaks. The two are one value because a voice that is asked for
/// another language makes the whole <c>&lt;Say&gt;</c> fail. It is not one of our own synthesis engines: those are played, not said.
/// </summary>
/// <param name="Name">The carrier's name of the voice, for example <c>Google.cs-CZ-Wavenet-A</c>.</param>
/// <param name="Language">The BCP 47 tag that is sent with it, for example <c>cs-CZ</c>.</param>
internal sealed record SayVoice(string Name, string Language)
{
    /// <summary>The voice that speaks unless the shop chooses another one.</summary>
    public static readonly SayVoice Default = new("Google.cs-CZ-Wavenet-A", "cs-CZ");

    /// <summary>The English voice unless the shop chooses another one.</summary>
    public static readonly SayVoice English = new("Google.en-GB-Wavenet-A", "en-GB");

    /// <summary>The Slovak voice unless the shop chooses another one.</summary>
    public static readonly SayVoice Slovak = new("Google.sk-SK-Wavenet-A", "sk-SK");

    /// <summary>What one <c>&lt;Say&gt;</c> may hold in this voice.</summary>
    public SayLimits Limits { get; } =
        Name.StartsWith("Google.", StringComparison.Ordinal) ? SayLimits.Google
        : Name.StartsWith("Polly.", StringComparison.Ordinal) ? SayLimits.Polly
        : SayLimits.Basic;
}

/// <summary>
/// How much text one <c>&lt;Say&gt;</c> may hold. All three limits hold at once; the carrier answers a longer text with error 13521.
/// </summary>
/// <param name="Utf8Bytes">Bytes of the text in UTF-8. The basic voices count these; a Czech letter with a mark counts twice.</param>
/// <param name="Characters">UTF-16 code units of the text: what Polly and Google count.</param>
/// <param name="UrlEncoded">Characters of the percent-encoded text; a Czech letter with a mark takes six.</param>
internal sealed record SayLimits(int Utf8Bytes, int Characters, int UrlEncoded)
{
    /// <summary>Every voice, whoever provides it.</summary>
    private const int AnyVoiceUrlEncoded = 4500;

    /// <summary>Voices <c>man</c>, <c>woman</c>, <c>alice</c>.</summary>
    public static readonly SayLimits Basic = new(4096, int.MaxValue, AnyVoiceUrlEncoded);

    /// <summary>Voices named <c>Polly.…</c>.</summary>
    public static readonly SayLimits Polly = new(int.MaxValue, 3000, AnyVoiceUrlEncoded);

    /// <summary>Voices named <c>Google.…</c>.</summary>
    public static readonly SayLimits Google = new(int.MaxValue, 5000, AnyVoiceUrlEncoded);

    /// <summary>A text of at most this many UTF-16 code units fits every voice, whatever its letters are.</summary>
    public const int AlwaysFits = 500;
}
