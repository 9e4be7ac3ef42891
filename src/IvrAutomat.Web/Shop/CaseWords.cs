using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Shop;

/// <summary>Cases in the words of the people who do them.</summary>
internal static class CaseWords
{
    /// <summary>What is owed.</summary>
    public static string OfKind(string kind) => kind switch
    {
        nameof(CaseKind.Callback) => "zavolat zpátky",
        nameof(CaseKind.OwnFault) => "naše chyba: zavolat",
        nameof(CaseKind.FailedRequest) => "dokončit slíbené",
        nameof(CaseKind.Abandoned) => "nedočkal se: zavolat",
        nameof(CaseKind.Request) => "vyřídit požadavek",
        nameof(CaseKind.Return) => "posoudit vrácení",
        nameof(CaseKind.Complaint) => "vyřídit reklamaci",
        nameof(CaseKind.Invoice) => "vystavit fakturu na firmu",
        nameof(CaseKind.Refund) => "vrátit peníze",
        _ => kind,
    };

    /// <summary>Why a person does it.</summary>
    public static string OfReason(string reason) => reason switch
    {
        nameof(HandoverReason.Asked) => "přál si člověka",
        nameof(HandoverReason.NotIdentified) => "neověřil se",
        nameof(HandoverReason.Stuck) => "nedorozuměli jsme se",
        nameof(HandoverReason.Postponed) => "odloženo obchodem",
        nameof(HandoverReason.SoldOut) => "vyprodaná položka",
        nameof(HandoverReason.Task) => "úkol pro člověka",
        nameof(HandoverReason.ShopUnavailable) => "systém obchodu mlčel",
        nameof(HandoverReason.Trial) => "zkušební provoz",
        nameof(HandoverReason.Company) => "nákup na firmu",
        nameof(HandoverReason.ExceptedGoods) => "zboží s možnou výjimkou",
        nameof(HandoverReason.Late) => "po lhůtě",
        nameof(HandoverReason.WrongGoods) => "přišlo jiné nebo poškozené",
        nameof(HandoverReason.Change) => "změna adresy, místa nebo zboží",
        nameof(HandoverReason.CourierElsewhere) => "kurýr jinam nebo jindy",
        nameof(HandoverReason.BadMark) => "špatná známka",
        nameof(HandoverReason.CancelFailed) => "zrušení se nedokončilo",
        nameof(HandoverReason.NoContact) => "není kam psát",
        nameof(HandoverReason.Trouble) => "potíž automatu",
        nameof(HandoverReason.Unconfirmed) => "cizí systém nepotvrdil: nejdřív se tam podívat",
        nameof(HandoverReason.PaidOrder) => "zrušená zaplacená objednávka",
        nameof(HandoverReason.ParcelTrouble) => "potíž dopravce se zásilkou",
        _ => reason,
    };

    /// <summary>One thing that was asked for, with what the caller gave for it.</summary>
    public static string OfDetail(CaseDetail detail) => string.Join("; ", Parts(detail));

    /// <summary>A request and what has come of it.</summary>
    public static string OfRequest(RequestRow row) => $"{Of(StoredJson.Read<Work>(row.Body))}: " + row.State switch
    {
        RequestState.Done => "hotovo",
        RequestState.Failed => "už to nebylo možné",
        RequestState.Handed => "nedokončeno, předáno člověku",
        _ => "vyřizuje se",
    };

    /// <summary>A message to the customer and what has become of it.</summary>
    public static string OfMessage(MessageRow row) => (row.Channel == nameof(Channel.Sms) ? "SMS zákazníkovi: " : "E-mail zákazníkovi: ") + row.State switch
    {
        MessageState.Delivered or "read" => "doručeno",
        MessageState.Waiting or MessageState.Posting or MessageState.Unknown => "odesílá se",
        MessageState.Failed or MessageState.Undelivered or "canceled" => "nedoručeno",
        _ => "odesláno",
    };

    private static IEnumerable<string> Parts(CaseDetail detail)
    {
        if (detail.Wanted is { } wanted)
        {
            yield return Of(wanted);
        }

        if (detail.Fault is { } fault)
        {
            yield return Of(fault);
        }

        if (detail.Item is { Length: > 0 } item)
        {
            yield return item;
        }

        if (detail.Said is { Length: > 0 } said)
        {
            yield return $"„{said}“";
        }

        if (detail.Company is { } company)
        {
            yield return $"IČO {company}";
        }
    }

    private static string Of(OwnFaultReason fault) => fault switch
    {
        OwnFaultReason.NotDispatched => "měla už odejít a neodešla",
        OwnFaultReason.StatusLate => "ve stavu, který znamená zpoždění",
        OwnFaultReason.StatusSoldOut => "ve stavu, který znamená vyprodáno",
        OwnFaultReason.DispatchMovedTwice => "den odeslání posunutý podruhé",
        _ => $"{fault}",
    };

    /// <summary>What was asked for.</summary>
    public static string Of(Work wanted) => wanted switch
    {
        CancelOrder => "zrušit objednávku",
        RestoreOrder => "obnovit zrušenou objednávku",
        ConfirmOrder => "potvrdit objednávku",
        SendPaymentLink => "poslat odkaz na platbu",
        NotePayment paid => $"na bráně je platba {paid.Minor / 100m:0.00} {paid.Currency}: porovnat s objednávkou",
        ChangePayment { Method: PaymentMethod.Transfer } => "změnit platbu na převod",
        ChangePayment => "změnit platbu na dobírku",
        SendTracking => "poslat odkaz na zásilku",
        ExtendStorage extend => $"prodloužit uložení do {Day(extend.Until)}",
        NoteReturn { Items.Count: 0 } => "vrátit všechno zboží",
        NoteReturn some => $"vrátit {some.Items.Count} položek",
        ArrangeReturn { Way: ReturnWay.Courier, Day: { } day } => $"objednat kurýra na {Day(day)}",
        ArrangeReturn { Way: ReturnWay.Packeta } => "vystavit kód pro Zásilkovnu",
        ArrangeReturn => "poslat postup vrácení",
        CancelReturn => "zrušit vrácení",
        FileComplaint complaint => complaint.Remedy switch
        {
            Remedy.Repair => "přání: oprava",
            Remedy.Replacement => "přání: výměna",
            Remedy.Discount => "přání: sleva",
            _ => "přání: vrácení peněz",
        },
        SendInvoice => "poslat fakturu",
        AgreeCallback => "domluvit zavolání",
        CancelCallback => "zrušit zavolání",
        KeepCase => "potvrdit případ",
        NoteRating rating => $"známka {rating.Mark}",
        ForPerson person => Of(person.Wanted),
        _ => wanted.GetType().Name,
    };

    private static string Day(DateOnly day) => $"{day.Day}. {day.Month}. {day.Year}";
}
