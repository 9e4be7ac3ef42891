using System.CommandLine;
using IvrAutomat.Dialogue;
using IvrAutomat.Flow;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Commands.Paths;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Stage;
using Spectre.Console;

namespace IvrAutomat.Web.Commands;

/// <summary>Checks flow, prompts and settings without taking a call.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var diagram = new Option<bool>("--diagram") { Description = "Prints the flow as a Mermaid diagram instead." };
        var failures = new Option<bool>("--failures") { Description = "Prints what callers hear when a system elsewhere goes wrong, from the call scripts, instead." };
        var paths = new Option<bool>("--paths") { Description = "Walks every path of the conversation instead: all that can happen to a call, and what must never." };
        var depth = new Option<int?>("--depth") { Description = "With --paths: the long form, in which a caller does anything anywhere, up to so many inputs." };
        depth.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
            {
                result.AddError("--depth is at least 1.");
            }
        });
        var command = new Command("check", "Checks the flow, the prompts and the settings.") { diagram, failures, paths, depth };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => parsed.GetValue(diagram) ? Draw()
            : parsed.GetValue(failures) ? DrawFailures()
            : parsed.GetValue(paths) ? PathsCommand.Run(parsed.GetValue(depth), [.. parsed.UnmatchedTokens])
            : Run([.. parsed.UnmatchedTokens]));
        return command;
    }

    private static int Draw()
    {
        Console.Write(FlowDiagram.Draw(ShopDialogue.Flow));
        return 0;
    }

    private static int DrawFailures()
    {
        Console.Write(FailureMatrix.Draw(FailureMatrix.Folder));
        return 0;
    }

    private static int Run(string[] args)
    {
        var builder = AutomatHost.Begin(args);
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "what", "finding");
        var problems = 0;
        problems += Add(table, "settings", Settings(builder));
        problems += Add(table, "flow", FlowCheck.Run(ShopDialogue.Flow, Triggers.Unavoidable).Select(finding => (true, $"{finding.State} {finding.Problem}")));
        problems += Add(table, "prompts", Prompts(builder));
        problems += Add(table, StatusFile.Name, Statuses(builder));
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(problems == 0 ? "Nothing is wrong." : $"{problems} to be mended.");
        return problems == 0 ? 0 : 1;
    }

    private static IEnumerable<(bool IsError, string Text)> Settings(WebApplicationBuilder builder)
    {
        try
        {
            AutomatSettings.Read(builder.Configuration, builder.Environment);
            return [];
        }
        catch (SettingsException unusable)
        {
            return unusable.Problems.Select(problem => (true, problem));
        }
    }

    private static IEnumerable<(bool IsError, string Text)> Prompts(WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(PromptOptions.Section).Get<PromptOptions>() ?? new();
        var files = new PromptFiles(options.Locate(builder.Environment.ContentRootPath), Languages.All, AutomatHost.Contracts);
        return files.Read().Findings.Select(finding => (finding.Severity == PromptSeverity.Error, finding.ToString()));
    }

    private static IEnumerable<(bool IsError, string Text)> Statuses(WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(PromptOptions.Section).Get<PromptOptions>() ?? new();
        return StatusFile.Check(Path.Combine(options.Locate(builder.Environment.ContentRootPath), StatusFile.Name))
            .Select(problem => (true, $"line {problem.Line}: {problem.Message}"));
    }

    private static int Add(Table table, string what, IEnumerable<(bool IsError, string Text)> findings)
    {
        var errors = 0;
        var any = false;
        foreach (var (isError, text) in findings)
        {
            any = true;
            errors += isError ? 1 : 0;
            table.AddRow(new Text(isError ? "WRONG" : "remark"), new Text(what), new Text(text));
        }

        if (!any)
        {
            table.AddRow("ok", what, string.Empty);
        }

        return errors;
    }
}
