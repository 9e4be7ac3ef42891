using System.CommandLine;
using IvrAutomat.Web.Commands.Paths;
using IvrAutomat.Web.Speech;
using IvrAutomat.Web.Stage;

namespace IvrAutomat.Web.Commands;

/// <summary>Plays call scripts against the whole product in virtual time and prints how they went.</summary>
internal static class CallCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Scripts, or folders of scripts; tests/calls for example.", Arity = ArgumentArity.OneOrMore };
        var documents = new Option<string?>("--documents") { Description = "A folder that takes every TwiML document of the scripts." };
        var speech = new Option<SpeechEngineKind?>("--speech")
        {
            Description = "An engine of this machine that speaks, Festival or EspeakNg: plays everything twice, and prints how much was heard from the store.",
        };
        var coverage = new Option<bool>("--coverage") { Description = "Prints which states, transitions and rungs of the flow the scripts took, and fails when a transition is missing." };
        var command = new Command("call", "Plays call scripts on a free port with a temporary database.") { paths, documents, speech, coverage };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(paths), parsed.GetValue(documents), parsed.GetValue(speech), parsed.GetValue(coverage), stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string? documents, SpeechEngineKind? speech, bool coverage, CancellationToken stop)
    {
        var missing = paths.Where(path => !File.Exists(path) && !Directory.Exists(path)).ToArray();
        if (missing.Length > 0)
        {
            await Console.Error.WriteLineAsync($"There is no {string.Join(", no ", missing)}. Name a script or a folder of scripts.");
            return 1;
        }

        string[] files = [.. paths.SelectMany(Scripts.FilesIn)];
        var options = new ScriptRunOptions { Documents = documents };
        var held = speech is { } engine
            ? await VoiceShare.PlayAsync(files, engine, documents, stop)
            : await ScriptReport.PlayAsync(files, options, stop);
        var covered = !coverage || CoverageReport.Print(options.Coverage);
        return held && covered ? 0 : 1;
    }
}
