using IvrAutomat.Simulator;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Stage;

/// <summary>
/// The one place where the product meets the simulator: the outside world on this machine is added here, or not at all.
/// </summary>
internal static class StageHosting
{
    /// <summary>Adds the stand-in carrier with its phones, and the stage they play on.</summary>
    public static IServiceCollection AddStage(this IServiceCollection services, AutomatSettings settings)
    {
        var account = settings.StandIn ?? throw new InvalidOperationException("The simulator is not on.");
        services.AddSingleton<IStage, HouseStage>();
        return services.AddSimulator(options =>
        {
            options.AccountSid = account.AccountSid;
            options.AuthToken = account.AuthTokens[0];
            options.Line = settings.Shop.Line ?? options.Line;
            options.DocumentsFolder = settings.Simulator.DocumentsFolder;
            if (settings.PublicUrl is { } url)
            {
                options.BaseAddress = () => new Uri(url.TrimEnd('/') + "/");
            }
        });
    }

    /// <summary>Maps the phones and the carrier's REST calls.</summary>
    public static void MapStage(this WebApplication app) => app.MapSimulator();

    /// <summary>The stand-in's account; its token is random for each start unless set.</summary>
    public static TwilioAccount NewAccount(SimulatorSettings settings)
    {
        var defaults = new SimulatorOptions();
        return new TwilioAccount(settings.AccountSid ?? defaults.AccountSid, settings.AuthToken ?? defaults.AuthToken);
    }

    /// <summary>Where the stand-in answers REST calls, below the address of this program.</summary>
    public const string ApiPath = Simulation.CarrierPath;
}
