using System.Net;
using System.Xml.Linq;
using IvrAutomat.Proof.Canary;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Speech;
using IvrAutomat.Web.Speech.Sound;
using IvrAutomat.Web.Speech.Store;
using IvrAutomat.Web.Stage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Speech;

/// <summary>Whole calls with a voice of our own: what is played, what is kept, and what happens when the voice is gone.</summary>
public sealed class VoicedCallTests(RenderedVoice rendered) : IClassFixture<RenderedVoice>, IDisposable
{
    private const string Call = """
        name: A caller types the PIN and hears the status
        given: { clock: 2026-11-23 10:00, caller: "+420601000004" }
        calls:
          - steps:
              - hear: "PIN"
              - press: 5577
              - hear: "čeká na výdejním místě"
              - hang up now
        then:
          cases: none
        """;

    private const string Handover = """
        name: An agent hears the whisper
        given: { clock: 2026-11-23 10:00, caller: "+420601000003", agents: { Jana: rings, Petr: rings } }
        call:
          - press now: 1964
          - hear: "Cokoli jiného, nula."
          - press now: 0
          - hear: "Spojím vás s člověkem."
          - Jana: answers
          - Jana: { hear: "chce člověka" }
          - Jana: { press: 5 }
          - Jana: { hear: "Vzít jednička" }
          - Jana: { press now: 2 }
          - hang up now
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("ivrautomat-voice-").FullName;
    private readonly LogLines _log = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ACall_IsHeardFromTheStore_AndNothingOfTheCallerStaysThere()
    {
        Installed.Need("espeak-ng");
        await using var house = await OpenAsync("EspeakNg");

        await PlayAsync(house);
        var result = await PlayAsync(house);

        Assert.True(result.SecondsPlayed > 5, $"{result.SecondsPlayed} s were played, {result.SecondsSaid} s said");
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "audio", "calls"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task EveryDocument_PlaysInsideTheGather_WhatIsServedForEver()
    {
        Installed.Need("espeak-ng");
        await using var house = await OpenAsync("EspeakNg", documents: Path.Combine(_folder, "documents"));
        await PlayAsync(house);
        await PlayAsync(house);

        var played = Directory.EnumerateFiles(Path.Combine(_folder, "documents"), "*.xml").SelectMany(file => XDocument.Load(file).Descendants("Play")).ToList();
        var shared = played.Select(play => play.Value).Where(path => path.Split('/').Length == 3).Distinct().ToList();
        Assert.NotEmpty(shared);
        Assert.Contains(played, play => play.Parent!.Name == "Gather");
        using var http = new HttpClient { BaseAddress = new Uri(house.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        foreach (var path in shared)
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("audio/wav", answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.NotNull(WaveReader.Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Sound);
        }

        foreach (var path in (string[])["/audio/..%2f..%2fcalls.db.wav", "/audio/calls.db", $"/audio/{new string('a', AudioNames.Length)}.wav", "/audio/a/b.wav"])
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task AnAgent_HearsTheWhisperInTheVoiceOfTheAutomat()
    {
        Installed.Need("espeak-ng");
        await TakeRenderedAsync();
        var documents = Path.Combine(_folder, "documents");
        await using var house = await OpenAsync("EspeakNg", documents: documents);
        await RenderedVoice.AheadAsync(house);

        // The whisper names the order: each call's is made anew, and where the machine is too busy to make it in time the carrier says it, whole.
        await RenderedVoice.UntilAsync(async () =>
        {
            await PlayAsync(house, Handover);
            var verbs = Whispers(documents).Select(gather => Assert.Single(gather.Elements()).Name.LocalName).ToList();
            Directory.Delete(documents, recursive: true);
            Assert.NotEmpty(verbs);
            return verbs.TrueForAll(verb => verb == "Play");
        });
    }

    [Fact]
    public async Task AVoiceThatIsNotInstalled_LeavesTheWordsToTheCarrier_AndSaysSoOnce()
    {
        await using var house = await OpenAsync("EspeakNg", program: "no-such-program");

        var result = await PlayAsync(house);

        Assert.Equal(0, result.SecondsPlayed);
        Assert.True(result.SecondsSaid > 0);
        Assert.Single(_log.Lines, line => line.Contains("the carrier speaks instead", StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, line => line.Contains("výdejním", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARestart_RendersNothing_AndAChangedPromptOnlyItself()
    {
        Installed.Need("espeak-ng");
        Assert.True((await TakeRenderedAsync()).Made > 300);

        await using var second = await OpenAsync("EspeakNg");
        Assert.Equal(0, (await RenderedVoice.AheadAsync(second)).Made);

        var file = Path.Combine(_folder, "prompts", "cs", "goodbye.yaml");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            file, text.Replace("\"Na slyšenou.\"", "\"Hezký den a na slyšenou.\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        // At both paces.
        var ahead = second.Services.GetRequiredService<RenderAhead>();
        await RenderedVoice.UntilAsync(() => ahead.Progress is { IsOver: true, Made: 2 });
    }

    [Fact]
    public async Task ARecording_IsHeardWhoeverSpeaks_AndABadOneIsNamedWithItsReason()
    {
        var prompts = Path.Combine(_folder, "prompts", "cs");
        await using var house = await OpenAsync("Carrier");
        var good = Sounds.File(Sounds.Tone(600, 44100, 2, level: 0.5f), tag: 1, bits: 16, channels: 2);
        var @long = Sounds.File(new Samples(new float[8000 * 60 * 6], 8000), tag: 7, bits: 8);
        foreach (var (name, content) in ((string, byte[])[])[
            ("goodbye.done", good), ("goodbye.open", [.. "ID3"u8, 4, 0, 0]), ("no-such-prompt", good), ("greeting.known", good), ("status.parcel.announced", @long)])
        {
            await File.WriteAllBytesAsync(Path.Combine(prompts, name + ".wav"), content, TestContext.Current.CancellationToken);
        }

        var recordings = house.Services.GetRequiredService<Recordings>();
        await RenderedVoice.UntilAsync(() => recordings is { Count: 1, Problems.Length: 4 });

        var audioName = recordings.Find(new SpokenText("Děkujeme.", "cs", Interruptible: true) { Key = "goodbye.done" });
        var audio = await File.ReadAllBytesAsync(house.Services.GetRequiredService<AudioStore>().PathOf(audioName!), TestContext.Current.CancellationToken);
        var sound = WaveReader.Read(audio).Sound!;
        Assert.InRange(sound.Seconds, 1.98, 2.02);
        Assert.InRange(Sounds.LevelAt(sound, 600), 0.45, 0.55);
        Assert.Null(recordings.Find(new SpokenText("Na slyšenou.", "cs", Interruptible: true) { Key = "goodbye.open" }));
        Assert.Contains(recordings.Problems, problem => problem is { File: "cs/goodbye.open.wav" } && problem.Message.Contains("MP3", StringComparison.Ordinal));
        await RenderedVoice.UntilAsync(() => _log.Lines.Any(
            line => line.Contains("cs/no-such-prompt.wav", StringComparison.Ordinal) && line.Contains("Name the file after", StringComparison.Ordinal)));
    }

    private static async Task<CallScriptResult> PlayAsync(ScriptHouse house, string script = Call)
    {
        var reading = CallScriptReader.Read(script, "call.yaml");
        Assert.Empty(reading.Errors);
        var result = await house.Runner.RunAsync(reading.Script!, TestContext.Current.CancellationToken);
        Assert.True(result.Passed, result.Failure);
        return result;
    }

    private static List<XElement> Whispers(string documents) => [.. Directory.EnumerateFiles(documents, "*.xml")
        .SelectMany(file => XDocument.Load(file).Descendants("Gather"))
        .Where(gather => gather.Attribute("action")!.Value.Contains("/voice/agents/", StringComparison.Ordinal))];

    // As a process before this one left it: all prompts are rendered.
    private async Task<AheadProgress> TakeRenderedAsync()
    {
        var (audio, progress) = await rendered.RenderAsync();
        foreach (var file in Directory.EnumerateFiles(audio, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, "audio", Path.GetRelativePath(audio, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return progress;
    }

    private Task<ScriptHouse> OpenAsync(string engine, string? program = null, string? documents = null)
        => RenderedVoice.OpenAsync(_folder, engine, program, documents, _log);
}
