using System.Globalization;
using IvrAutomat.Web.Agents.Cases;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.AgentConsole.Cases;

/// <summary>Who did not get through, and how to reach them.</summary>
internal static class LostPage
{
    private const string Path = "/console/lost";
    private const string Kinds = $"{FeedKinds.Call} {FeedKinds.Queue} {FeedKinds.Case}";

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder console)
    {
        console.MapGet("/lost", async (ConsolePage page, LostBook book, Pieces pieces) =>
        {
            var list = List(page, pieces, await book.ListAsync(page.Stop));
            return page.Show(page.T["lost.title"], Markup.Of($"""<p class="dim">{page.T["lost.why"]}</p>{ConsolePage.Live($"{Path}/list", Kinds, list)}"""));
        });
        console.MapGet("/lost/list", async (ConsolePage page, LostBook book, Pieces pieces) => ConsolePage.Part(List(page, pieces, await book.ListAsync(page.Stop))));
    }

    private static Markup List(ConsolePage page, Pieces pieces, IReadOnlyList<LostLine> lost) => lost.Count == 0
        ? Markup.Of($"""<p class="empty">{page.T["lost.empty"]}</p>""")
        : Cards.Table(
            [page.T["lost.when"], page.T["lost.what"], page.T["cases.order"], page.T["lost.call"]],
            lost.Select(line => Row(page, pieces, line)),
            page.T.Fill("cases.count", lost.Count));

    private static Markup[] Row(ConsolePage page, Pieces pieces, LostLine line)
    {
        var (call, times) = (line.Lost.Call, line.Lost.Times.ToString(CultureInfo.InvariantCulture));
        return
        [
            Markup.Of($"""<a href="{CallPage.PathOf(call.CallId)}">{pieces.At(call.At)}</a>"""),
            Markup.Of($"""{page.T.Name("lost.by", $"{line.Lost.By}")}{Markup.If(line.Lost.Times > 1, () => Markup.Of($"""<br><span class="tag bad">{page.T.Fill("lost.times", times)}</span>"""))}"""),
            call.OrderId is { } order ? Markup.Of($"""<a href="{OrderPage.PathOf(order)}">{line.OrderNumber ?? order}</a>""") : Markup.Of($"""<span class="tag bad">{page.T["case.unverified"]}</span>"""),
            line.Case is { } number ? Markup.Of($"""<a href="{CasePage.PathOf(number)}">{page.T.Fill("lost.case", number)}</a>""") : Markup.Of($"""<span class="dim">{page.T[call.OrderId is null ? "lost.nowhere" : "lost.by-order"]}</span>"""),
        ];
    }
}
