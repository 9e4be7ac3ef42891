using System.CommandLine;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Shop.Pins;

namespace IvrAutomat.Web.Commands;

/// <summary>The PIN of an order for the shop's people: <c>orders pin</c>, <c>orders new-pin</c>. It is printed and kept nowhere.</summary>
internal static class PinCommands
{
    /// <summary>Prints the PIN of an order.</summary>
    public static Command Show() => Make("pin", "Prints the PIN of an order.", static (desk, number, stop) => desk.FindAsync(number, stop));

    /// <summary>Gives an order a new PIN.</summary>
    public static Command Renew() => Make(
        "new-pin", "Gives an order a new PIN and prints it; the old one is wrong from now on.", static (desk, number, stop) => desk.RenewAsync(number, stop));

    private static Command Make(string name, string description, Func<PinDesk, string, CancellationToken, Task<string?>> ask)
    {
        var number = new Argument<string>("number") { Description = "The order's number, as the shop writes it." };
        var command = new Command(name, description) { number };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, stop) => RunAsync([.. parsed.UnmatchedTokens], parsed.GetRequiredValue(number), ask, stop));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] args, string number, Func<PinDesk, string, CancellationToken, Task<string?>> ask, CancellationToken stop)
    {
        try
        {
            await using var app = AutomatHost.Build(AutomatHost.Begin(args));
            var desk = app.Services.GetRequiredService<PinDesk>();
            if (!desk.IsOpen || app.Services.GetRequiredService<AutomatSettings>().Shop.IsDemo)
            {
                await Console.Error.WriteLineAsync("There is no PIN to be told: Identification:Pin is not Derived, or the shop is the demo, whose PINs are known.");
                return 1;
            }

            await AutomatHost.OpenAsync(app, stop);
            if (await ask(desk, number, stop) is not { } pin)
            {
                await Console.Error.WriteLineAsync("That is not the number of an order.");
                return 1;
            }

            Console.WriteLine(pin);
            if (!await desk.IsKnownAsync(number, stop))
            {
                await Console.Error.WriteLineAsync("No order of this number is here yet: compare it letter by letter with the shop's.");
            }

            return 0;
        }
        catch (SettingsException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return 1;
        }
    }
}
