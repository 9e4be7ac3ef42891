using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Speech;

namespace IvrAutomat.Web.Studio;

/// <summary>What the automat says, on pages under <c>/studio</c>: the same sign-in, rights and frame as the console.</summary>
internal static class StudioRegistration
{
    /// <summary>Adds what the pages need.</summary>
    public static IServiceCollection AddStudio(this IServiceCollection services)
    {
        services.AddSingleton<PromptBook>();
        services.AddSingleton<Publishing>();
        services.AddSingleton<PublishedFiles>();
        services.AddHostedService(provider => provider.GetRequiredService<PublishedFiles>());
        services.AddSingleton<PromptSight>();
        services.AddSingleton<DraftSight>();
        services.AddSingleton<Typing>();
        services.AddSingleton<Remarks>();
        services.AddSingleton<HeardAt>();
        services.AddSingleton<HearText>(provider => provider.GetRequiredService<Voice>().HearAsync);
        return services;
    }

    /// <summary>Maps all pages. Every colleague may read and hear; supervisors and admins change.</summary>
    public static void MapStudio(this IEndpointRouteBuilder app)
    {
        var studio = app.MapGroup("/studio").RequireAuthorization(Rights.Agent);
        studio.AddEndpointFilter(ConsoleRegistration.Guarded);
        studio.AddEndpointFilter(ConsoleRegistration.FromOurPageAsync);
        ListPage.Map(studio);
        PromptPage.Map(studio);
        DraftPage.Map(studio);
        HistoryPage.Map(studio);
        UnheardPage.Map(studio);
        Typing.Map(studio);
        ShopDay.Map(app);
    }
}
