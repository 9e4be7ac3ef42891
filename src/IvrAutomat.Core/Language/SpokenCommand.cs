namespace IvrAutomat.Language;

/// <summary>
/// A meaning that a caller can give to a step by voice. It is not a key: keys with a number are read by <see cref="SpokenLanguage.Key"/>.
/// The first group is understood in every step, the others only where a step expects them.
/// </summary>
public enum SpokenCommand
{
    /// <summary>An explicit yes. The name of an action alone ("zrušit") is never a yes.</summary>
    Yes,

    /// <summary>An explicit no; also a refused action ("nerušit").</summary>
    No,

    /// <summary>A live person is wanted.</summary>
    Person,

    /// <summary>Say it again.</summary>
    Repeat,

    /// <summary>Say it again, slowly.</summary>
    Slower,

    /// <summary>Back to the menu.</summary>
    Back,

    /// <summary>The caller needs a moment.</summary>
    Wait,

    /// <summary>The caller does not know or does not have what was asked for.</summary>
    DontKnow,

    /// <summary>Is anybody there?</summary>
    Hello,

    /// <summary>The caller wants to end the call.</summary>
    End,

    /// <summary>The parcel and its delivery.</summary>
    Parcel,

    /// <summary>Cancel the order.</summary>
    Cancel,

    /// <summary>Pay, or change the way of paying.</summary>
    Payment,

    /// <summary>Return goods.</summary>
    Return,

    /// <summary>Complain about goods.</summary>
    Complaint,

    /// <summary>The invoice.</summary>
    Invoice,

    /// <summary>Another order.</summary>
    OtherOrder,

    /// <summary>The caller has the number, PIN or code at hand.</summary>
    HaveIt,

    /// <summary>Find the order by the phone number in it.</summary>
    SearchByPhone,

    /// <summary>Send a one-time code.</summary>
    SendCode,

    /// <summary>Correct the number given before.</summary>
    FixNumber,

    /// <summary>Try the same entry again.</summary>
    TryAgain,

    /// <summary>Restore what was cancelled.</summary>
    Restore,

    /// <summary>Leave it as it is.</summary>
    Keep,

    /// <summary>Another phone number.</summary>
    OtherNumber,

    /// <summary>Another time or day.</summary>
    OtherTime,

    /// <summary>Any other question.</summary>
    OtherThing,

    /// <summary>What is happening with the order.</summary>
    Status,

    /// <summary>A link to pay by card.</summary>
    PaymentLink,

    /// <summary>Pay by bank transfer.</summary>
    Transfer,

    /// <summary>Pay on delivery.</summary>
    CashOnDelivery,

    /// <summary>The link that follows the parcel.</summary>
    Tracking,

    /// <summary>Keep the parcel longer at the pick-up point.</summary>
    Extend,

    /// <summary>Another address, point or goods.</summary>
    ChangeAddress,

    /// <summary>All of it: the whole order.</summary>
    Whole,

    /// <summary>Only some of it: single items.</summary>
    Part,

    /// <summary>A courier picks it up.</summary>
    Courier,

    /// <summary>Zásilkovna (Packeta), with a code instead of a label.</summary>
    Packeta,

    /// <summary>The caller sends or brings it without our help.</summary>
    OwnWay,

    /// <summary>Have the goods repaired.</summary>
    Repair,

    /// <summary>Have the goods replaced.</summary>
    Replace,

    /// <summary>A lower price for goods with a defect.</summary>
    Discount,

    /// <summary>The money back.</summary>
    Refund,

    /// <summary>What came is something else, damaged or incomplete.</summary>
    Wrong,

    /// <summary>The same invoice once more.</summary>
    InvoiceAgain,

    /// <summary>An invoice to a company.</summary>
    ToCompany,

    /// <summary>To another place or contact.</summary>
    Elsewhere,

    /// <summary>Call me back instead of letting me wait.</summary>
    CallMeBack,

    /// <summary>Stay on the line.</summary>
    KeepWaiting,

    /// <summary>Another one-time code.</summary>
    NewCode,

    /// <summary>Send it; do it as it was read out.</summary>
    Send,

    /// <summary>Speak Czech from now on.</summary>
    SpeakCzech,

    /// <summary>Speak English from now on.</summary>
    SpeakEnglish,

    /// <summary>Speak Slovak from now on.</summary>
    SpeakSlovak,
}
