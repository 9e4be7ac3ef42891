using System.Collections.Immutable;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Studio;

/// <summary>"What does a caller hear on 24 December at 10:00?"</summary>
internal static class HeardPage
{
    private const string Path = "/studio/heard";

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapGet("/heard", Page);
        studio.MapPost("/heard/sound", async (ConsolePage page, HeardAt heard, ShopSettings shop, PromptLibrary prompts, IServiceProvider services) =>
        {
            var form = await page.FormAsync();
            var language = form["language"].ToString();
            if (ShopDay.Read(form["at"], shop) is not { } at || !prompts.Complete.Contains(language))
            {
                return Results.BadRequest();
            }

            var text = heard.Sound(at, language);
            var sound = services.GetService<HearText>() is { } hear ? await hear(language, text, slow: false, page.Stop) : null;
            return sound is null ? Results.Json(new { Text = text, Language = language }) : Results.Bytes(sound, "audio/wav");
        });
    }

    private static IResult Page(
        ConsolePage page, HeardAt heard, PromptLibrary prompts, ShopSettings shop, TimeProvider time, string? at, string? language)
    {
        var asked = at is null ? time.GetUtcNow() : ShopDay.Read(at, shop);
        var spoken = language is not null && prompts.Complete.Contains(language) ? language : Languages.All[0].Tag;
        var form = Form(page, prompts, asked is { } known ? ShopDay.Written(known, shop, ShopDay.InputForm) : at ?? string.Empty, spoken);
        return asked is { } instant
            ? ShopDay.Show(page, page.T["heard.title"], Markup.Of($"{form}{Answer(page, heard, instant, spoken, Shown(page.T, instant, shop), ShopDay.Written(instant, shop, ShopDay.InputForm))}"))
            : ShopDay.Show(page, page.T["heard.title"], Markup.Of($"{ShopDay.Wrong([page.T["heard.no-time"]])}{form}"), StatusCodes.Status400BadRequest);
    }

    private static string Shown(ConsoleTexts t, DateTimeOffset at, ShopSettings shop) =>
        $"{t.Name("weekday", $"{shop.DayOf(at).DayOfWeek}")} {ShopDay.Written(at, shop)}";

    private static Markup Form(ConsolePage page, PromptLibrary prompts, string at, string language) => Markup.Of($"""
        <form class="wide" method="get" action="{Path}">
        <label>{page.T["heard.when"]} <input name="at" type="datetime-local" value="{at}" required></label>
        <label>{page.T["heard.language"]} <select name="language">{Languages.All.Where(each => prompts.Complete.Contains(each.Tag)).Select(each => Markup.Of($"""<option value="{each.Tag}"{(each.Tag == language ? new Markup(" selected") : Markup.None)}>{page.T.Name("language", each.Tag)}</option>"""))}</select></label>
        <button class="main">{page.T["heard.show"]}</button>
        </form>
        """);

    private static Markup Answer(ConsolePage page, HeardAt heard, DateTimeOffset at, string language, string shown, string written) => Markup.Of($"""
        <div class="card"><p><strong>{shown}. {page.T[heard.IsOpen(at) ? "heard.open" : "heard.closed"]}</strong></p>
        <p>{page.T[language == Languages.All[0].Tag ? "heard.who" : "heard.who-chosen"]}</p></div>
        <section><h2>{page.T["heard.greeting"]}</h2>{Lines(heard.Greeting(at, language))}
        <form data-text data-hears="heard/sound" data-lost="{page.T["studio.lost"]}" data-no-voice="{page.T["studio.no-voice"]}" method="post" action="{Path}/sound">{page.FormToken}
        <input type="hidden" name="at" value="{written}"><input type="hidden" name="language" value="{language}">
        <button type="button" data-hear>{page.T["studio.hear"]}</button><div class="lint"></div></form></section>
        <section><h2>{page.T["heard.person"]}</h2>{Lines(heard.Person(at, language))}</section>
        <p class="dim">{page.T["heard.note"]}</p>
        """);

    private static Markup Lines(ImmutableArray<string> lines) => Markup.Of($"<ul>{lines.Select(line => Markup.Of($"<li>{Pieces.Sentences(line)}</li>"))}</ul>");
}
