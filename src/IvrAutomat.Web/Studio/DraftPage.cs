using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Prompts.Editing;

namespace IvrAutomat.Web.Studio;

/// <summary>The draft beside what is live, and the button that makes it heard.</summary>
internal static class DraftPage
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapGet("/draft", async (ConsolePage page, DraftSight sight) => page.Show(page.T["studio.draft"], await sight.CompareAsync(page)));
        var edit = studio.MapGroup("").RequireAuthorization(Rights.Supervisor);
        edit.MapPost("/publish", async (ConsolePage page, Publishing publishing, DraftSight sight) =>
            await AnswerAsync(page, sight, await publishing.PublishAsync(page.Viewer.Account, (await page.FormAsync())["note"].ToString(), only: null, page.Stop)));
        edit.MapPost("/drop", async (ConsolePage page, PromptBook book) =>
        {
            await book.DropAsync(page.Viewer.Account, StudioPieces.PlaceOf(await page.FormAsync()), page.Stop);
            return ConsolePage.BackTo("/studio/draft");
        });
    }

    /// <summary>The answer to a wish to publish.</summary>
    public static async Task<IResult> AnswerAsync(ConsolePage page, DraftSight sight, Publication published) =>
        published is { Number: { } number }
            ? ConsolePage.BackTo($"/studio/history?done={number}{(published.IsHeard ? "" : "&late=1")}")
            : page.Show(
                page.T["studio.draft"], await sight.CompareAsync(page, published.Outcome),
                published.Outcome == SaveOutcome.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest);
}
