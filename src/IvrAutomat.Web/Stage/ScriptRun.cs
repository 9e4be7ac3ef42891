using IvrAutomat.Simulator.CallScripts;

namespace IvrAutomat.Web.Stage;

/// <summary>Plays many scripts: one house for all that need the same settings, so that most share one.</summary>
internal static class ScriptRun
{
    /// <summary>Plays the files in their order; a file that cannot be read is a failure with its lines.</summary>
    public static async Task<IReadOnlyList<CallScriptResult>> PlayAsync(
        IReadOnlyList<string> files, string? documents, CancellationToken cancellationToken, ILoggerProvider? logTo = null)
    {
        var results = new Dictionary<string, CallScriptResult>(StringComparer.Ordinal);
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

        foreach (var alike in scripts.GroupBy(each => string.Join('\n', Scripts.SettingsOf(each.Script).Select(pair => $"{pair.Key}={pair.Value}"))))
        {
            await using var house = await ScriptHouse.OpenAsync(Scripts.SettingsOf(alike.First().Script), documents, logTo, cancellationToken);
            foreach (var (file, script) in alike)
            {
                results[file] = await house.Runner.RunAsync(script, cancellationToken);
            }
        }

        return [.. files.Select(file => results[file])];
    }
}
