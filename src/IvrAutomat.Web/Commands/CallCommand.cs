using System.CommandLine;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Web.Stage;
using Spectre.Console;

namespace IvrAutomat.Web.Commands;

/// <summary>Plays call scripts against the whole product in virtual time and prints how they went.</summary>
internal static class CallCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Scripts, or folders of scripts; tests/calls for example.", Arity = ArgumentArity.OneOrMore };
        var documents = new Option<string?>("--documents") { Description = "A folder that takes every TwiML document of the scripts." };
        var command = new Command("call", "Plays call scripts on a free port with a temporary database.") { paths, documents };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(paths), parsed.GetValue(documents), stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string? documents, CancellationToken stop)
    {
        var missing = paths.Where(path => !File.Exists(path) && !Directory.Exists(path)).ToArray();
        if (missing.Length > 0)
        {
            await Console.Error.WriteLineAsync($"There is no {string.Join(", no ", missing)}. Name a script or a folder of scripts.");
            return 1;
        }

        var results = await ScriptRun.PlayAsync([.. paths.SelectMany(Scripts.FilesIn)], documents, stop);
        Print(results);
        return results.Count > 0 && results.All(result => result.Passed) ? 0 : 1;
    }

    private static void Print(IReadOnlyList<CallScriptResult> results)
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
    }
}
