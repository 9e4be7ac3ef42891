using System.Security.Cryptography;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Speech;
using Spectre.Console;

namespace IvrAutomat.Web.Stage;

/// <summary>
/// Plays scripts with a voice of our own and tells how much of what callers hear comes from the store: first the fixed prompts are rendered
/// ahead, then everything is played once so that the store is warm, then it is played again and counted.
/// </summary>
internal static class VoiceShare
{
    /// <summary>What a shop may expect of the store once it is warm, as a share of the seconds heard.</summary>
    public const double Expected = 0.95;

    /// <summary>Plays the files and prints how they went and the share.</summary>
    /// <returns>True when all held and the share is what is expected.</returns>
    public static async Task<bool> PlayAsync(IReadOnlyList<string> files, SpeechEngineKind engine, string? documents, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ivrautomat-audio-");
        try
        {
            // One key: the houses of both runs name the same audio alike.
            var options = new ScriptRunOptions
            {
                // Voices need the processors that houses otherwise only wait on.
                HousesAtOnce = Math.Max(1, Environment.ProcessorCount / 2),
                Documents = documents,
                Settings = new Dictionary<string, string?>
                {
                    ["Speech:Engine"] = $"{engine}",
                    ["Speech:Folder"] = folder.FullName,
                    ["Secrets:Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretsOptions.KeyBytes)),
                },
            };
            await RenderAheadAsync(options, cancellationToken);
            await ScriptRun.PlayAsync(files, options with { HousesAtOnce = ScriptRunOptions.MostHouses }, cancellationToken);
            var results = await ScriptRun.PlayAsync(files, options, cancellationToken);
            var held = ScriptReport.Print(results);
            var (played, said) = (results.Sum(result => result.SecondsPlayed), results.Sum(result => result.SecondsSaid));
            var share = played + said > 0 ? played / (played + said) : 0;
            AnsiConsole.WriteLine($"{played:0} of {played + said:0} seconds came from the store, {share:P1} (expected: {Expected:P0}); the carrier said the rest");
            return held && share >= Expected;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RenderAheadAsync(ScriptRunOptions options, CancellationToken cancellationToken)
    {
        await using var house = await ScriptHouse.OpenAsync(options.Settings, documents: null, logTo: null, cancellationToken);
        var ahead = house.Services.GetRequiredService<RenderAhead>();
        while (!ahead.Progress.IsOver)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }

        AnsiConsole.WriteLine($"{ahead.Progress.Made} of {ahead.Progress.Wanted} fixed prompts were rendered ahead, {ahead.Progress.Left} could not be");
    }
}
