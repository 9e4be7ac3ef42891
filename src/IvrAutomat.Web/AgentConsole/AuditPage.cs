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
        async (ConsolePage page, IDbContextFactory<AutomatDb> contexts, ShopSettings shop, string? account, string? order, string? day, long? before) =>
        {
            await using var db = await contexts.CreateDbContextAsync(page.Stop);
            var rows = await Filtered(db, shop, new(account, order, day, before)).OrderByDescending(row => row.Id).Take(PageSize + 1)
                .GroupJoin(db.Orders.IgnoreQueryFilters(), row => row.OrderId, each => each.Id, (row, orders) => new { Row = row, Orders = orders })
                .SelectMany(each => each.Orders.DefaultIfEmpty(), (each, found) => new { each.Row, Number = found == null ? null : found.Number })
                .OrderByDescending(each => each.Row.Id)
                .AsNoTracking().ToListAsync(page.Stop);
            return page.Show(page.T["audit.title"], Content(page, [.. rows.Select(each => (each.Row, each.Number))], shop, new(account, order, day, before)));
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

    private static Markup Content(ConsolePage page, IReadOnlyList<(AuditRow Row, string? Number)> rows, ShopSettings shop, AuditFilter filter) => Markup.Of($"""
        <form class="row" method="get" action="/console/audit">
        <label>{page.T["audit.account"]} <input name="account" value="{filter.Account}"></label>
        <label>{page.T["audit.order"]} <input name="order" value="{filter.Order}" inputmode="numeric"></label>
        <label>{page.T["audit.day"]} <input name="day" type="date" value="{filter.Day}"></label>
        <button>{page.T["audit.show"]}</button>
        </form>
        {(rows.Count == 0 ? Markup.Of($"""<p class="empty">{page.T["audit.empty"]}</p>""") : Table(page, rows.Take(PageSize), shop))}
        {Markup.If(rows.Count > PageSize, () => Markup.Of($"""
        <form method="get" action="/console/audit"><input type="hidden" name="account" value="{filter.Account}"><input type="hidden" name="order" value="{filter.Order}"><input type="hidden" name="day" value="{filter.Day}"><input type="hidden" name="before" value="{rows[PageSize - 1].Row.Id}"><button>{page.T["audit.older"]}</button></form>
        """))}
        """);

    private static Markup Table(ConsolePage page, IEnumerable<(AuditRow Row, string? Number)> rows, ShopSettings shop) => Markup.Of($"""
        <div class="scroll" tabindex="0"><table>
        <thead><tr><th scope="col">{page.T["audit.at"]}</th><th scope="col">{page.T["audit.account"]}</th><th scope="col">{page.T["audit.act"]}</th><th scope="col">{page.T["audit.order"]}</th><th scope="col">{page.T["audit.note"]}</th></tr></thead>
        <tbody>{rows.Select(each => Markup.Of($"""
        <tr><td><time datetime="{each.Row.At.ToString("O", CultureInfo.InvariantCulture)}">{TimeZoneInfo.ConvertTime(each.Row.At, shop.Profile.TimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}</time></td><td>{page.T.Name("audit.who", each.Row.Account)}</td><td>{page.T.Name("audit", each.Row.Act)}</td><td>{each.Number ?? each.Row.OrderId}</td><td>{each.Row.Note}</td></tr>
        """))}</tbody>
        </table></div>
        """);

    /// <summary>What is asked for; a part that is null asks for nothing.</summary>
    private readonly record struct AuditFilter(string? Account, string? Order, string? Day, long? Before)
    {
        /// <summary>The day, if it is one.</summary>
        public DateOnly? Date => DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }
}
