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
    public static readonly Trigger<OptionChosen> Order = new("order chosen");

    /// <summary>To be called back instead of waiting.</summary>
    public static readonly Trigger<OptionChosen> CallMeBack = new("call me back");

    /// <summary>To wait on.</summary>
    public static readonly Trigger<OptionChosen> KeepWaiting = new("keep waiting");

    /// <summary>Another time for a callback than the one proposed.</summary>
    public static readonly Trigger<OptionChosen> OtherTime = new("other time");

    /// <summary>One of several times for a callback.</summary>
    public static readonly Trigger<OptionChosen> CallbackTime = new("callback time");

    internal static IReadOnlyList<Trigger<OptionChosen>> All { get; } =
    [
        Yes, No, Parcel, Cancel, Payment, Return, Invoice, OtherOrder, HaveIt, WithoutIt, TryAgain, FixNumber, Order,
        CallMeBack, KeepWaiting, OtherTime, CallbackTime,
    ];

    /// <summary>Makes the option of a menu.</summary>
    internal static Option On(int key, Trigger<OptionChosen> trigger, params ReadOnlySpan<SpokenCommand> words)
        => new(trigger.Name, key, [.. words]);

    /// <summary>Yes on 1, no on 2.</summary>
    internal static MenuListen YesOrNo { get; } = new([On(1, Yes, SpokenCommand.Yes), On(2, No, SpokenCommand.No)]);
}
