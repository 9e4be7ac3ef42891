using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Line;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Studio;

/// <summary>What every caller hears after the greeting for a while.</summary>
internal static class AnnouncementPage
{
    private const string Path = "/studio/announcement";

    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(8);

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapGet("/announcement", async (ConsolePage page, AnnouncementBook book, ShopSettings shop, TimeProvider time) =>
        {
            var state = await book.ReadAsync(page.Stop);
            return ShopDay.Show(page, page.T["announce.title"], Markup.Of($"""
                {ConsolePage.Live($"{Path}/state", FeedKinds.Line, State(page, state, shop, time))}
                {Form(page, FormOf(state, shop, time))}
                """));
        });
        studio.MapGet("/announcement/state", async (ConsolePage page, AnnouncementBook book, ShopSettings shop, TimeProvider time)
            => ConsolePage.Part(State(page, await book.ReadAsync(page.Stop), shop, time)));
        studio.MapPost("/announcement", async (ConsolePage page, AnnouncementBook book, ShopSettings shop) =>
        {
            var sent = await page.FormAsync();
            var texts = Languages.All.ToDictionary(language => language.Tag, language => sent[language.Tag].ToString(), StringComparer.Ordinal);
            var form = new Filled(texts, sent["from"].ToString(), sent["until"].ToString());
            if (ShopDay.Read(form.From, shop) is not { } from || ShopDay.Read(form.Until, shop) is not { } until)
            {
                return Refused(page, [page.T["announce.no-time"]], form);
            }

            var problems = await book.SetAsync(page.Viewer.Account, texts, from, until, page.Stop);
            return problems.Count == 0
                ? ConsolePage.BackTo(Path)
                : Refused(page, problems.Select(problem => problem.Key is { Length: > 0 } language ? $"{page.T.Name("language", language)}: {page.T[$"announce.rule.{problem.Rule}"]}" : page.T[$"announce.rule.{problem.Rule}"]), form);
        });
        studio.MapPost("/announcement/off", async (ConsolePage page, AnnouncementBook book) =>
        {
            await book.OffAsync(page.Viewer.Account, page.Stop);
            return ConsolePage.BackTo(Path);
        });
    }

    private static IResult Refused(ConsolePage page, IEnumerable<string> problems, Filled form) => ShopDay.Show(
        page, page.T["announce.title"], Markup.Of($"{ShopDay.Wrong(problems)}{Form(page, form)}"), StatusCodes.Status400BadRequest);

    private static Markup State(ConsolePage page, AnnouncementState? state, ShopSettings shop, TimeProvider time)
        => state is null || !state.IsOn(time.GetUtcNow())
            ? Markup.Of($"""<p class="card">{page.T["announce.none"]}</p>""")
            : Markup.Of($"""
                <div class="card"><p><strong>{page.T[state.From > time.GetUtcNow() ? "announce.will-be" : "announce.is"]}</strong>
                {page.T.Fill("announce.from-until", ShopDay.Written(state.From, shop), ShopDay.Written(state.Until, shop))}</p>
                {state.Texts.Select(text => Markup.Of($"""<p><span class="dim">{page.T.Name("language", text.Key)}</span> <span lang="{text.Key}">{text.Value}</span></p>"""))}
                <p class="dim">{page.T.Fill("day.since", ShopDay.Written(state.ChangedAt, shop), page.T.Name("audit.who", state.ChangedBy))}</p>
                {page.Button($"{Path}/off", page.T["announce.off"])}</div>
                """);

    private static Markup Form(ConsolePage page, Filled form) => Markup.Of($"""
        <form class="wide day" method="post" action="{Path}">{page.FormToken}
        <p>{page.T["announce.what"]}</p>
        {Languages.All.Select(language => Markup.Of($"""<label>{page.T.Name("language", language.Tag)} <textarea name="{language.Tag}" lang="{language.Tag}" rows="2" maxlength="300">{form.Texts.GetValueOrDefault(language.Tag)}</textarea></label>"""))}
        <label>{page.T["announce.from"]} <input name="from" type="datetime-local" value="{form.From}" required></label>
        <label>{page.T["announce.until"]} <input name="until" type="datetime-local" value="{form.Until}" required></label>
        <button class="main">{page.T["announce.set"]}</button>
        <p class="dim">{page.T["announce.note"]}</p>
        </form>
        """);

    private static Filled FormOf(AnnouncementState? state, ShopSettings shop, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return state is not null && state.IsOn(now)
            ? new(state.Texts, ShopDay.Written(state.From, shop, ShopDay.InputForm), ShopDay.Written(state.Until, shop, ShopDay.InputForm))
            : new(new Dictionary<string, string>(), ShopDay.Written(now, shop, ShopDay.InputForm), ShopDay.Written(now + UsualLength, shop, ShopDay.InputForm));
    }

    private sealed record Filled(IReadOnlyDictionary<string, string> Texts, string From, string Until);
}
