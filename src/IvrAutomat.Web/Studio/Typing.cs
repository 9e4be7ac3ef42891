using IvrAutomat.Prompts;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Prompts.Editing;
using IvrAutomat.Web.Prompts.Spelling;

namespace IvrAutomat.Web.Studio;

/// <summary>Speaks a text by the configured engine as a whole WAV file; null where there is none but the carrier's.</summary>
/// <param name="language">The language's tag.</param>
/// <param name="text">The words, without slots.</param>
/// <param name="slow">Whether slowly.</param>
/// <param name="cancellationToken">Gives up.</param>
internal delegate Task<byte[]?> HearText(string language, string text, bool slow, CancellationToken cancellationToken);

/// <summary>What a page asks while somebody types: what is wrong with the text, how long it is, how it sounds. Nothing is kept.</summary>
internal sealed class Typing(PromptEditor editor, PromptFiles files, SpellingLint spelling, HearText hear)
{
    /// <summary>Maps the two questions; both are forms with the page's token, because a text may be long.</summary>
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapPost("/lint", async (ConsolePage page, Typing typing) =>
            EditOf(await page.FormAsync()) is { } edit ? Results.Json(await typing.LintAsync(page.T, edit, page.Stop)) : Results.BadRequest());
        studio.MapPost("/hear", async (ConsolePage page, Typing typing) =>
            EditOf(await page.FormAsync()) is { } edit ? await typing.HearAsync(edit, page.Stop) : Results.BadRequest());
    }

    private static TextEdit? EditOf(IFormCollection form) =>
        StudioPieces.PlaceOf(form) is { } place ? new(place, form["was"].ToString(), form["text"].ToString()) : null;

    private async Task<object> LintAsync(ConsoleTexts t, TextEdit edit, CancellationToken cancellationToken)
    {
        // What is wrong with a text does not depend on what somebody else wrote meanwhile; that is said besides.
        var live = editor.TextOf(edit.Place);
        var plan = editor.Plan(edit with { Was = live ?? edit.Was });
        var text = new PromptText(edit.Place.Language, $"{edit.Place.Language}/", 0, edit.Place.Key, edit.Place.Variant, edit.Place.Rung, edit.Line);
        var findings = plan.About(edit.Place).Concat(await spelling.OfAsync(files.Folder, [text], cancellationToken));
        var (example, seconds) = Heard(plan, edit.Place);
        return new
        {
            Findings = findings.Select(finding => new { Severity = $"{finding.Severity}", finding.Rule, Words = StudioPieces.Words(t, finding) }).DistinctBy(finding => finding.Words),
            Heard = example,
            Seconds = seconds is null ? null : StudioPieces.Seconds(seconds.Value),
            Conflict = Conflict(t, plan, edit, live),
        };
    }

    // Why the text could not go live whatever it says; null: nothing stands in its way.
    private static string? Conflict(ConsoleTexts t, EditPlan plan, TextEdit edit, string? live) => plan.Broken switch
    {
        [var first, ..] => $"{t["studio.broken"]} {first.File}:{first.Line} {StudioPieces.Words(t, first)}",
        _ when live is null => t["studio.gone"],
        _ when live != TextEdit.OneLine(edit.Was) => $"{t["studio.meanwhile"]} {live}",
        _ => null,
    };

    private async Task<IResult> HearAsync(TextEdit edit, CancellationToken cancellationToken)
    {
        // Whoever only listens may listen to what stands there, whatever has changed meanwhile.
        var plan = editor.Plan(edit with { Was = editor.TextOf(edit.Place) ?? edit.Was });
        if (Heard(plan, edit.Place).Example is not { } example)
        {
            return Results.BadRequest();
        }

        var sound = await hear(edit.Place.Language, example, edit.Place.Variant == Variants.Slow, cancellationToken);
        return sound is null ? Results.Json(new { Text = example, edit.Place.Language }) : Results.Bytes(sound, "audio/wav");
    }

    private static (string? Example, double? Seconds) Heard(EditPlan plan, PromptPlace place)
    {
        var example = plan.Set.Catalogue?.Example(place.Language, place.Key, place.Variant, place.Rung);
        return (example, example is null || PromptSight.IsMessage(place.Key) ? null : plan.Set.Catalogue!.Seconds(place.Language, example));
    }
}
