using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>What the automat can do about an order, as buttons: the same requests as in a call, and the same rules.</summary>
/// <param name="Name">Names button and texts, for example <c>cancel</c>.</param>
/// <param name="WhyNot">Why it is not possible now; null when it is.</param>
/// <param name="Asks">True when the consequence is shown and confirmed before it is done.</param>
internal sealed record OrderAct(string Name, NotNow? WhyNot, bool Asks)
{
    /// <summary>All of them, possible or not, as the order stands.</summary>
    public static ImmutableArray<OrderAct> Of(Order order, DateTimeOffset now)
    {
        var pay = OrderPolicy.WhyNot(order, OrderTask.Payment);
        var back = OrderPolicy.WhyNot(order, OrderTask.Return);
        NotNow? arrange = back ?? (order.Return is null ? NotNow.Changed : null);
        return
        [
            new("tracking", OrderPolicy.WhyNot(order, OrderTask.Parcel), Asks: false),
            new("extend", order.ExtendableUntil is null ? NotNow.TooLong : null, Asks: false),
            new("confirm", order.State == OrderState.AwaitingConfirmation ? null : NotNow.Changed, Asks: false),
            new("cancel", OrderPolicy.WhyNot(order, OrderTask.Cancel), Asks: true),
            new("restore", order.RestorableUntil > now ? null : NotNow.Changed, Asks: true),
            new("link", pay, Asks: false),
            new("transfer", pay ?? (order.Payment == PaymentMethod.Transfer ? NotNow.Changed : null), Asks: true),
            new("cash", pay ?? (order.Payment == PaymentMethod.CashOnDelivery ? NotNow.Changed : null), Asks: true),
            new("invoice", OrderPolicy.WhyNot(order, OrderTask.Invoice), Asks: false),
            new("return", back ?? (order.Return is null ? null : NotNow.Changed), Asks: true),
            new("packeta", arrange, Asks: true),
            new("own-way", arrange, Asks: true),
            new("courier", arrange, Asks: true),
            new("keep", order.Return is null ? NotNow.Changed : null, Asks: true),
            new("complaint", order.State == OrderState.Delivered && order.Complaint is null ? null : NotNow.Undelivered, Asks: true),
            new("code", order.Contact == Channel.None ? NotNow.Off : null, Asks: false),
        ];
    }

    /// <summary>The request behind a button; null when there is no such button, or what it needs was not filled in.</summary>
    /// <param name="name">The button.</param>
    /// <param name="order">The order.</param>
    /// <param name="field">What was filled in, by its name; empty where nothing was.</param>
    public static Request? RequestOf(string name, Order order, Func<string, string> field) => name switch
    {
        "tracking" => new SendTracking(order.Id),
        "extend" when order.ExtendableUntil is { } until => new ExtendStorage(order.Id, until),
        "confirm" => new ConfirmOrder(order.Id),
        "cancel" => new CancelOrder(order.Id),
        "restore" => new RestoreOrder(order.Id),
        "link" => new SendPaymentLink(order.Id),
        "transfer" => new ChangePayment(order.Id, PaymentMethod.Transfer),
        "cash" => new ChangePayment(order.Id, PaymentMethod.CashOnDelivery),
        "invoice" => new SendInvoice(order.Id),
        "return" => new NoteReturn(order.Id, []),
        "packeta" => new ArrangeReturn(order.Id, ReturnWay.Packeta, Day: null),
        "own-way" => new ArrangeReturn(order.Id, ReturnWay.Own, Day: null),
        "courier" when DateOnly.TryParseExact(field("day"), "yyyy-MM-dd", out var day) => new ArrangeReturn(order.Id, ReturnWay.Courier, day),
        "complaint" when Enum.TryParse<Remedy>(field("remedy"), out var remedy) && field("said").Length > 0 =>
            new FileComplaint(order.Id, order.Items.FirstOrDefault(item => item.Id == field("item"))?.Id, remedy),
        "keep" => new CancelReturn(order.Id),
        "code" => new SendCode(CodeFor.StepUp, order.Id),
        _ => null,
    };
}
