using System.Globalization;
using System.Text;

namespace IvrAutomat.Web.Speech.Engines;

/// <summary>espeak-ng as a program: every language, robotic, twenty milliseconds a sentence.</summary>
internal sealed class EspeakNg(SpeechOptions options) : ISpeechEngine
{
    // Its English words come faster than its Czech ones, and foreigners listen.
    private const int WordsPerMinute = 165;
    private const int EnglishWordsPerMinute = 140;

    // Square brackets would be read as its own phonemes.
    private static readonly Dictionary<char, string> Unspoken = new() { ['['] = ", ", [']'] = ", " };

    /// <inheritdoc />
    public string Name => "espeak-ng";

    /// <inheritdoc />
    public EngineVoice? VoiceOf(string language)
    {
        var own = options.Voices.GetValueOrDefault(language) ?? new VoiceOptions();
        var name = own.Voice ?? (language == "en" ? "en-gb" : language);
        return new EngineVoice(name, name, own.Rate, Style: null);
    }

    /// <inheritdoc />
    public Task<SpeechOutcome> SpeakAsync(EngineVoice voice, string text, SpeechRequest request, CancellationToken cancellationToken)
    {
        var usual = voice.Language.StartsWith("en", StringComparison.Ordinal) ? EnglishWordsPerMinute : WordsPerMinute;
        var pace = Math.Round(usual * request.PaceOf(voice)).ToString(CultureInfo.InvariantCulture);
        return SpeechProgram.RunAsync(
            options.EspeakNgProgram,
            ["-v", voice.Name, "-s", pace, "-b", "1", "--stdin", "--stdout"],
            Encoding.UTF8.GetBytes(PlainWords.Of(text, Unspoken)),
            request,
            cancellationToken);
    }
}
