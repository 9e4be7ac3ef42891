using System.Collections.Concurrent;
using IvrAutomat.Simulator.CallScripts;

namespace IvrAutomat.Web.Stage;

/// <summary>
/// Plays many scripts: those that need the same settings share houses, and several houses play at once. A house mostly waits for real
/// milliseconds between two jumps of its clock, so more houses than processors pay.
/// </summary>
internal static class ScriptRun
{
    private const int WorthAHouse = 8;

    /// <summary>Plays the files; the results come in their order. A file that cannot be read is a failure with its lines.</summary>
    public static async Task<IReadOnlyList<CallScriptResult>> PlayAsync(IReadOnlyList<string> files, ScriptRunOptions options, CancellationToken cancellationToken)
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
            new ParallelOptions { MaxDegreeOfParallelism = options.HousesAtOnce, CancellationToken = cancellationToken },
            async (share, stop) =>
            {
                var settings = options.Settings.Concat(Scripts.SettingsOf(share[0].Script)).ToDictionary();
                await using var house = await ScriptHouse.OpenAsync(settings, options.Documents, options.LogTo, stop);
                foreach (var (file, script) in share)
                {
                    results[file] = await house.Runner.RunAsync(script, stop);
                    await options.Played(house);
                }

                options.Coverage.Add(house.Taken);
                await options.Emptied(house);
            });
        return [.. files.Select(file => results[file])];
    }

    // Dealt out like cards, so that neighbours in the list, which are alike in length, do not all land in one house.
    private static IEnumerable<(string File, CallScript Script)[]> Shares((string File, CallScript Script)[] alike)
    {
        var count = Math.Clamp(alike.Length / WorthAHouse, 1, ScriptRunOptions.MostHouses);
        return Enumerable.Range(0, count).Select(share => alike.Where((_, index) => index % count == share).ToArray());
    }
}

/// <summary>What a run of scripts gets and leaves behind.</summary>
internal sealed record ScriptRunOptions
{
    /// <summary>Settings of every house, by their path. A script's own must not be among them.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>How many houses there are of one kind, and at the same time, where nothing is measured.</summary>
    public const int MostHouses = 8;

    /// <summary>How many houses play at the same time.</summary>
    public int HousesAtOnce { get; init; } = MostHouses;

    /// <summary>A folder that takes every document the product answers with; null for none.</summary>
    public string? Documents { get; init; }

    /// <summary>Takes the log of all houses; null drops it.</summary>
    public ILoggerProvider? LogTo { get; init; }

    /// <summary>Gathers what of the flow all houses took.</summary>
    public FlowCoverage Coverage { get; init; } = new();

    /// <summary>Looks at a house after each script. Several houses play at once.</summary>
    public Func<ScriptHouse, Task> Played { get; init; } = static _ => Task.CompletedTask;

    /// <summary>Looks at a house after its last script, before it is torn down.</summary>
    public Func<ScriptHouse, Task> Emptied { get; init; } = static _ => Task.CompletedTask;
}
