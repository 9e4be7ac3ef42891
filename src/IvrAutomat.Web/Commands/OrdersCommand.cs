using System.CommandLine;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Commands;

/// <summary>What can be done with the shop's orders from outside a call.</summary>
internal static class OrdersCommand
{
    public static Command Create()
    {
        var reset = new Command("reset", "Takes the demo orders back to their beginning and forgets cases, requests and failed attempts.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        reset.SetAction((parsed, stop) => ResetAsync([.. parsed.UnmatchedTokens], stop));
        return new Command("orders", "The orders of the shop.")
        {
            reset, OrderImportCommand.Create(), OrderChangesCommand.Create(), MirrorCommands.Fill(), MirrorCommands.Statuses(), PinCommands.Show(),
            PinCommands.Renew(),
        };
    }

    private static async Task<int> ResetAsync(string[] args, CancellationToken stop)
    {
        try
        {
            await using var app = AutomatHost.Build(AutomatHost.Begin(args));
            if (!app.Services.GetRequiredService<AutomatSettings>().Shop.IsDemo)
            {
                await Console.Error.WriteLineAsync("Only the demo shop can be reset; Shop:Source is another.");
                return 1;
            }

            await AutomatHost.OpenAsync(app, stop);
            await app.Services.GetRequiredService<DemoShop>().ResetAsync(stop);
            Console.WriteLine("The demo orders are as at the beginning.");
            return 0;
        }
        catch (SettingsException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return 1;
        }
    }
}
