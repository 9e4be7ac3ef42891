using System.Runtime.CompilerServices;
using IvrAutomat.Web.Speech;
using IvrAutomat.Web.Speech.Sound;

namespace IvrAutomat.Web.Doctor;

/// <summary>Does the voice speak, every language, in time. Two words are spoken and thrown away.</summary>
internal sealed class SpeechCheck(SpeechOptions options, Synthesis synthesis, IReadOnlyList<string> languages, bool azureStandsIn) : ICheck
{
    private static readonly Dictionary<string, string> Greetings = new(StringComparer.Ordinal) { ["cs"] = "Dobrý den.", ["sk"] = "Dobrý deň.", ["en"] = "Good morning." };

    /// <inheritdoc />
    public string System => SpeechOptions.Section;

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!options.IsOurs)
        {
            yield return Finding.Skipped(System, "Speech:Engine is Carrier: the carrier says every text itself");
            yield break;
        }

        if (azureStandsIn)
        {
            yield return Finding.Skipped(System, "no resource of Azure is set: the simulator's stand-in hums instead");
            yield break;
        }

        foreach (var language in languages)
        {
            if (synthesis.VoiceOf(language) is not { } voice)
            {
                yield return Finding.Warning(System, $"{options.Engine} has no voice for {language}: the carrier says it. Choose another engine, or name a voice in Speech:Voices:{language}");
                continue;
            }

            var began = TimeProvider.System.GetTimestamp();
            var text = Greetings.GetValueOrDefault(language, "12345");
            var audio = await synthesis.RenderAsync(new SpokenLine(language, text, Slow: false), isAhead: false, cancellationToken);
            if (audio is null)
            {
                yield return Finding.Wrong(System, synthesis.Trouble ?? "the engine does not speak");
                yield break;
            }

            var took = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
            yield return Finding.Ok(System, $"{language} is spoken by {voice.Name}: {PhoneAudio.Seconds(audio.Length):0.0} s of audio in {took:0} ms");
        }
    }
}
