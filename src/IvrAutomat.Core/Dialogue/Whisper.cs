using IvrAutomat.Calls;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// What an agent hears before taking a call: who calls, which order, whether that is proved, and why it is their turn. It takes at most
/// six seconds, because a customer is waiting; nothing in it is a name, an address or a PIN.
/// </summary>
public static class Whisper
{
    /// <summary>Of the order's number so many last digits are said.</summary>
    private const int OrderEnd = 3;

    private static readonly PromptContract Verified =
        new("whisper.verified", ("end", SlotKind.Digits), ("order-end", SlotKind.Digits), ("reason", SlotKind.Utterance));

    private static readonly PromptContract VerifiedHidden = new("whisper.verified.hidden", ("order-end", SlotKind.Digits), ("reason", SlotKind.Utterance));
    private static readonly PromptContract Unverified = new("whisper.unverified", ("end", SlotKind.Digits), ("reason", SlotKind.Utterance));
    private static readonly PromptContract UnverifiedHidden = new("whisper.unverified.hidden", ("reason", SlotKind.Utterance));
    private static readonly PromptContract ChoiceOfKeys = new("whisper.choice");
    private static readonly PromptContract CallGone = new("whisper.gone");
    private static readonly PromptContract PhoneTest = new("whisper.test");

    private static readonly Dictionary<HandoverReason, PromptContract> Reasons = new()
    {
        [HandoverReason.Asked] = new("reason.asked"),
        [HandoverReason.NotIdentified] = new("reason.not-identified"),
        [HandoverReason.Stuck] = new("reason.stuck"),
        [HandoverReason.Postponed] = new("reason.postponed"),
        [HandoverReason.SoldOut] = new("reason.sold-out"),
        [HandoverReason.Task] = new("reason.task"),
        [HandoverReason.ShopUnavailable] = new("reason.shop-unavailable"),
        [HandoverReason.CancelFailed] = new("reason.cancel-failed"),
        [HandoverReason.Trouble] = new("reason.trouble"),
        [HandoverReason.Company] = new("reason.company"),
        [HandoverReason.ExceptedGoods] = new("reason.excepted-goods"),
        [HandoverReason.Late] = new("reason.late"),
        [HandoverReason.WrongGoods] = new("reason.wrong-goods"),
        [HandoverReason.Change] = new("reason.change"),
        [HandoverReason.CourierElsewhere] = new("reason.courier-elsewhere"),
        [HandoverReason.BadMark] = new("reason.bad-mark"),
        [HandoverReason.NoContact] = new("reason.no-contact"),
        [HandoverReason.Trial] = new("reason.trial"),
        [HandoverReason.ParcelTrouble] = new("reason.parcel-trouble"),
    };

    /// <summary>The keys and what they do, for an agent who pressed another one.</summary>
    public static Utterance Choice { get; } = ChoiceOfKeys.Say();

    /// <summary>The caller is not there any more, or somebody else took the call.</summary>
    public static Utterance Gone { get; } = CallGone.Say();

    /// <summary>Nobody waits: an agent tries out the phone.</summary>
    public static Utterance Test { get; } = PhoneTest.Say();

    /// <summary>The whisper about a call.</summary>
    /// <param name="call">The waiting call.</param>
    /// <param name="callerIsKnown">Whether the host holds the caller's number, whose end is said.</param>
    public static Utterance Of(Call call, bool callerIsKnown)
    {
        ArgumentNullException.ThrowIfNull(call);
        var why = call.Handover?.Reason ?? HandoverReason.Asked;
        var reason = ("reason", new UtteranceSlot((Reasons.GetValueOrDefault(why) ?? Reasons[HandoverReason.Asked]).Say()));
        var end = ("end", new HeldSlot(Held.CallerEnd));
        if (call.Order is not { Number: var number })
        {
            return callerIsKnown ? Unverified.Say(end, reason) : UnverifiedHidden.Say(reason);
        }

        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        var order = ("order-end", new DigitsSlot(digits[^Math.Min(OrderEnd, digits.Length)..]));
        return callerIsKnown ? Verified.Say(end, order, reason) : VerifiedHidden.Say(order, reason);
    }
}
