using IvrAutomat.Web.Speech;
using IvrAutomat.Web.Speech.Engines;
using IvrAutomat.Web.Speech.Sound;
using Microsoft.Extensions.Logging.Abstractions;

namespace IvrAutomat.Web.Tests.Speech;

/// <summary>The engines of this machine, and what becomes of their trouble.</summary>
public sealed class EngineTests
{
    private const string Greeting = "Dobrý den, tady Vzorový obchod. Příště žluťoučký kůň zavolá zítra v osm hodin.";

    [Theory]
    [InlineData("cs", Greeting)]
    [InlineData("en", "Hello, this is the sample shop. Your order is being packed and leaves tomorrow.")]
    public async Task EspeakNg_SpeaksInTheTelephonesForm(string language, string text)
    {
        Installed.Need("espeak-ng");
        await SpeaksAsync(new EspeakNg(new SpeechOptions()), language, text);
    }

    [Fact]
    public async Task Festival_SpeaksCzechInTheTelephonesForm()
    {
        Installed.Need("text2wave");
        await SpeaksAsync(new Festival(new SpeechOptions()), "cs", Greeting);
    }

    [Fact]
    public async Task Slow_TakesAboutAQuarterLonger()
    {
        Installed.Need("espeak-ng");
        Installed.Need("text2wave");
        foreach (var engine in (ISpeechEngine[])[new EspeakNg(new SpeechOptions()), new Festival(new SpeechOptions())])
        {
            var fast = await SecondsAsync(engine, slow: false);
            var slow = await SecondsAsync(engine, slow: true);

            Assert.InRange(slow / fast, 1.15, 1.35);
        }
    }

    [Fact]
    public async Task Festival_ReadsAccents_InsteadOfTellingThatTheyAreUnknown()
    {
        Installed.Need("text2wave");
        var plain = await SecondsAsync(new Festival(new SpeechOptions()), slow: false, "Prilis zlutoucky kun upel dabelske ody.");
        var accents = await SecondsAsync(new Festival(new SpeechOptions()), slow: false, "Příliš žluťoučký kůň úpěl ďábelské ódy.");

        Assert.InRange(accents / plain, 0.8, 1.4);
    }

    [Fact]
    public async Task AnArgument_CannotBeSpoken()
    {
        Installed.Need("espeak-ng");
        var outcome = await new EspeakNg(new SpeechOptions()).SpeakAsync(
            new EngineVoice("cs", "cs", 1, null), "--version \"; rm -rf [[_^_EN]] <speak>&amp;", new SpeechRequest(), TestContext.Current.CancellationToken);

        Assert.NotNull(WaveReader.Read(Assert.IsType<SpeechOutcome.Spoken>(outcome).Wave).Sound);
    }

    [Fact]
    public async Task AProgramThatIsNotThere_IsToldOnce_AndAskedAgainOnlyAfterAWhile()
    {
        var time = new HandTime();
        var log = new ListLogger<Synthesis>();
        var synthesis = new Synthesis(new EspeakNg(new SpeechOptions { EspeakNgProgram = "no-such-program" }), time, log);
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await synthesis.RenderAsync(new SpokenLine("cs", "Tajné jméno.", Slow: false), isAhead: false, TestContext.Current.CancellationToken));
            time.Pass(TimeSpan.FromSeconds(6));
        }

        Assert.Contains("Install it", synthesis.Trouble!, StringComparison.Ordinal);
        Assert.DoesNotContain("jméno", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEngineThatAnswersAgain_SaysSo()
    {
        Installed.Need("espeak-ng");
        var time = new HandTime();
        var log = new ListLogger<Synthesis>();
        var options = new SpeechOptions { EspeakNgProgram = "no-such-program" };
        var synthesis = new Synthesis(new EspeakNg(options), time, log);
        var line = new SpokenLine("cs", "Dobrý den.", Slow: false);
        Assert.Null(await synthesis.RenderAsync(line, isAhead: false, TestContext.Current.CancellationToken));

        options.EspeakNgProgram = "espeak-ng";
        Assert.Null(await synthesis.RenderAsync(line, isAhead: false, TestContext.Current.CancellationToken));
        time.Pass(TimeSpan.FromSeconds(11));

        Assert.NotNull(await synthesis.RenderAsync(line, isAhead: false, TestContext.Current.CancellationToken));
        Assert.Null(synthesis.Trouble);
        Assert.Equal(2, log.Lines.Count);
    }

    private static async Task SpeaksAsync(ISpeechEngine engine, string language, string text)
    {
        var file = await FileAsync(engine, language, text, slow: false);

        Assert.Equal(7, BitConverter.ToInt16(file, 20));
        Assert.Equal(8000, BitConverter.ToInt32(file, 24));
        var sound = WaveReader.Read(file).Sound!;
        Assert.InRange(sound.Seconds, 3, 8);
        Assert.InRange(Sounds.Level(sound), -32, -12);
        Assert.InRange(Sounds.Peak(sound), 0.2, 0.95);
    }

    private static async Task<double> SecondsAsync(ISpeechEngine engine, bool slow, string text = Greeting)
        => PhoneAudio.Seconds((await FileAsync(engine, "cs", text, slow)).Length);

    private static async Task<byte[]> FileAsync(ISpeechEngine engine, string language, string text, bool slow)
    {
        var synthesis = new Synthesis(engine, TimeProvider.System, NullLogger<Synthesis>.Instance);
        return await synthesis.RenderAsync(new SpokenLine(language, text, slow), isAhead: true, TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException(synthesis.Trouble);
    }
}
