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
    private static readonly PromptContract CallbackVerified = new("whisper.callback", ("order-end", SlotKind.Digits), ("reason", SlotKind.Utterance));
    private static readonly PromptContract CallbackUnverified = new("whisper.callback.unverified", ("reason", SlotKind.Utterance));
    private static readonly PromptContract Consult = new("whisper.consult", ("agent", SlotKind.Text), ("order-end", SlotKind.Digits));
    private static readonly PromptContract ConsultUnverified = new("whisper.consult.unverified", ("agent", SlotKind.Text));
    private static readonly PromptContract ConsultKeys = new("whisper.consult.choice");
    private static readonly PromptContract NotReached = new("whisper.unreached");
    private static readonly PromptContract Greeted = new("callback.welcome", ("shop", SlotKind.Text));
    private static readonly PromptContract Missed = new("callback.missed", ("shop", SlotKind.Text));
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

    /// <summary>The customer whom the agent wanted to call back was not reached.</summary>
    public static Utterance Unreached { get; } = NotReached.Say();

    /// <summary>What a customer who is called back hears first: who calls.</summary>
    public static Utterance Welcome(string shop) => Greeted.Say(("shop", new TextSlot(shop)));

    /// <summary>What a customer hears who is called back by an agent who has just gone.</summary>
    public static Utterance NotNow(string shop) => Missed.Say(("shop", new TextSlot(shop)));

    /// <summary>The whisper about a customer who is to be called back; with the agent's yes the phone is dialled.</summary>
    /// <param name="why">Why a person is needed.</param>
    /// <param name="order">The number of the order that was proved; null for none.</param>
    public static Utterance OfCallback(HandoverReason why, string? order)
    {
        var reason = ReasonOf(why);
        return order is null ? CallbackUnverified.Say(reason) : CallbackVerified.Say(EndOf(order), reason);
    }

    /// <summary>What a colleague hears who is asked to join a talk: who asks, about which order.</summary>
    /// <param name="agent">The agent's name.</param>
    /// <param name="order">The number of the order that was proved; null for none.</param>
    public static Utterance OfConsult(string agent, string? order)
    {
        var asks = ("agent", new TextSlot(agent));
        return order is null ? ConsultUnverified.Say(asks) : Consult.Say(asks, EndOf(order));
    }

    /// <summary>The keys and what they do, for a colleague who pressed another one.</summary>
    public static Utterance ConsultChoice { get; } = ConsultKeys.Say();

    /// <summary>Nobody waits: an agent tries out the phone.</summary>
    public static Utterance Test { get; } = PhoneTest.Say();

    /// <summary>The whisper about a call.</summary>
    /// <param name="call">The waiting call.</param>
    /// <param name="callerIsKnown">Whether the host holds the caller's number, whose end is said.</param>
    public static Utterance Of(Call call, bool callerIsKnown)
    {
        ArgumentNullException.ThrowIfNull(call);
        var reason = ReasonOf(call.Handover?.Reason ?? HandoverReason.Asked);
        var end = ("end", new HeldSlot(Held.CallerEnd));
        if (call.Order is not { Number: var number })
        {
            return callerIsKnown ? Unverified.Say(end, reason) : UnverifiedHidden.Say(reason);
        }

        var order = EndOf(number);
        return callerIsKnown ? Verified.Say(end, order, reason) : VerifiedHidden.Say(order, reason);
    }

    private static (string Name, SlotValue Value) ReasonOf(HandoverReason why)
        => ("reason", new UtteranceSlot((Reasons.GetValueOrDefault(why) ?? Reasons[HandoverReason.Asked]).Say()));

    private static (string Name, SlotValue Value) EndOf(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return ("order-end", new DigitsSlot(digits[^Math.Min(OrderEnd, digits.Length)..]));
    }
}
