using System.Globalization;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>Who did and saw what, newest first.</summary>
internal static class AuditPage
{
    private const int PageSize = 100;

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder console) => console.MapGet(
        "/audit",
        async (ConsolePage page, IDbContextFactory<AutomatDb> contexts, ShopSettings shop, Pieces pieces, string? account, string? order, string? day, long? before) =>
        {
            await using var db = await contexts.CreateDbContextAsync(page.Stop);
            var filter = new AuditFilter(account, order, day, before);
            var rows = await Filtered(db, shop, filter).OrderByDescending(row => row.Id).Take(PageSize + 1).AsNoTracking().ToListAsync(page.Stop);
            var (orderIds, caseIds) = (rows.Select(row => row.OrderId).OfType<string>().Distinct().ToList(), rows.Select(row => row.CaseId).OfType<string>().Distinct().ToList());
            var orders = await db.Orders.IgnoreQueryFilters().Where(each => orderIds.Contains(each.Id))
                .Select(each => new { each.Id, each.Number }).ToDictionaryAsync(each => each.Id, each => each.Number, page.Stop);
            var cases = await db.Cases.Where(each => caseIds.Contains(each.Id))
                .Select(each => new { each.Id, each.Number }).ToDictionaryAsync(each => each.Id, each => each.Number, page.Stop);
            var table = Cards.Table(
                [page.T["audit.at"], page.T["audit.account"], page.T["audit.act"], page.T["audit.target"], page.T["audit.note"]],
                rows.Take(PageSize).Select(row => (Markup[])
                [
                    Markup.Of($"""<time datetime="{row.At.ToString("O", CultureInfo.InvariantCulture)}">{pieces.Exactly(row.At)}</time>"""),
                    Markup.Of($"{page.T.Name("audit.who", row.Account)}"),
                    Markup.Of($"{page.T.Name("audit", row.Act)}"),
                    AuditText.TargetOf(page.T, row, orders.GetValueOrDefault(row.OrderId ?? string.Empty), cases.GetValueOrDefault(row.CaseId ?? string.Empty)),
                    Markup.Of($"{AuditText.NoteOf(page.T, row)}"),
                ]));
            return page.Show(page.T["audit.title"], Content(page, rows, table, filter));
        }).RequireAuthorization(Rights.Admin);

    private static IQueryable<AuditRow> Filtered(AutomatDb db, ShopSettings shop, AuditFilter filter)
    {
        var rows = db.Audit.AsQueryable();
        if (filter.Account is { Length: > 0 } typed)
        {
            var account = AccountName.Of(typed);
            rows = rows.Where(row => row.Account == account);
        }

        if (filter.Order is { Length: > 0 } number)
        {
            rows = rows.Where(row => db.Orders.Any(each => each.Id == row.OrderId && each.Number == number.Trim()));
        }

        if (filter.Date is { } date)
        {
            var (from, to) = (shop.EndOf(date.AddDays(-1)).AddMinutes(1), shop.EndOf(date).AddMinutes(1));
            rows = rows.Where(row => row.At >= from && row.At < to);
        }

        return filter.Before is { } before ? rows.Where(row => row.Id < before) : rows;
    }

    private static Markup Content(ConsolePage page, List<AuditRow> rows, Markup table, AuditFilter filter) => Markup.Of($"""
        <form class="row" method="get" action="/console/audit">
        <label>{page.T["audit.account"]} <input name="account" value="{filter.Account}"></label>
        <label>{page.T["audit.order"]} <input name="order" value="{filter.Order}" inputmode="numeric"></label>
        <label>{page.T["audit.day"]} <input name="day" type="date" value="{filter.Day}"></label>
        <button>{page.T["audit.show"]}</button>
        </form>
        {(rows.Count == 0 ? Markup.Of($"""<p class="empty">{page.T["audit.empty"]}</p>""") : table)}
        {Markup.If(rows.Count > PageSize, () => Markup.Of($"""
        <form method="get" action="/console/audit"><input type="hidden" name="account" value="{filter.Account}"><input type="hidden" name="order" value="{filter.Order}"><input type="hidden" name="day" value="{filter.Day}"><input type="hidden" name="before" value="{rows[PageSize - 1].Id}"><button>{page.T["audit.older"]}</button></form>
        """))}
        """);

    /// <summary>What is asked for; a part that is null asks for nothing.</summary>
    private readonly record struct AuditFilter(string? Account, string? Order, string? Day, long? Before)
    {
        /// <summary>The day, if it is one.</summary>
        public DateOnly? Date => DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }
}
