using IvrAutomat.Web.Accounts;
using Microsoft.AspNetCore.Authentication;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>Coming in and going out.</summary>
internal static class SignInPages
{
    /// <summary>Maps them.</summary>
    public static void Map(RouteGroupBuilder outside)
    {
        outside.MapGet("/sign-in", (HttpContext http, DemoColleagues demo) =>
        {
            var texts = ConsoleTexts.In(http.Request.Query["language"]);
            return ConsoleFrame.Outside(texts, texts["sign-in.title"], Markup.Of($"""{demo.All.Select(each => Markup.Of($"""
                <form method="post" action="/console/sign-in/demo"><input type="hidden" name="name" value="{each.Account}"><button>{texts.Fill("sign-in.as", each.Name)}</button></form>
                """))}"""));
        });

        // There is nothing to steal in a made-up shop, and nobody is signed in yet: the form needs no token.
        outside.MapPost("/sign-in/demo", async (HttpContext http, DemoColleagues demo) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (demo.All.FirstOrDefault(each => each.Account == form["name"]) is not { } colleague)
            {
                return Results.NotFound();
            }

            await http.SignInAsync(Colleague.Scheme, colleague.ToPrincipal("demo"));
            return ConsolePage.BackTo("/console");
        });
    }

    /// <summary>Maps what only somebody who is signed in can want.</summary>
    public static void MapInside(RouteGroupBuilder console) => console.MapPost("/sign-out", async (HttpContext http) =>
    {
        await http.SignOutAsync(Colleague.Scheme);
        return ConsolePage.BackTo("/console/sign-in");
    });
}
