using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Speech;
using IvrAutomat.Web.Speech.Engines;
using IvrAutomat.Web.Speech.Sound;
using IvrAutomat.Web.Tests.Conventions;

namespace IvrAutomat.Web.Tests.Speech;

/// <summary>The estimate by which prompts are judged too long, held against a voice.</summary>
public sealed class HeardSecondsTests
{
    private const int EachOf = 7;

    [Theory]
    [InlineData("cs")]
    [InlineData("en")]
    [InlineData("sk")]
    public async Task TheEstimate_IsWithinFifteenPercentOfEspeakNg(string language)
    {
        Installed.Need("espeak-ng");
        var catalogue = new PromptFiles(Repository.At("prompts"), Languages.All, AutomatHost.Contracts).Read().Catalogue!;
        var synthesis = new Synthesis(new EspeakNg(new SpeechOptions()), TimeProvider.System, new ListLogger<Synthesis>());
        double heard = 0, estimated = 0;
        foreach (var said in FixedPrompts.Of(catalogue, language, AutomatHost.Contracts).Where((_, at) => at % EachOf == 0))
        {
            var text = catalogue.Speak(language, said, new DateOnly(2026, 11, 23));
            var audio = await synthesis.RenderAsync(new SpokenLine(language, text, Slow: false), isAhead: true, TestContext.Current.CancellationToken);
            heard += PhoneAudio.Seconds(audio!.Length);
            estimated += catalogue.Seconds(language, text);
        }

        Assert.InRange(estimated / heard, 0.85, 1.15);
    }
}
