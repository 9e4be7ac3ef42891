using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IvrAutomat.Web.Doctor;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Stage;

namespace IvrAutomat.Web.Commands;

/// <summary>Looks at everything that the automat depends on, and says what to do. It changes nothing and prints no secret.</summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Prints the findings as JSON, for programs." };
        var command = new Command("doctor", "Looks at settings, database, prompts, the carrier and the shop's systems, and says what to do.") { json };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, stop) => RunAsync([.. parsed.UnmatchedTokens], parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] args, bool json, CancellationToken stop)
    {
        var findings = new List<Finding>();
        await foreach (var finding in LookAsync(args, stop))
        {
            findings.Add(finding);
            if (!json)
            {
                Print(finding);
            }
        }

        var wrong = findings.Count(finding => finding.Standing == Standing.Wrong);
        var warnings = findings.Count(finding => finding.Standing == Standing.Warning);
        Console.WriteLine(json ? JsonSerializer.Serialize(findings, Written)
            : wrong + warnings == 0 ? "Nothing is wrong."
            : $"{wrong} wrong, {warnings} to look at.");
        return wrong == 0 ? 0 : 1;
    }

    private static async IAsyncEnumerable<Finding> LookAsync(string[] args, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var builder = AutomatHost.Begin(args);
        builder.Logging.ClearProviders();
        var (settings, problems) = Read(builder);
        foreach (var problem in problems)
        {
            yield return Finding.Wrong("Settings", problem);
        }

        if (settings is null)
        {
            yield return Finding.Skipped("Settings", "the systems are looked at once the settings can be used");
            yield break;
        }

        yield return Finding.Ok("Settings", $"they can be used; the shop's orders come from {settings.Shop.Source}");
        var prompts = (builder.Configuration.GetSection(PromptOptions.Section).Get<PromptOptions>() ?? new()).Locate(builder.Environment.ContentRootPath);
        await using var house = settings.IsSimulated ? await StandInHouse.OpenAsync(prompts, stop) : null;
        if (house is not null)
        {
            yield return Finding.Warning("Settings", "the simulator is on: what has no account of its own is played by a stand-in on this machine");
        }

        await using var surgery = Surgery.Open(builder, settings, house);
        await foreach (var finding in surgery.Examination().RunAsync(stop))
        {
            yield return finding;
        }
    }

    private static (AutomatSettings? Settings, IReadOnlyList<string> Problems) Read(WebApplicationBuilder builder)
    {
        try
        {
            return (AutomatSettings.Read(builder.Configuration, builder.Environment), []);
        }
        catch (SettingsException unusable)
        {
            return (null, unusable.Problems);
        }
    }

    /// <summary>One line each, whatever the width: it is searched and mailed.</summary>
    public static void Print(Finding finding)
    {
        var standing = finding.Standing switch { Standing.Ok => "ok", Standing.Warning => "warning", Standing.Wrong => "WRONG", _ => "skipped" };
        Console.WriteLine($"{standing,-8} {finding.System,-15} {finding.Text}");
    }
}
