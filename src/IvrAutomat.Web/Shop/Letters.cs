using System.Collections.Frozen;
using System.Collections.Immutable;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Shop;

/// <summary>Everything that the shop writes to customers about what was done by phone.</summary>
internal sealed class Letters(ShopSettings settings)
{
    /// <summary>The key of the e-mail that carries an invoice.</summary>
    public const string InvoiceKey = "email.invoice";

    private static readonly (string, SlotKind) Shop = ("shop", SlotKind.Text);
    private static readonly (string, SlotKind) Number = ("number", SlotKind.Digits);
    private static readonly (string, SlotKind) Line = ("line", SlotKind.Text);
    private static readonly (string, SlotKind) Case = ("case", SlotKind.Digits);

    private static readonly Letter CodeLetter = new("code", Shop, ("code", SlotKind.Code));
    private static readonly Letter PinLetter = new("pin", Shop, Number, Line, ("code", SlotKind.Code));
    private static readonly Letter CancelledLetter = new("cancelled", Shop, Number, Line, ("refund", SlotKind.Choice), ("undo", SlotKind.Time));
    private static readonly Letter RestoredLetter = new("restored", Shop, Number, Line);
    private static readonly Letter ConfirmedLetter = new("confirmed", Shop, Number, Line, ("dispatch", SlotKind.Date));
    private static readonly Letter LinkLetter = new(
        "payment-link", Shop, Number, ("amount", SlotKind.Money), ("until", SlotKind.Date), ("link", SlotKind.Text));

    private static readonly Letter PaidLetter = new("paid", Shop, Number, ("dispatch", SlotKind.Date));
    private static readonly Letter TransferLetter = new(
        "transfer", Shop, Number, ("amount", SlotKind.Money), ("account", SlotKind.Text), ("symbol", SlotKind.Digits));

    private static readonly Letter CashLetter = new("cash", Shop, Number, Line, ("amount", SlotKind.Money));
    private static readonly Letter TrackingLetter = new("tracking", Shop, Number, ("link", SlotKind.Text));
    private static readonly Letter ExtendedLetter = new("extended", Shop, ("parcel", SlotKind.Digits), ("until", SlotKind.Date));
    private static readonly Letter ReturnLetter = new("return", Shop, Number, Line, ("date", SlotKind.Date), ("until", SlotKind.Date));
    private static readonly Letter CourierLetter = new(
        "courier", Shop, Number, Line, ("date", SlotKind.Date), ("day", SlotKind.Date), ("window", SlotKind.Window));

    private static readonly Letter PacketaLetter = new("packeta", Shop, Number, ("date", SlotKind.Date), ("code", SlotKind.Code));
    private static readonly Letter OwnReturnLetter = new(
        "own-return", Shop, Number, ("date", SlotKind.Date), ("until", SlotKind.Date), ("address", SlotKind.Place));

    private static readonly Letter ReturnCancelledLetter = new("return-cancelled", Shop, Number, Line);
    private static readonly Letter HandedOverLetter = new("handed-over", Shop, Case, Line, ("agent", SlotKind.Name), ("due", SlotKind.Date));
    private static readonly Letter CallbackLetter = new("callback", Shop, Case, Line, ("day", SlotKind.Date), ("from", SlotKind.Time), ("until", SlotKind.Time));
    private static readonly Letter ColleagueLetter = new("colleague", Shop, Case, Line, ("words", SlotKind.Text), ("signature", SlotKind.Text));
    private static readonly PromptContract ComplaintNotice = new(
        "sms.complaint", Shop, Number, Case, ("date", SlotKind.Date), ("due", SlotKind.Date), ("mail", SlotKind.Choice));

    private static readonly PromptContract ComplaintMail = Letter.ByMail(
        "complaint", Shop, Number, Case, Line, ("date", SlotKind.Date), ("due", SlotKind.Date), ("item", SlotKind.Name), ("said", SlotKind.Name),
        ("remedy", SlotKind.Choice), ("contact", SlotKind.Name));

    private static readonly PromptContract InvoiceMail = Letter.ByMail(
        "invoice", Shop, Number, ("invoice", SlotKind.Digits), ("date", SlotKind.Date), ("items", SlotKind.Name), ("amount", SlotKind.Money));

    private static readonly Letter[] All =
    [
        CodeLetter, PinLetter, CancelledLetter, RestoredLetter, ConfirmedLetter, LinkLetter, PaidLetter, TransferLetter, CashLetter, TrackingLetter,
        ExtendedLetter, ReturnLetter, CourierLetter, PacketaLetter, OwnReturnLetter, ReturnCancelledLetter, HandedOverLetter,
        CallbackLetter, ColleagueLetter,
    ];

    private static readonly FrozenSet<string> Both = All.Select(letter => letter.Contracts[0].Key).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the letters ask of the prompt files.</summary>
    public static ImmutableArray<PromptContract> Contracts { get; } =
    [
        .. All.SelectMany(letter => letter.Contracts),
        ComplaintNotice, ComplaintMail, InvoiceMail,
    ];

    /// <summary>True for a text message that has the same words, with the same values, as an e-mail.</summary>
    public static bool IsForBoth(string key) => Both.Contains(key);

    private ShopProfile Profile => settings.Profile;

    /// <summary>The PIN of a new order.</summary>
    public Utterance Pin(Order order, string pin) => PinLetter.Say(Name, Of(order), Phone, ("code", new CodeSlot(pin)));

    /// <summary>A one-time code.</summary>
    public Utterance Code(string code) => CodeLetter.Say(Name, ("code", new CodeSlot(code)));

    /// <summary>The order is cancelled, where the money goes, and how long that can be taken back.</summary>
    public Utterance Cancelled(Order order) => CancelledLetter.Say(
        Name, Of(order), Phone,
        ("refund", new ChoiceSlot((order.IsPaid, order.Payment) switch
        {
            (false, _) => "none",
            (true, PaymentMethod.Card) => "card",
            _ => "transfer",
        })),
        ("undo", new TimeSlot(ClockOf(order.RestorableUntil ?? throw new ArgumentException("A cancelled order can be restored for a while.", nameof(order))))));

    /// <summary>The cancellation is taken back.</summary>
    public Utterance Restored(Order order) => RestoredLetter.Say(Name, Of(order), Phone);

    /// <summary>The order is confirmed, and when it leaves.</summary>
    public Utterance Confirmed(Order order, DateOnly dispatch) => ConfirmedLetter.Say(Name, Of(order), Phone, ("dispatch", new DateSlot(dispatch)));

    /// <summary>Where the order can be paid by card.</summary>
    public Utterance PaymentLink(Order order, DateOnly until, string link)
        => LinkLetter.Say(Name, Of(order), Amount(order), ("until", new DateSlot(until)), ("link", new TextSlot(link)));

    /// <summary>The payment has arrived.</summary>
    public Utterance Paid(Order order, DateOnly dispatch) => PaidLetter.Say(Name, Of(order), ("dispatch", new DateSlot(dispatch)));

    /// <summary>Where the money is to be sent.</summary>
    public Utterance Transfer(Order order, string symbol)
        => TransferLetter.Say(Name, Of(order), Amount(order), ("account", new TextSlot(settings.Tasks.Payments.Account)), ("symbol", new DigitsSlot(symbol)));

    /// <summary>What is paid to the carrier.</summary>
    public Utterance Cash(Order order) => CashLetter.Say(Name, Of(order), Phone, Amount(order));

    /// <summary>Where the parcel can be followed.</summary>
    public Utterance Tracking(Order order, string link) => TrackingLetter.Say(Name, Of(order), ("link", new TextSlot(link)));

    /// <summary>Until when the parcel waits.</summary>
    public Utterance Extended(string parcel, DateOnly until) => ExtendedLetter.Say(Name, ("parcel", new DigitsSlot(parcel)), ("until", new DateSlot(until)));

    /// <summary>The withdrawal is received: what for and when, which the customer may have to prove.</summary>
    public Utterance Return(Order order, GoodsReturn back)
        => ReturnLetter.Say(Name, Of(order), Phone, Noted(back), ("until", new DateSlot(back.PostUntil)));

    /// <summary>How the goods come back.</summary>
    public Utterance ReturnWay(Order order, GoodsReturn back) => back switch
    {
        { Way: Orders.ReturnWay.Courier, CourierOn: { } day } => CourierLetter.Say(
            Name, Of(order), Phone, Noted(back), ("day", new DateSlot(day)), ("window", new WindowSlot(Courier.From, Courier.Until))),
        { Way: Orders.ReturnWay.Packeta, Code: { } code } => PacketaLetter.Say(Name, Of(order), Noted(back), ("code", new CodeSlot(code))),
        _ => OwnReturnLetter.Say(
            Name, Of(order), Noted(back), ("until", new DateSlot(back.PostUntil)), ("address", new PlaceSlot(settings.Tasks.Returns.Address))),
    };

    /// <summary>The goods stay.</summary>
    public Utterance ReturnCancelled(Order order) => ReturnCancelledLetter.Say(Name, Of(order), Phone);

    /// <summary>The complaint is received, in one text; the whole of it goes by e-mail where there is one.</summary>
    public Utterance ComplaintNoted(Order order, Complaint complaint, bool byMailToo) => ComplaintNotice.Say(
        Name, Of(order), ("case", new DigitsSlot(complaint.Number)), ("date", new DateSlot(complaint.MadeOn)), ("due", new DateSlot(complaint.Due)),
        ("mail", new ChoiceSlot(byMailToo ? "yes" : "no")));

    /// <summary>The whole confirmation of a complaint: date, content, wish and contact (Consumer Protection Act, section 19).</summary>
    public Utterance ComplaintWhole(Order order, Complaint complaint, string item, string said, string contact) => ComplaintMail.Say(
        Name, Of(order), Phone, ("case", new DigitsSlot(complaint.Number)), ("date", new DateSlot(complaint.MadeOn)),
        ("due", new DateSlot(complaint.Due)), ("item", new NameSlot(item)), ("said", new NameSlot(said)), ("contact", new NameSlot(contact)),
        ("remedy", new ChoiceSlot(complaint.Remedy switch
        {
            Remedy.Repair => "repair",
            Remedy.Replacement => "replacement",
            Remedy.Discount => "discount",
            _ => "refund",
        })));

    /// <summary>The invoice once more.</summary>
    public Utterance Invoice(Order order, string invoice) => InvoiceMail.Say(
        Name, Of(order), Amount(order), ("invoice", new DigitsSlot(invoice)), ("date", new DateSlot(order.DispatchOn ?? order.OrderedOn)),
        ("items", new NameSlot(string.Join(", ", order.Items.Select(item => item.Name)))));

    /// <summary>Somebody will call: who, until when, under which number.</summary>
    public Utterance HandedOver(CaseRow row, DateTimeOffset due) => HandedOverLetter.Say(
        Name, Phone, ("case", new DigitsSlot(row.Number)), ("agent", new NameSlot(row.Owner)), ("due", new DateSlot(DateOnly.FromDateTime(due.DateTime))));

    /// <summary>Somebody will call: when, under which number.</summary>
    public Utterance Callback(CaseRow row, CallbackWindow window) => CallbackLetter.Say(
        Name, Phone, ("case", new DigitsSlot(row.Number)), ("day", new DateSlot(window.Day)), ("from", new TimeSlot(window.From)),
        ("until", new TimeSlot(window.To)));

    /// <summary>What a colleague writes about a case, in their own words, signed.</summary>
    public Utterance FromColleague(CaseRow row, CustomerText words, string signature) => ColleagueLetter.Say(
        Name, Phone, ("case", new DigitsSlot(row.Number)), ("words", new TextSlot(words.Value)), ("signature", new TextSlot(signature)));

    private (string, SlotValue) Name => ("shop", new TextSlot(Profile.Name));

    private (string, SlotValue) Phone => ("line", new TextSlot(Profile.Line));

    private static (string, SlotValue) Of(Order order) => ("number", new DigitsSlot(order.Number));

    private static (string, SlotValue) Amount(Order order) => ("amount", new MoneySlot(order.Total));

    private static (string, SlotValue) Noted(GoodsReturn back) => ("date", new DateSlot(back.NotedOn));

    private TimeOnly ClockOf(DateTimeOffset instant) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Profile.TimeZone).DateTime);
}
