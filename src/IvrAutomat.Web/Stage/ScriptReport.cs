using IvrAutomat.Simulator.CallScripts;
using Spectre.Console;

namespace IvrAutomat.Web.Stage;

/// <summary>Plays scripts for people: a table of how they went.</summary>
internal static class ScriptReport
{
    /// <summary>Plays the files and prints a row for each, then what did not hold.</summary>
    /// <returns>True when there were scripts and all of them held.</returns>
    public static async Task<bool> PlayAsync(IReadOnlyList<string> files, ScriptRunOptions options, CancellationToken cancellationToken)
    {
        var results = await ScriptRun.PlayAsync(files, options, cancellationToken);
        return Print(results);
    }

    /// <summary>Prints how scripts went.</summary>
    /// <returns>True when there were scripts and all of them held.</returns>
    public static bool Print(IReadOnlyList<CallScriptResult> results)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "script", "turns", "seconds heard", "took");
        foreach (var result in results)
        {
            table.AddRow(
                new Text(result.Passed ? "ok" : "FAILED"), new Text(result.Name), new Text($"{result.Turns}"),
                new Text($"{result.SecondsHeard:0.0}"), new Text($"{result.Took.TotalMilliseconds:0} ms"));
        }

        AnsiConsole.Write(table);
        foreach (var result in results.Where(result => !result.Passed))
        {
            AnsiConsole.WriteLine(result.Failure ?? string.Empty);
        }

        AnsiConsole.WriteLine($"{results.Count(result => result.Passed)} passed, {results.Count(result => !result.Passed)} failed");
        return results.Count > 0 && results.All(result => result.Passed);
    }
}
