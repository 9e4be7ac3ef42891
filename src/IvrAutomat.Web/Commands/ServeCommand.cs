using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Operations;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Shop.Comgate;
using IvrAutomat.Web.Shop.Paying;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IvrAutomat.Web.Commands;

/// <summary>Takes calls until stopped.</summary>
internal static class ServeCommand
{
    /// <summary>Serves; what cannot be used is told in one message.</summary>
    /// <param name="args">Settings.</param>
    /// <param name="stop">Ends it.</param>
    /// <param name="time">Its clock; the machine's unless given.</param>
    public static async Task<int> RunAsync(string[] args, CancellationToken stop, TimeProvider? time = null)
    {
        try
        {
            await using var app = AutomatHost.Build(AutomatHost.Begin(args), time);
            await AutomatHost.StartAsync(app, stop);
            Greet(app);
            if (await app.Services.GetRequiredService<FirstAccounts>().EnsureAdminAsync(stop) is { } token)
            {
                // On the console only: whoever has the link is the admin.
                Console.WriteLine(AccountsCommand.Invite(FirstAccounts.Admin, app.Services.GetRequiredService<LinkTo>()(SignInLinks.PathOf(token))));
            }

            await StopAsync(app, stop);
            return 0;
        }
        catch (Exception unusable) when (unusable is SettingsException or PromptsUnusableException)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return 1;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync("The address is taken, perhaps by another automat. Stop it, or add --urls http://localhost:5081.");
            return 1;
        }
    }

    private static async Task StopAsync(WebApplication app, CancellationToken stop)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var drain = app.Services.GetRequiredService<Drain>();
        await using var byToken = stop.Register(app.Lifetime.StopApplication);
        await using var bySignal = app.Lifetime.ApplicationStopping.Register(() =>
        {
            drain.Begin();
            told.SetResult();
        });
        await told.Task;
        await drain.WaitAsync(CancellationToken.None);
        await app.StopAsync(CancellationToken.None);
    }

    private static void Greet(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<AutomatSettings>();
        var url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? AutomatHost.DefaultUrl;
        Console.WriteLine(settings.IsSimulated
            ? $"""

                The automat is listening. Open the phone and dial:

                    {url}/phone

                Press Ctrl+C to stop.

                """
            : $"The automat is listening on {url}; the carrier reaches it at {settings.PublicUrl}/twilio/voice.");
        if (settings.Systems.Comgate.IsSet)
        {
            // On the console only, as it is nobody's to guess.
            Console.WriteLine($"Comgate notifies it at {settings.PublicUrl ?? url}{app.Services.GetRequiredService<GatewayHook>().Path}: save this in its portal (PUSH).");
        }
    }
}
