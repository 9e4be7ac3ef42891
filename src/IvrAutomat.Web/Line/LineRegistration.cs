using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Line;

/// <summary>Registers the line switch.</summary>
internal static class LineRegistration
{
    /// <summary>Adds it. Accounts and shop are added elsewhere.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">How the line is switched at the beginning.</param>
    /// <param name="hasPeople">There is a number at which people answer.</param>
    public static IServiceCollection AddLine(this IServiceCollection services, LineOptions options, bool hasPeople)
    {
        services.AddSingleton(options);
        services.AddSingleton(new LinePeople(hasPeople));
        services.AddSingleton<LineBook>();
        services.AddSingleton<LineSwitch>();
        services.AddSingleton<LineNow>();
        services.AddHostedService(provider => provider.GetRequiredService<LineNow>());
        services.AddSingleton<AnnouncementBook>();
        services.AddSingleton<ShopOverrideBook>();
        services.AddSingleton(provider => new LineDesk(provider.GetRequiredService<LineSwitch>().DecideAsync));
        return services;
    }
}
