using IvrAutomat.Calls;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>The steps of a call in the words of the pages. A step holds no digits and none of the caller's words.</summary>
internal static class CourseText
{
    /// <summary>What happened; null for what is not worth a line.</summary>
    public static string? Of(ConsoleTexts t, CallerInput input) => input switch
    {
        OptionChosen chosen => t.Fill("course.option", t.Name("option", chosen.Option)),
        _ => KeyOf(input) is { } key ? t[key] : null,
    };

    private static string? KeyOf(CallerInput input) => input switch
    {
        CallStarted => "course.started",
        NumberOffered { OrderId: null } => "course.number.unknown",
        NumberOffered => "course.number",
        PinOffered { Verdict: PinVerdict.Right, ByCode: true } => "course.proved.code",
        PinOffered { Verdict: PinVerdict.Right } => "course.proved.pin",
        PinOffered => "course.pin.wrong",
        CommandGiven { Command: GlobalCommand.Person } => "course.person",
        CommandGiven { Command: GlobalCommand.Slower } => "course.slower",
        Silence => "course.silence",
        NotUnderstood or OtherKey or TooShort => "course.not-understood",
        WordsTaken => "course.words",
        WorkFinished { Result: RequestDone } => "course.done",
        WorkFinished { Result: RequestRefused } => "course.refused",
        WorkFinished { Result: RequestHandedOver or CaseOpened } => "course.handed",
        WorkFinished { Result: ShopUnavailable } => "course.unavailable",
        WorkFinished { Result: OrderRead } => "course.status",
        WorkFinished { Result: CodeSent } => "course.code",
        AgentTook => "course.agent",
        GivenBack => "course.given-back",
        TalkEnded => "course.talk-ended",
        QueueLeft => "course.left",
        HungUp => "course.hung-up",
        _ => null,
    };
}
