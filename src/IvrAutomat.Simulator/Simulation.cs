using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Simulator.Carrier.Rest;
using IvrAutomat.Simulator.Mail;
using IvrAutomat.Simulator.Phone;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Azure;
using IvrAutomat.Simulator.Shops.Comgate;
using IvrAutomat.Simulator.Shops.Packeta;
using IvrAutomat.Simulator.Shops.Upgates;
using IvrAutomat.Simulator.Shops.Zaslat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IvrAutomat.Simulator;

/// <summary>Puts the outside world into a web application.</summary>
public static class Simulation
{
    /// <summary>Where the carrier's REST calls are answered: <c>Twilio:ApiUrl</c> is the server's own address with this path.</summary>
    public const string CarrierPath = "/simulator/twilio";

    /// <summary>Adds the stand-in carrier. Its clock is the registered <see cref="TimeProvider"/>, else the system's.</summary>
    public static IServiceCollection AddSimulator(this IServiceCollection services, Action<SimulatorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider =>
        {
            var options = new SimulatorOptions();
            configure?.Invoke(options);
            options.BaseAddress ??= () => ListeningAddress(provider);
            return options;
        });
        services.AddSingleton<CarrierNetwork>();
        services.AddSingleton<VirtualPhones>();
        services.AddSingleton<StandIn, UpgatesStandIn>();
        services.AddSingleton<StandIn, PacketaStandIn>();
        services.AddSingleton<StandIn, ZaslatStandIn>();
        services.AddSingleton<StandIn, ComgateStandIn>();
        services.AddSingleton<StandIn, AzureStandIn>();
        services.AddSingleton<StandIns>();
        services.AddSingleton<MailStandIn>();
        services.AddSingleton<StandIn>(provider => provider.GetRequiredService<MailStandIn>());
        services.AddSingleton<MailServer>();
        services.AddHostedService(provider => provider.GetRequiredService<MailServer>());
        return services;
    }

    /// <summary>Gives the stage's agents their phones, for a host that maps the pages later. Without a stage there are none.</summary>
    public static void AttendPhones(this IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.GetService<IStage>() is { } stage)
        {
            var carrier = services.GetRequiredService<CarrierNetwork>();
            carrier.Attend(stage.Agents.Select(agent => agent.Number));
            carrier.WordsOf = stage.WordsOf;
        }
    }

    /// <summary>Maps the carrier's REST calls and the phone pages, and gives the stage's agents their phones.</summary>
    public static IEndpointRouteBuilder MapSimulator(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.ServiceProvider.AttendPhones();
        app.MapGroup(CarrierPath).MapAccount();
        app.ServiceProvider.GetRequiredService<StandIns>().Map(app);
        app.MapPhone();
        return app;
    }

    private static Uri ListeningAddress(IServiceProvider services)
    {
        var addresses = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses;
        var first = addresses?.FirstOrDefault()
            ?? throw new InvalidOperationException("The server does not listen yet; nobody can be called.");
        // A wildcard is no address that can be called.
        return new Uri(first.Replace("//[::]", "//localhost", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal));
    }
}
