using IvrAutomat.Calls;

namespace IvrAutomat.Proof;

/// <summary>An input in a few words, for the way to a finding.</summary>
internal static class InputText
{
    public static string Of(CallerInput input) => input switch
    {
        CallStarted => "started",
        OptionChosen chosen => chosen.Option,
        CommandGiven { Command: GlobalCommand.Person } => "0",
        CommandGiven given => given.Command.ToString().ToLowerInvariant(),
        NumberOffered number => number.OrderId is null ? "unknown number" : number.Spoken ? "number, spoken" : "number",
        PinOffered pin => $"{(pin.ByCode ? "code" : "PIN")} {pin.Verdict.ToString().ToLowerInvariant()}",
        PhoneOffered phone => phone.CanBeCalled ? "phone number" : "phone number that is not called",
        CompanyOffered company => company.IsValid ? "company number" : "company number with a slip",
        LanguageChosen language => language.Tag,
        StillWorking still => $"still working ({still.Round})",
        WorkFinished { Result: var result } => result switch
        {
            RequestRefused refused => $"refused: {refused.Why}",
            RequestDone { Refund: not null } => "done, refund due",
            CaseOpened { Agreed: not null } => "case opened, callback agreed",
            CaseOpened { QueuedSince: not null } => "case opened, place kept",
            _ => Words(result.GetType().Name),
        },
        _ => Words(input.GetType().Name),
    };

    private static string Words(string name)
        => string.Concat(name.Select((sign, at) => at > 0 && char.IsUpper(sign) ? $" {char.ToLowerInvariant(sign)}" : $"{char.ToLowerInvariant(sign)}"));
}
