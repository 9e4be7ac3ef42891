using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>Why a task is not possible now, and what is possible instead.</summary>
internal static class Refusal
{
    private static readonly PromptContract Cancelled = new("menu.not.cancelled");
    private static readonly PromptContract CancelDispatched = new("menu.not.cancel.dispatched");
    private static readonly PromptContract CancelDelivered = new("menu.not.cancel.delivered");
    private static readonly PromptContract ParcelDelivered = new("menu.not.parcel.delivered");
    private static readonly PromptContract Paid = new("menu.not.payment.paid");
    private static readonly PromptContract PaymentDispatched = new("menu.not.payment.dispatched");
    private static readonly PromptContract Undelivered = new("menu.not.return.undelivered");
    private static readonly PromptContract Cancellable = new("menu.not.return.cancellable");
    private static readonly PromptContract NotInvoiced = new("menu.not.invoice.none");
    private static readonly PromptContract Changed = new("menu.not.changed");
    private static readonly PromptContract Off = new("menu.not.off");
    private static readonly PromptContract TooLong = new("parcel.extend.no");
    private static readonly PromptContract Posted = new("menu.not.posted");
    private static readonly PromptContract NoCourier = new("menu.not.courier");

    /// <summary>The words for a reason.</summary>
    public static Utterance Of(OrderTask task, NotNow why) => (why switch
    {
        NotNow.Cancelled => Cancelled,
        NotNow.Dispatched => task == OrderTask.Payment ? PaymentDispatched : CancelDispatched,
        NotNow.Delivered => task == OrderTask.Parcel ? ParcelDelivered : CancelDelivered,
        NotNow.Paid => Paid,
        NotNow.Undelivered => Undelivered,
        NotNow.Cancellable => Cancellable,
        NotNow.NotInvoiced => NotInvoiced,
        NotNow.Changed => Changed,
        NotNow.Off => Off,
        NotNow.TooLong => TooLong,
        NotNow.Posted => Posted,
        NotNow.NoCourier => NoCourier,
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "Not a reason."),
    }).Say();
}
