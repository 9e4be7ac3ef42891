using System.CommandLine;
using IvrAutomat.Web.Replay;
using IvrAutomat.Web.Settings;

namespace IvrAutomat.Web.Commands;

/// <summary>
/// Tells a call from its journal, or runs many calls through changed prompts and settings. It shows what customers heard: run it only where the
/// shop's people may see that.
/// </summary>
internal static class ReplayCommand
{
    private const int UsualCalls = 1000;

    public static Command Create()
    {
        var call = new Argument<string?>("call") { Description = "The call's identifier, as the carrier and the console show it.", Arity = ArgumentArity.ZeroOrOne };
        var against = new Option<string?>("--against")
        {
            Description = "Runs the last calls through this program, its settings of each call, and the prompts of this folder; without a folder, those that speak now.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var last = new Option<int>("--last") { Description = "How many calls, the latest.", DefaultValueFactory = _ => UsualCalls };
        var settings = new Option<bool>("--settings") { Description = "With --against: decides with the present settings, and those that follow as --Name=value, instead of those of each call." };
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        var command = new Command("replay", "Shows a call from its journal in the words it heard, or where past calls would go differently now.")
        {
            call, against, last, settings, json,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, stop) =>
        {
            // What stands where a call or a folder may stand and begins with a dash is a setting.
            string?[] named = [parsed.GetValue(call), parsed.GetValue(against)];
            string[] rest = [.. named.OfType<string>().Where(IsSetting), .. parsed.UnmatchedTokens];
            try
            {
                return parsed.GetResult(against) is null
                    ? await OneAsync(NoSetting(named[0]), parsed.GetValue(json), rest, stop)
                    : await ReplayAgainst.RunAsync(
                        new(NoSetting(named[1]), parsed.GetValue(last), parsed.GetValue(settings), parsed.GetValue(json)), rest, stop);
            }
            catch (SettingsException unusable)
            {
                await Console.Error.WriteLineAsync(unusable.Message);
                return 1;
            }
        });
        return command;
    }

    private static bool IsSetting(string token) => token.StartsWith('-');

    private static string? NoSetting(string? token) => token is null || IsSetting(token) ? null : token;

    private static async Task<int> OneAsync(string? callId, bool json, string[] args, CancellationToken stop)
    {
        if (callId is null)
        {
            await Console.Error.WriteLineAsync("Name a call, or use --against. See replay --help.");
            return 1;
        }

        await using var app = AutomatHost.Build(AutomatHost.Begin(args));
        await AutomatHost.OpenAsync(app, stop);
        if (await app.Services.GetRequiredService<Retelling>().OfAsync(callId, ReplayReport.Gone, stop) is not { } retold)
        {
            await Console.Error.WriteLineAsync("There is no journal of that call. It may have been kept for long enough.");
            return 1;
        }

        if (json)
        {
            Console.WriteLine(ReplayJson.Of(retold));
        }
        else
        {
            foreach (var line in ReplayReport.Lines(retold))
            {
                Console.WriteLine(line);
            }
        }

        return retold.Diverges is null ? 0 : 1;
    }
}
