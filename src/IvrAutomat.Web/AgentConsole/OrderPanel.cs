using IvrAutomat.Orders;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>
/// An order as a piece of a page: state, parcel, payment, buttons, timeline. Price, contents, contact and address are there only once the
/// caller is proved.
/// </summary>
internal sealed class OrderPanel(OrderSight sight, CallerProof proof, Timeline timeline, Pieces pieces, TimeProvider time)
{
    /// <summary>The order; null when there is none of that id.</summary>
    /// <param name="page">For whom.</param>
    /// <param name="orderId">Which order.</param>
    /// <param name="back">The page that it is on: whoever presses a button comes back to it.</param>
    public async Task<(string Title, Markup Content)?> OfAsync(ConsolePage page, string orderId, string back)
    {
        if (await sight.SeeAsync(orderId, page.Stop) is not { } seen)
        {
            return null;
        }

        var t = page.T;
        var isProved = await proof.IsGivenAsync(orderId, page.Viewer, page.Stop);
        var happened = await timeline.OfOrderAsync(orderId, t, page.Stop);
        return (t.Fill("order.title", seen.Order.Number), Markup.Of($"""
            <div class="columns">
            <section class="card"><h2>{t["order.state"]}</h2>{State(t, seen)}{(isProved ? Private(t, seen) : Hidden(page, seen.Order, back))}</section>
            <section class="card"><h2>{t["order.acts"]}</h2>{Acts(page, seen.Order, isProved, back)}</section>
            <section class="card"><h2>{t["order.timeline"]}</h2>{pieces.Lines(happened, t)}</section>
            </div>
            """));
    }

    private static Markup State(ConsoleTexts t, OrderSeen seen)
    {
        var order = seen.Order;
        return Markup.Of($"""
            {Markup.If(!seen.IsLive, () => Markup.Of($"""<p class="bad">{t["order.not-live"]}</p>"""))}
            {Markup.If(order.OwnFault is not null, () => Markup.Of($"""<p class="bad"><strong>{t.Name("own-fault", $"{order.OwnFault}")}</strong></p>"""))}
            {Pieces.Facts(
                (t["order.is"], t.Name("order-state", $"{order.State}")),
                (t["order.shop-status"], order.ShopStatus),
                (t["order.made"], Pieces.Day(order.OrderedOn)),
                (t["order.carrier"], order.Carrier),
                (t["order.dispatch"], order.DispatchOn is null ? null : Pieces.Day(order.DispatchOn)),
                (t["order.arrival"], order.ArrivalOn is null ? null : Pieces.Day(order.ArrivalOn)),
                (t["order.until"], order.PickUpUntil is null ? null : Pieces.Day(order.PickUpUntil)),
                (t["order.delivered"], order.DeliveredOn is null ? null : Pieces.Day(order.DeliveredOn)),
                (t["order.cancelled"], order.CancelledOn is null ? null : Pieces.Day(order.CancelledOn)),
                (t["order.paid"], t[order.IsPaid ? "order.paid.yes" : "order.paid.no"]))}
            """);
    }

    private static Markup Private(ConsoleTexts t, OrderSeen seen)
    {
        var (order, contact) = (seen.Order, seen.Contact);
        var address = contact.Address is { } to ? $"{to.Street}, {to.PostCode} {to.Town}" : null;
        return Markup.Of($"""
            <h3>{t["order.private"]}</h3>
            {Pieces.Facts(
                (t["order.total"], Pieces.Crowns(order.Total)),
                (t["order.payment"], t.Name("payment", $"{order.Payment}")),
                (t["order.point"], order.Point),
                (t["order.name"], contact.Name),
                (t["order.phone"], contact.Phone),
                (t["order.email"], contact.Email),
                (t["order.address"], address),
                (t["order.numbers"], string.Join(", ", seen.Numbers.Select(each => each.Number).Distinct())))}
            {Markup.If(order.Items.Count > 0, () => Markup.Of($"<ul>{order.Items.Select(item => Markup.Of($"<li>{item.Name}</li>"))}</ul>"))}
            """);
    }

    private static Markup Hidden(ConsolePage page, Order order, string back)
    {
        var t = page.T;
        return Markup.Of($"""
            <p class="bad"><span class="tag">{t["proof.not"]}</span> {t["proof.hidden"]}</p>
            <form method="post" action="/console/order/proof" class="row">{page.FormToken}<input type="hidden" name="order" value="{order.Id}"><input type="hidden" name="back" value="{back}">
            <label>{t["proof.how"]} <select name="way">{CallerProof.Ways.Select(way => Markup.Of($"""<option value="{way}">{t.Name("proof.way", way)}</option>"""))}</select></label>
            <button>{t["proof.record"]}</button></form>
            """);
    }

    private Markup Acts(ConsolePage page, Order order, bool isProved, string back)
    {
        var t = page.T;
        return Markup.Of($"""
            <div class="acts">
            {OrderAct.Of(order, time.GetUtcNow()).Where(act => act.WhyNot is null && (isProved || act.Name == "code")).Select(act => Act(page, order, act, back))}
            {page.Button("/console/order/unlock", t["act.unlock"], ("order", order.Id), Said.From(back))}
            {Confirmed(t["act.new-pin"], t["act.new-pin.ask"], page.Button("/console/order/new-pin", t["act.new-pin.yes"], ("order", order.Id), Said.From(back)))}
            </div>
            <details><summary>{t["act.not-now"]}</summary><ul>{OrderAct.Of(order, time.GetUtcNow()).Where(act => act.WhyNot is not null)
                .Select(act => Markup.Of($"<li>{t[$"act.{act.Name}"]}: {t.Name("not-now", $"{act.WhyNot}")}</li>"))}</ul></details>
            """);
    }

    private static Markup Act(ConsolePage page, Order order, OrderAct act, string back)
    {
        (string, string?)[] fields = [("order", order.Id), ("act", act.Name), ("press", ColleagueRequests.NewPress()), Said.From(back)];
        var label = page.T[$"act.{act.Name}"];
        return act.Name is "courier" or "complaint"
            ? Markup.Of($"""
                <details><summary>{label}</summary><p>{page.T[$"act.{act.Name}.ask"]}</p><form class="wide" method="post" action="/console/order/do">{page.FormToken}
                {fields.Select(field => Markup.Of($"""<input type="hidden" name="{field.Item1}" value="{field.Item2}">"""))}
                {(act.Name == "courier" ? Markup.Of($"""<label>{page.T["act.courier.day"]} <input type="date" name="day" required></label>""") : Complaint(page.T, order))}
                <button>{page.T["act.yes"]}</button></form></details>
                """)
            : act.Asks
            ? Confirmed(label, page.T[$"act.{act.Name}.ask"], page.Button("/console/order/do", page.T["act.yes"], fields))
            : page.Button("/console/order/do", label, fields);
    }

    private static Markup Complaint(ConsoleTexts t, Order order) => Markup.Of($"""
        <label>{t["act.complaint.item"]} <select name="item"><option value="">–</option>{order.Items.Select(item => Markup.Of($"""<option value="{item.Id}">{item.Name}</option>"""))}</select></label>
        <label>{t["act.complaint.remedy"]} <select name="remedy">{Enum.GetNames<Remedy>().Select(remedy => Markup.Of($"""<option value="{remedy}">{t.Name("remedy", remedy)}</option>"""))}</select></label>
        <label>{t["act.complaint.said"]} <textarea name="said" rows="3" maxlength="1000" required></textarea></label>
        """);

    private static Markup Confirmed(string label, string consequence, Markup button)
        => Markup.Of($"<details><summary>{label}</summary><p>{consequence}</p>{button}</details>");
}
