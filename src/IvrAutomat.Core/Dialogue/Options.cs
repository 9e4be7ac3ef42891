using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;

namespace IvrAutomat.Dialogue;

/// <summary>The options of all menus: names, and the words that are said for them.</summary>
public static class Options
{
    /// <summary>Yes: key 1 everywhere.</summary>
    public static readonly Trigger<OptionChosen> Yes = new("yes");

    /// <summary>No: key 2 everywhere.</summary>
    public static readonly Trigger<OptionChosen> No = new("no");

    /// <summary>The parcel and its delivery.</summary>
    public static readonly Trigger<OptionChosen> Parcel = new("parcel");

    /// <summary>Cancel the order.</summary>
    public static readonly Trigger<OptionChosen> Cancel = new("cancel");

    /// <summary>Payment.</summary>
    public static readonly Trigger<OptionChosen> Payment = new("payment");

    /// <summary>Return or complaint.</summary>
    public static readonly Trigger<OptionChosen> Return = new("return");

    /// <summary>Invoice.</summary>
    public static readonly Trigger<OptionChosen> Invoice = new("invoice");

    /// <summary>Another order.</summary>
    public static readonly Trigger<OptionChosen> OtherOrder = new("other order");

    /// <summary>The caller has what is asked for and will type it.</summary>
    public static readonly Trigger<OptionChosen> HaveIt = new("have it");

    /// <summary>Without the thing that is asked for.</summary>
    public static readonly Trigger<OptionChosen> WithoutIt = new("without it");

    /// <summary>Try the PIN again.</summary>
    public static readonly Trigger<OptionChosen> TryAgain = new("try again");

    /// <summary>Correct the number.</summary>
    public static readonly Trigger<OptionChosen> FixNumber = new("fix number");

    /// <summary>One of several orders.</summary>
    public static readonly Trigger<OptionChosen> Order = new("order");

    /// <summary>The link that follows the parcel.</summary>
    public static readonly Trigger<OptionChosen> Tracking = new("tracking");

    /// <summary>Keep the parcel longer.</summary>
    public static readonly Trigger<OptionChosen> Extend = new("extend");

    /// <summary>Another address, point or goods.</summary>
    public static readonly Trigger<OptionChosen> Change = new("change");

    /// <summary>Pay by card on a link.</summary>
    public static readonly Trigger<OptionChosen> Card = new("card");

    /// <summary>Pay by bank transfer.</summary>
    public static readonly Trigger<OptionChosen> Transfer = new("transfer");

    /// <summary>Pay on delivery.</summary>
    public static readonly Trigger<OptionChosen> Cash = new("cash");

    /// <summary>Send goods back without a reason.</summary>
    public static readonly Trigger<OptionChosen> Withdraw = new("withdraw");

    /// <summary>Complain about a defect.</summary>
    public static readonly Trigger<OptionChosen> Complain = new("complain");

    /// <summary>The goods came wrong, damaged or incomplete.</summary>
    public static readonly Trigger<OptionChosen> CameWrong = new("came wrong");

    /// <summary>A courier fetches the goods.</summary>
    public static readonly Trigger<OptionChosen> Courier = new("courier");

    /// <summary>A code for Zásilkovna.</summary>
    public static readonly Trigger<OptionChosen> Packeta = new("packeta");

    /// <summary>The customer sends the goods.</summary>
    public static readonly Trigger<OptionChosen> OwnWay = new("own way");

    /// <summary>One of several days.</summary>
    public static readonly Trigger<OptionChosen> Day = new("day");

    /// <summary>One of several items.</summary>
    public static readonly Trigger<OptionChosen> Item = new("item");

    /// <summary>Have it repaired.</summary>
    public static readonly Trigger<OptionChosen> Repair = new("repair");

    /// <summary>Have it replaced.</summary>
    public static readonly Trigger<OptionChosen> Replace = new("replace");

    /// <summary>A lower price.</summary>
    public static readonly Trigger<OptionChosen> Discount = new("discount");

    /// <summary>The money back.</summary>
    public static readonly Trigger<OptionChosen> MoneyBack = new("money back");

    /// <summary>The invoice once more.</summary>
    public static readonly Trigger<OptionChosen> InvoiceAgain = new("invoice again");

    /// <summary>The invoice to a company.</summary>
    public static readonly Trigger<OptionChosen> ToCompany = new("to company");

    /// <summary>Another one-time code.</summary>
    public static readonly Trigger<OptionChosen> NewCode = new("new code");

    /// <summary>A school mark.</summary>
    public static readonly Trigger<OptionChosen> Mark = new("mark");

    /// <summary>To be called back instead of waiting.</summary>
    public static readonly Trigger<OptionChosen> CallMeBack = new("call me back");

    /// <summary>To wait on.</summary>
    public static readonly Trigger<OptionChosen> KeepWaiting = new("keep waiting");

    /// <summary>Another time for a callback than the one proposed.</summary>
    public static readonly Trigger<OptionChosen> OtherTime = new("other time");

    /// <summary>One of several times for a callback.</summary>
    public static readonly Trigger<OptionChosen> CallbackTime = new("callback time");

    internal static IReadOnlyList<Trigger<OptionChosen>> All { get; } =
        [Yes, No, Parcel, Cancel, Payment, Return, Invoice, OtherOrder, HaveIt, WithoutIt, TryAgain, FixNumber, Order,
         Tracking, Extend, Change, Card, Transfer, Cash, Withdraw, Complain, CameWrong, Courier, Packeta, OwnWay, Day, Item,
         Repair, Replace, Discount, MoneyBack, InvoiceAgain, ToCompany, NewCode, Mark,
         CallMeBack, KeepWaiting, OtherTime, CallbackTime];

    /// <summary>Makes the option of a menu.</summary>
    internal static Option On(int key, Trigger<OptionChosen> trigger, params ReadOnlySpan<SpokenCommand> words)
        => new(trigger.Name, key, [.. words]);

    /// <summary>Do it on 1; 2 and 9 lead back.</summary>
    internal static MenuListen SendOrNot { get; } = new([On(1, Yes, SpokenCommand.Yes, SpokenCommand.Send), On(2, No, SpokenCommand.No)]);

    /// <summary>Yes on 1, no on 2.</summary>
    internal static MenuListen YesOrNo { get; } = new([On(1, Yes, SpokenCommand.Yes), On(2, No, SpokenCommand.No)]);
}
