using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.AgentConsole.Cases;
using Microsoft.AspNetCore.Antiforgery;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>The colleagues' pages under <c>/console</c>.</summary>
internal static class ConsoleRegistration
{
    /// <summary>Adds what the pages need.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddSingleton<ShopTime>();
        services.AddSingleton<FeedReader>();
        services.AddHostedService(provider => provider.GetRequiredService<FeedReader>());
        return services;
    }

    /// <summary>Maps all pages. Whatever changes something is a POST with a form token.</summary>
    public static void MapConsole(this WebApplication app)
    {
        var outside = app.MapGroup("/console");
        outside.AddEndpointFilter(Guarded);
        ConsoleAssets.Map(outside);
        SignInPages.Map(outside);

        var console = app.MapGroup("/console").RequireAuthorization(Rights.Agent);
        console.AddEndpointFilter(Guarded);
        console.AddEndpointFilter(FromOurPageAsync);
        SignInPages.MapInside(console);
        ConsoleEvents.Map(console);
        DeskPage.Map(console);
        CasesPage.Map(console);
        CasePage.Map(console);
    }

    private static async ValueTask<object?> FromOurPageAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return HttpMethods.IsGet(http.Request.Method) || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await next(context)
            : Results.BadRequest();
    }

    private static ValueTask<object?> Guarded(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ConsoleFrame.Guard(context.HttpContext);
        return next(context);
    }
}
