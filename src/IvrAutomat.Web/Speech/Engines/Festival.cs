using System.Globalization;
using System.Text;

namespace IvrAutomat.Web.Speech.Engines;

/// <summary>
/// Festival with its Czech diphone voices as a program. It reads ISO-8859-2, whatever the system's own encoding is: given UTF-8 it would
/// read out that a character is unknown, accent by accent.
/// </summary>
internal sealed class Festival(SpeechOptions options) : ISpeechEngine
{
    private static readonly Encoding Latin2 = Central();

    // Characters that its encoding lacks and prompts have.
    private static readonly Dictionary<char, string> Unspoken = new()
    {
        ['€'] = " euro ",
        ['„'] = "",
        ['“'] = "",
        ['”'] = "",
        ['‚'] = "",
        ['‘'] = "",
        ['’'] = "",
        ['–'] = ", ",
        ['—'] = ", ",
        ['…'] = ".",
        ['\u00A0'] = " ",
    };

    /// <inheritdoc />
    public string Name => "festival";

    /// <inheritdoc />
    public EngineVoice? VoiceOf(string language)
    {
        var own = options.Voices.GetValueOrDefault(language) ?? new VoiceOptions();
        return (own.Voice ?? (language == "cs" ? "voice_czech_dita" : null)) is { } name ? new EngineVoice(name, language, own.Rate, Style: null) : null;
    }

    /// <inheritdoc />
    public Task<SpeechOutcome> SpeakAsync(EngineVoice voice, string text, SpeechRequest request, CancellationToken cancellationToken)
    {
        var stretch = (1 / request.PaceOf(voice)).ToString("0.###", CultureInfo.InvariantCulture);
        return SpeechProgram.RunAsync(
            options.FestivalProgram,
            ["-eval", $"(begin ({voice.Name}) (Parameter.set 'Duration_Stretch {stretch}))", "-o", "-"],
            Latin2.GetBytes(PlainWords.Of(text, Unspoken)),
            request,
            cancellationToken);
    }

    private static Encoding Central()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("iso-8859-2", new EncoderReplacementFallback(" "), DecoderFallback.ReplacementFallback);
    }
}
