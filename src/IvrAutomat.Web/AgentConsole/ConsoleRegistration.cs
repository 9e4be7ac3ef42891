using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.AgentConsole.Cases;
using IvrAutomat.Web.AgentConsole.Today;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>The colleagues' pages under <c>/console</c>.</summary>
internal static class ConsoleRegistration
{
    /// <summary>Adds what the pages need.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.Configure<CookieAuthenticationOptions>(Colleague.Scheme, options => ConsoleDoor.Answer(options.Events));
        services.AddSingleton<FeedReader>();
        services.AddSingleton<Pieces>();
        services.AddSingleton<Timeline>();
        services.AddSingleton<QueueSight>();
        services.AddSingleton<Search>();
        services.AddSingleton<CallerProof>();
        services.AddSingleton<OrderSight>();
        services.AddSingleton<OrderPanel>();
        services.AddSingleton<CallPanel>();
        services.AddSingleton<Unlocking>();
        services.AddHostedService(provider => provider.GetRequiredService<FeedReader>());
        return services;
    }

    /// <summary>Maps all pages. Whatever changes something is a POST with a form token.</summary>
    public static void MapConsole(this IEndpointRouteBuilder app)
    {
        var outside = app.MapGroup("/console");
        outside.AddEndpointFilter(Guarded);
        ConsoleAssets.Map(outside);
        SignInPages.Map(outside);
        WelcomePage.Map(outside);

        var console = app.MapGroup("/console").RequireAuthorization(Rights.Agent);
        console.AddEndpointFilter(Guarded);
        console.AddEndpointFilter(FromOurPageAsync);
        SignInPages.MapInside(console);
        ConsoleEvents.Map(console);
        DeskPage.Map(console);
        PresencePanel.Map(console);
        ConsultPanel.Map(console);
        CasesPage.Map(console);
        CasePage.Map(console);
        LostPage.Map(console);
        TodayPage.Map(console);
        MePage.Map(console);
        AccountsPage.Map(console);
        AuditPage.Map(console);
        PrivacyPage.Map(console);
        LinePage.Map(console);
        OrderPage.Map(console);
        CallPage.Map(console);
        ReplayPage.Map(console);
        SearchPage.Map(console);
        OverdueReminder.Map(console);
        console.MapMethods("/{**rest}", [HttpMethods.Get, HttpMethods.Post], (ConsolePage page) => page.Sorry("sorry.nowhere", StatusCodes.Status404NotFound));
    }

    /// <summary>Refuses whatever changes something and does not come from a form of ours.</summary>
    public static async ValueTask<object?> FromOurPageAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return HttpMethods.IsGet(http.Request.Method) || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await next(context)
            : Unasked(http);
    }

    // Whoever has had the page open since before signing in again is told so, and loses nothing but the press.
    private static IResult Unasked(HttpContext http)
    {
        if (http.User.Identity?.IsAuthenticated == true)
        {
            var viewer = Colleague.Of(http.User);
            return new ConsolePage(http, viewer, ConsoleTexts.In(viewer.Language)).Malformed();
        }

        var texts = ConsoleTexts.In(http.Request.Query["language"]);
        return ConsoleFrame.Outside(
            texts, texts["sorry.title"],
            Markup.Of($"""<p role="alert">{texts["sorry.malformed"]}</p><p><a href="/console/sign-in">{texts["sorry.sign-in"]}</a></p>"""),
            StatusCodes.Status400BadRequest);
    }

    /// <summary>Puts the headers of the pages on every answer of a group, and refuses forms that nobody can read.</summary>
    public static async ValueTask<object?> Guarded(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ConsoleFrame.Guard(context.HttpContext);
        return await ReadableForm.IsInAsync(context.HttpContext) ? await next(context) : Unasked(context.HttpContext);
    }
}
