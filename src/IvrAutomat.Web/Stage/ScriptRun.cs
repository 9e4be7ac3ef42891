using System.Collections.Concurrent;
using IvrAutomat.Simulator.CallScripts;

namespace IvrAutomat.Web.Stage;

/// <summary>
/// Plays many scripts: those that need the same settings share houses, and several houses play at once. A house mostly waits for real
/// milliseconds between two jumps of its clock, so more houses than processors pay.
/// </summary>
internal static class ScriptRun
{
    private const int HousesAtOnce = 4;
    private const int WorthAHouse = 10;

    /// <summary>Plays the files; the results come in their order. A file that cannot be read is a failure with its lines.</summary>
    public static async Task<IReadOnlyList<CallScriptResult>> PlayAsync(
        IReadOnlyList<string> files, string? documents, CancellationToken cancellationToken, ILoggerProvider? logTo = null)
    {
        var results = new ConcurrentDictionary<string, CallScriptResult>(StringComparer.Ordinal);
        var scripts = new List<(string File, CallScript Script)>();
        foreach (var file in files)
        {
            var reading = Scripts.Read(file);
            if (reading.Script is { } script)
            {
                scripts.Add((file, script));
            }
            else
            {
                results[file] = new CallScriptResult(
                    Path.GetFileName(file), file, string.Join(Environment.NewLine, reading.Errors), SecondsHeard: 0, Turns: 0, [], TimeSpan.Zero);
            }
        }

        var houses = scripts.GroupBy(each => string.Join('\n', Scripts.SettingsOf(each.Script).Select(pair => $"{pair.Key}={pair.Value}")))
            .SelectMany(alike => Shares([.. alike]));
        await Parallel.ForEachAsync(
            houses,
            new ParallelOptions { MaxDegreeOfParallelism = HousesAtOnce, CancellationToken = cancellationToken },
            async (share, stop) =>
            {
                await using var house = await ScriptHouse.OpenAsync(Scripts.SettingsOf(share[0].Script), documents, logTo, stop);
                foreach (var (file, script) in share)
                {
                    results[file] = await house.Runner.RunAsync(script, stop);
                }
            });
        return [.. files.Select(file => results[file])];
    }

    // Dealt out like cards, so that neighbours in the list, which are alike in length, do not all land in one house.
    private static IEnumerable<(string File, CallScript Script)[]> Shares((string File, CallScript Script)[] alike)
    {
        var count = Math.Clamp(alike.Length / WorthAHouse, 1, HousesAtOnce);
        return Enumerable.Range(0, count).Select(share => alike.Where((_, index) => index % count == share).ToArray());
    }
}
