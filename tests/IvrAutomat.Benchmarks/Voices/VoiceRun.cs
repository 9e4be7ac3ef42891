using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using IvrAutomat.Benchmarks.Report;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Speech;
using IvrAutomat.Web.Stage;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Benchmarks.Voices;

/// <summary>
/// Measures the voice: all fixed prompts rendered ahead, a restart after it, and what a turn waits for synthesis, when all is in the store and
/// when a sentence is new.
/// </summary>
internal static class VoiceRun
{
    private const double MostSeconds = 60;
    private const int Prompts = 900;
    private const int Turns = 200;

    /// <summary>The command.</summary>
    public static Command Command()
    {
        var engine = new Option<SpeechEngineKind>("--engine") { Description = "EspeakNg or Festival.", DefaultValueFactory = _ => SpeechEngineKind.EspeakNg };
        var folder = new Option<string>("--folder") { Description = "Folder for the audio.", DefaultValueFactory = _ => Path.GetTempPath() };
        var command = new Command("voice", "Measures rendering ahead, a restart, and what a turn waits for synthesis.") { engine, folder };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(engine), parsed.GetRequiredValue(folder), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(SpeechEngineKind engine, string parent, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, $"ivr-voice-{Environment.ProcessId}"));
        try
        {
            Console.WriteLine(Machine.Look(folder.FullName).Describe());
            Console.WriteLine();
            var settings = Settings(engine, folder.FullName);
            var first = await StartAsync(settings, cancellationToken);
            var (again, inStore, fresh) = await MeasureTurnsAsync(settings, cancellationToken);
            Console.WriteLine(TextTable.Of(
                ["start", "texts", "rendered", "seconds", "per 900"],
                [Row("nothing rendered yet", first), Row("restart, nothing changed", again)]));
            Console.WriteLine(TextTable.Of(
                ["a turn waits for synthesis", "turns", "ms p50", "ms p99", "ms most", "played"], [Row("all in the store", inStore), Row("one new sentence", fresh)]));
            return again.Made == 0 && first.Left == 0 && first.Seconds / first.Made * Prompts < MostSeconds ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Ahead> StartAsync(Dictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        await using var house = await ScriptHouse.OpenAsync(settings, documents: null, logTo: null, cancellationToken);
        return await AheadAsync(house, cancellationToken);
    }

    private static async Task<(Ahead Again, Waits InStore, Waits Fresh)> MeasureTurnsAsync(Dictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        await using var house = await ScriptHouse.OpenAsync(settings, documents: null, logTo: null, cancellationToken);
        var again = await AheadAsync(house, cancellationToken);
        var turns = house.Services.GetRequiredService<TurnAudio>();
        ImmutableArray<SpokenText> known = [.. house.Services.GetRequiredService<Foresight>().Greetings("cs").Take(2)];
        var inStore = await WaitsAsync(_ => turns.FindAsync("CA0", known), cancellationToken);
        var fresh = await WaitsAsync(
            turn => turns.FindAsync($"CA{turn}", [.. known, new SpokenText($"Zásilka čeká na místě: Dlouhá ulice, vchod {turn}.", "cs", Interruptible: true) { IsPersonal = true }]),
            cancellationToken);
        return (again, inStore, fresh);
    }

    private static async Task<Waits> WaitsAsync(Func<int, Task<ImmutableArray<SpokenText>>> find, CancellationToken cancellationToken)
    {
        var waits = new List<double>(Turns);
        var (played, said) = (0, 0);
        for (var turn = 0; turn < Turns; turn++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var began = TimeProvider.System.GetTimestamp();
            var found = await find(turn);
            waits.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            played += found.Count(each => each.Audio is not null);
            said += found.Length;
        }

        waits.Sort();
        return new Waits(waits[Turns / 2], waits[Turns * 99 / 100], waits[^1], (double)played / said);
    }

    private static async Task<Ahead> AheadAsync(ScriptHouse house, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        var ahead = house.Services.GetRequiredService<RenderAhead>();
        while (!ahead.Progress.IsOver)
        {
            await Task.Delay(20, cancellationToken);
        }

        return new Ahead(ahead.Progress.Wanted, ahead.Progress.Made, ahead.Progress.Left, TimeProvider.System.GetElapsedTime(began).TotalSeconds);
    }

    private static Dictionary<string, string?> Settings(SpeechEngineKind engine, string folder) => new(StringComparer.Ordinal)
    {
        ["Speech:Engine"] = $"{engine}",
        ["Speech:Folder"] = folder,
        ["Speech:RenderAtOnce"] = "2",
        ["Prompts:Folder"] = Repository.Prompts,
        ["Secrets:Key"] = Convert.ToBase64String(new byte[32]),
    };

    private static string[] Row(string name, Ahead ahead) =>
        [name, $"{ahead.Wanted}", $"{ahead.Made}", Text(ahead.Seconds, "N1"), ahead.Made == 0 ? "–" : Text(ahead.Seconds / ahead.Made * Prompts, "N1")];

    private static string[] Row(string name, Waits waits) =>
        [name, $"{Turns}", Text(waits.Median, "N2"), Text(waits.Late, "N2"), Text(waits.Most, "N2"), waits.Played.ToString("P0", CultureInfo.InvariantCulture)];

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private sealed record Ahead(int Wanted, int Made, int Left, double Seconds);

    private sealed record Waits(double Median, double Late, double Most, double Played);
}
