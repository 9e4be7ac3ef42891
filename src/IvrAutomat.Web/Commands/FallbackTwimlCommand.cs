using System.CommandLine;
using System.Text;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Commands;

/// <summary>
/// Prints the document that connects every caller with a person, without asking the automat. It is meant to be hosted elsewhere, as the
/// number's fallback: one on the same host dies with it.
/// </summary>
internal static class FallbackTwimlCommand
{
    public static Command Create()
    {
        var command = new Command("fallback-twiml", "Prints a TwiML document that dials Shop:HumanNumber, to be hosted elsewhere.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, _) => RunAsync([.. parsed.UnmatchedTokens]));
        return command;
    }

    private static async Task<int> RunAsync(string[] args)
    {
        var builder = AutomatHost.Begin(args);
        try
        {
            if (AutomatSettings.Read(builder.Configuration, builder.Environment).HumanNumber is not { } human)
            {
                await Console.Error.WriteLineAsync("Shop:HumanNumber is missing. Set it to the phone of a person, as +420 and nine digits.");
                return 1;
            }

            Console.WriteLine(Encoding.UTF8.GetString(HumanFallback.Connect(human).ToBytes()));
            return 0;
        }
        catch (SettingsException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return 1;
        }
    }
}
