using System.Diagnostics;
using IvrAutomat.Dialogue;
using IvrAutomat.Proof;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Prompts;
using Spectre.Console;

namespace IvrAutomat.Web.Commands.Paths;

/// <summary>Walks every path of the conversation and prints what was met, what is wrong, and how long callers take.</summary>
internal static class PathsCommand
{
    /// <summary>Walks all situations.</summary>
    /// <param name="depth">The most inputs of one way in the long form; null: the short form.</param>
    /// <param name="args">Settings.</param>
    /// <returns>0 when nothing is wrong.</returns>
    public static int Run(int? depth, string[] args)
    {
        var began = Stopwatch.GetTimestamp();
        var reports = Walk(depth);
        AnsiConsole.Write(Summary(reports));
        PrintTimes(args);
        var findings = Nearest(reports);
        foreach (var (nearest, situations) in findings)
        {
            AnsiConsole.WriteLine($"WRONG {nearest.Rule}: in {nearest.State}, {nearest.Problem} ({situations} situations, nearest: {nearest.Situation})");
            AnsiConsole.WriteLine($"      {string.Join(" > ", nearest.Path)}");
        }

        foreach (var edge in Unmet(reports, depth))
        {
            AnsiConsole.WriteLine($"not met: {edge}");
        }

        AnsiConsole.WriteLine($"{reports.Count} situations, {reports.Sum(report => report.Turns)} decisions in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s: "
            + (findings.Count == 0 ? "nothing is wrong." : $"{findings.Count} to be mended."));
        return findings.Count == 0 ? 0 : 1;
    }

    /// <summary>Walks all situations, as many at once as there are processors.</summary>
    /// <param name="depth">The most inputs of one way in the long form; null: the short form.</param>
    public static IReadOnlyList<PathReport> Walk(int? depth) =>
    [
        .. ProofSituations.All.AsParallel().AsOrdered().Select(situation => PathProof.Of(
            ProvedDialogue.Shop, situation, depth is { } most ? new PathBound(most, IsWhole: true) : PathBound.ShortFor(situation.Part))),
    ];

    private static Table Summary(IReadOnlyList<PathReport> reports)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("situations", column => column.NoWrap())
            .AddColumns("number", "calls told apart", "decisions", "longest way", "left at the bound", "unanswered in a row");
        foreach (var part in reports.GroupBy(report => report.Part))
        {
            table.AddRow(
                $"{part.Key}", $"{part.Count()}", $"{part.Sum(report => report.Calls)}", $"{part.Sum(report => report.Turns)}",
                $"{part.Max(report => report.Depth)}", $"{part.Sum(report => report.Unlooked)}", $"{part.Max(report => report.MissingAnswers)}");
        }

        return table;
    }

    private static void PrintTimes(string[] args)
    {
        var builder = AutomatHost.Begin(args);
        var options = builder.Configuration.GetSection(PromptOptions.Section).Get<PromptOptions>() ?? new();
        var prompts = new PromptFiles(options.Locate(builder.Environment.ContentRootPath), Languages.All, AutomatHost.Contracts).Read();
        if (prompts.Catalogue is not { } catalogue)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("seconds", "to the status, known number", "to the status, number and PIN", "slowest to the status", "to a person by 0", "slowest to a person");
        foreach (var language in catalogue.Languages)
        {
            var times = ProofSituations.Times(catalogue, language);
            table.AddRow(
                language, $"{times.StatusKnown:0}", $"{times.StatusByNumber:0}", $"{times.StatusSlowest:0}", $"{times.PersonByZero:0}", $"{times.PersonSlowest:0}");
        }

        AnsiConsole.Write(table);
    }

    private static List<(PathFinding Nearest, int Situations)> Nearest(IReadOnlyList<PathReport> reports) =>
    [
        .. reports.SelectMany(report => report.Findings)
            .GroupBy(finding => (finding.Rule, finding.State, finding.Problem))
            .Select(same => (same.MinBy(finding => finding.Path.Length)!, same.Count())),
    ];

    private static IEnumerable<string> Unmet(IReadOnlyList<PathReport> reports, int? depth)
    {
        var met = reports.SelectMany(report => report.Edges).ToHashSet();
        return depth is not null ? [] : ShopDialogue.Flow.Edges.Where(edge => !met.Contains(edge) && NeverTaken.WhyNot(edge) is null)
            .Select(edge => $"{edge.From}, {edge.Trigger}{(edge.Guard is { } guard ? $" [{guard}]" : string.Empty)} -> {edge.To}");
    }
}
