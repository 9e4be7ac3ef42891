using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Prompts.Spelling;

namespace IvrAutomat.Web.Commands;

/// <summary>Looks at prompt files as a careful reader would, without taking a call: what cannot be spoken, and what should be said better.</summary>
internal static class PromptsCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // For a terminal or another program, never inside a page: letters with diacritics stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var folder = new Option<string?>("--folder") { Description = "The folder of prompts; without it the one of the settings." };
        var language = new Option<string?>("--language") { Description = "Only findings of this language: cs." };
        var json = new Option<bool>("--json") { Description = "Prints the findings as JSON." };
        var strict = new Option<bool>("--strict") { Description = "Fails on remarks too, not on errors alone." };
        var check = new Command("check", "Checks keys, slots, plurals, length, wording, spelling and languages of the prompt files.") { folder, language, json, strict };
        check.TreatUnmatchedTokensAsErrors = false;
        check.SetAction((parsed, stop) => CheckAsync(
            [.. parsed.UnmatchedTokens], parsed.GetValue(folder), parsed.GetValue(language), parsed.GetValue(json), parsed.GetValue(strict), stop));
        return new Command("prompts", "What the automat says: checks the files.") { check };
    }

    private static async Task<int> CheckAsync(string[] args, string? folder, string? language, bool json, bool strict, CancellationToken stop)
    {
        var builder = AutomatHost.Begin(args);
        var options = builder.Configuration.GetSection(PromptOptions.Section).Get<PromptOptions>() ?? new();
        var place = folder is null ? options.Locate(builder.Environment.ContentRootPath) : Path.GetFullPath(folder);
        return await ReportAsync(new PromptFiles(place, Languages.All, AutomatHost.Contracts), language, json, strict, Console.Out, stop);
    }

    /// <summary>Writes the findings.</summary>
    /// <returns>1 when something is wrong.</returns>
    internal static async Task<int> ReportAsync(PromptFiles files, string? language, bool json, bool strict, TextWriter output, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var set = files.Read(instead: null, out var texts);
        var spelling = await new SpellingLint().OfAsync(files.Folder, [.. texts.Where(text => IsOf(text.File, language))], stop);
        clock.Stop();
        var findings = set.Findings.Concat(spelling).Where(finding => IsOf(finding.File, language))
            .OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).ToList();
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(findings.Select(finding => new
            {
                Severity = Name(finding.Severity),
                finding.Rule,
                finding.File,
                finding.Line,
                finding.Key,
                finding.Message,
                finding.Remedy,
            }), Json));
        }
        else
        {
            findings.ForEach(finding => output.WriteLine(Line(finding)));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{texts.Count(text => IsOf(text.File, language))} texts in {clock.Elapsed.TotalSeconds:0.00} s: errors: {Count(findings, PromptSeverity.Error)}, remarks: {Count(findings, PromptSeverity.Warning)}, notes: {Count(findings, PromptSeverity.Note)}."));
        }

        return findings.Exists(finding => finding.Severity == PromptSeverity.Error || (strict && finding.Severity == PromptSeverity.Warning)) ? 1 : 0;
    }

    // "cs/status.yaml:12: error: key-missing: …": the shape that editors jump to.
    private static string Line(PromptFinding finding)
    {
        var place = finding.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{finding.File}:{finding.Line}") : finding.File;
        var key = finding.Key.Length > 0 ? $"{finding.Key}: " : "";
        return $"{place}: {Name(finding.Severity)}: {finding.Rule}: {key}{finding.Message} {finding.Remedy}";
    }

    private static string Name(PromptSeverity severity) => severity switch
    {
        PromptSeverity.Error => "error",
        PromptSeverity.Warning => "remark",
        _ => "note",
    };

    private static int Count(List<PromptFinding> findings, PromptSeverity severity) => findings.Count(finding => finding.Severity == severity);

    // What belongs to no language (a folder that is not there) concerns each of them.
    private static bool IsOf(string file, string? language) =>
        language is null || file == language || file == "prompts" || file.StartsWith(language + "/", StringComparison.Ordinal);
}
