using IvrAutomat.Calls;

namespace IvrAutomat.Web.Shop.Helpdesk;

/// <summary>The steps of a call in the words of the people who read about it. A step holds no digits and no words of the caller's.</summary>
internal static class CourseWords
{
    /// <summary>What happened; null for what is not worth a line.</summary>
    public static string? Of(CallerInput input) => input switch
    {
        CallStarted => "volající se dovolal",
        NumberOffered { OrderId: null } => "zadal číslo objednávky, které neznáme",
        NumberOffered => "zadal číslo objednávky",
        PinOffered { Verdict: PinVerdict.Right, ByCode: true } => "ověřen kódem",
        PinOffered { Verdict: PinVerdict.Right, FromOwnNumber: true } => "ověřen PINem, volá z čísla v objednávce",
        PinOffered { Verdict: PinVerdict.Right } => "ověřen PINem",
        PinOffered => "PIN nebo kód nesouhlasil",
        OptionChosen chosen => Of(chosen.Option),
        CommandGiven { Command: GlobalCommand.Person } => "chtěl člověka",
        WordsTaken => "popsal závadu",
        NotUnderstood => "nerozuměli jsme si",
        WorkFinished { Result: RequestDone } => "hotovo",
        WorkFinished { Result: RequestRefused } => "nebylo možné",
        WorkFinished { Result: RequestHandedOver or CaseOpened } => "předáno člověku",
        WorkFinished { Result: ShopUnavailable } => "systém obchodu neodpověděl",
        AgentTook => "spojen s člověkem",
        TalkEnded => "rozhovor s člověkem skončil",
        QueueLeft => "odešel z fronty",
        HungUp => "zavěsil",
        _ => null,
    };

    private static string Of(string option) => option switch
    {
        "yes" => "ano",
        "no" => "ne",
        "cancel" => "volba: zrušit objednávku",
        "payment" => "volba: platba",
        "card" => "volba: zaplatit kartou",
        "transfer" => "volba: převodem",
        "cash" => "volba: na dobírku",
        "parcel" => "volba: zásilka",
        "tracking" => "volba: odkaz na zásilku",
        "extend" => "volba: prodloužit uložení",
        "change" => "volba: změna doručení",
        "return" => "volba: vrácení nebo reklamace",
        "withdraw" => "volba: vrátit zboží",
        "complain" => "volba: reklamovat",
        "came wrong" => "volba: přišlo jiné nebo poškozené",
        "courier" => "volba: kurýr",
        "packeta" => "volba: Zásilkovna",
        "own way" => "volba: vlastní cesta",
        "invoice" => "volba: faktura",
        "invoice again" => "volba: faktura znovu",
        "to company" => "volba: faktura na firmu",
        "other order" => "volba: jiná objednávka",
        "call me back" => "volba: zavolat zpátky",
        _ => $"volba: {option}",
    };
}
