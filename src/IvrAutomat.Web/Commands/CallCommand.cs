using System.CommandLine;
using IvrAutomat.Web.Stage;

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

        return await ScriptReport.PlayAsync([.. paths.SelectMany(Scripts.FilesIn)], documents, stop) ? 0 : 1;
    }
}
