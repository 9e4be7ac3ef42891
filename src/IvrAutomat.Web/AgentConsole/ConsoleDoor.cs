using IvrAutomat.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>What happens at a page that one may not see: whoever is not signed in is asked to, whoever may not is told so.</summary>
internal static class ConsoleDoor
{
    /// <summary>Answers for the pages.</summary>
    public static void Answer(CookieAuthenticationEvents events)
    {
        events.OnRedirectToLogin = context =>
        {
            var request = context.Request;

            var asked = $"{request.Path}{request.QueryString}";
            var back = HttpMethods.IsGet(request.Method) && ConsoleAddress.IsPage(asked) ? $"?to={Uri.EscapeDataString(asked)}" : string.Empty;
            ConsoleFrame.Guard(context.HttpContext);
            context.Response.Redirect($"{request.PathBase}/console/sign-in{back}");
            return Task.CompletedTask;
        };
        events.OnRedirectToAccessDenied = async context =>
        {
            var viewer = Colleague.Of(context.HttpContext.User);
            var page = new ConsolePage(context.HttpContext, viewer, ConsoleTexts.In(viewer.Language));
            await page.Show(
                page.T["sign-in.denied-title"], Markup.Of($"""<p>{page.T["sign-in.denied"]}</p>"""), StatusCodes.Status403Forbidden).ExecuteAsync(context.HttpContext);
        };
    }

    /// <summary>Lets somebody in: a new session, whatever the browser had before.</summary>
    public static async Task<IResult> LetInAsync(HttpContext http, Colleague colleague, string stamp, string? to = null)
    {
        await http.SignInAsync(Colleague.Scheme, colleague.ToPrincipal(stamp));
        return ConsolePage.BackTo(ConsoleAddress.IsPage(to) ? to! : "/console");
    }
}
