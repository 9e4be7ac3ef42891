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
    public static void Map(RouteGroupBuilder studio) => studio.MapGet("/heard", (
        ConsolePage page, HeardAt heard, PromptLibrary prompts, ShopSettings shop, TimeProvider time, string? at, string? language) =>
    {
        var asked = at is null ? time.GetUtcNow() : ShopDay.Read(at, shop);
        var spoken = language is not null && prompts.Complete.Contains(language) ? language : Languages.All[0].Tag;
        var form = Form(page, prompts, asked is { } known ? ShopDay.Written(known, shop, ShopDay.InputForm) : at ?? string.Empty, spoken);
        return asked is { } instant
            ? ShopDay.Show(page, page.T["heard.title"], Markup.Of($"{form}{Answer(page, heard, instant, spoken)}"))
            : ShopDay.Show(page, page.T["heard.title"], Markup.Of($"{ShopDay.Wrong([page.T["heard.no-time"]])}{form}"), StatusCodes.Status400BadRequest);
    });

    private static Markup Form(ConsolePage page, PromptLibrary prompts, string at, string language) => Markup.Of($"""
        <form class="wide" method="get" action="{Path}">
        <label>{page.T["heard.when"]} <input name="at" type="datetime-local" value="{at}" required></label>
        <label>{page.T["heard.language"]} <select name="language">{Languages.All.Where(each => prompts.Complete.Contains(each.Tag)).Select(each => Markup.Of($"""<option value="{each.Tag}"{(each.Tag == language ? new Markup(" selected") : Markup.None)}>{page.T.Name("language", each.Tag)}</option>"""))}</select></label>
        <button class="main">{page.T["heard.show"]}</button>
        </form>
        """);

    private static Markup Answer(ConsolePage page, HeardAt heard, DateTimeOffset at, string language) => Markup.Of($"""
        <p class="card"><strong>{page.T[heard.IsOpen(at) ? "heard.open" : "heard.closed"]}</strong></p>
        <section><h2>{page.T["heard.greeting"]}</h2>{Lines(heard.Greeting(at, language))}</section>
        <section><h2>{page.T["heard.person"]}</h2>{Lines(heard.Person(at, language))}</section>
        <p class="dim">{page.T["heard.note"]}</p>
        """);

    private static Markup Lines(ImmutableArray<string> lines) => Markup.Of($"<ul>{lines.Select(line => Markup.Of($"<li>{line}</li>"))}</ul>");
}
