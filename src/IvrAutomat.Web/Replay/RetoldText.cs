using System.Collections.Immutable;
using IvrAutomat.Calls;

namespace IvrAutomat.Web.Replay;

/// <summary>What came in, what is listened for and which work is asked, in a few words for people who know the flow. No value of a customer is in it.</summary>
internal static class RetoldText
{
    /// <summary>An input: <c>option cancel</c>.</summary>
    public static string Of(CallerInput input) => Detail(input) is { } detail ? $"{NameOf(input)} {detail}" : NameOf(input);

    /// <summary>The short name of an input, a result's behind it: <c>finished order</c>.</summary>
    public static string NameOf(CallerInput input)
        => input is WorkFinished finished ? $"finished {Discriminators<WorkResult>.Of(finished.Result)}" : Discriminators<CallerInput>.Of(input);

    /// <summary>More of an input; null where its name says all.</summary>
    public static string? Detail(CallerInput input) => input switch
    {
        CallStarted { Caller: var caller } => string.Join(", ", CallerTraits(caller)),
        OptionChosen chosen => chosen.Option,
        CommandGiven given => $"{given.Command}",
        TooShort tooShort => $"({tooShort.Length})",
        NotUnderstood not => $"({not.Length})",
        LanguageChosen language => language.Tag,
        NumberOffered number => number.OrderId is null ? $"of no order ({number.Length})" : number.Spoken ? "of an order, spoken" : "of an order",
        PinOffered pin => pin.ByCode ? $"{pin.Verdict}, by code" : $"{pin.Verdict}",
        PhoneOffered phone => phone.CanBeCalled ? "that may be called" : "that may not be called",
        CompanyOffered company => company.IsValid ? "valid" : "not valid",
        WordsTaken words => $"({words.Length})",
        StillWorking still => $"round {still.Round}",
        _ => null,
    };

    /// <summary>What follows a turn's words: <c>listens: menu 1 cancel, 2 payment</c>.</summary>
    public static string Of(Next next) => next switch
    {
        ListenNext listen => $"listens: {Of(listen.Listen)}",
        QueueNext queue => $"in the queue: {Of(queue.Listen)}",
        WaitNext => "waits for work",
        LeaveNext => "leaves the queue",
        MeetNext => "goes to a person",
        HangUpNext => "hangs up",
        _ => next.GetType().Name,
    };

    /// <summary>The work that a turn asks for.</summary>
    public static ImmutableArray<string> Of(ImmutableArray<Work> work) => [.. work.Select(Discriminators<Work>.Of)];

    private static string Of(Listen listen) => $"{Of(kind: listen)}{(listen.Speech ? "" : ", keys only")}, {listen.Seconds} s";

    private static string Of(object kind) => kind switch
    {
        MenuListen menu => string.Join(", ", menu.Options.Select(option => $"{option.Key} {option.Name}").DefaultIfEmpty("no options")),
        NumberListen number => $"{number.Kind} number, {string.Join(" or ", number.Lengths is { Length: > 4 } many ? [$"{many[0]} to {many[^1]}"] : number.Lengths.Select(length => $"{length}"))} digits",
        SecretListen secret => $"{(secret.Code ? "code" : "PIN")}, {string.Join(" or ", secret.Lengths)} digits",
        WordsListen => "own words",
        _ => kind.GetType().Name,
    };

    private static IEnumerable<string> CallerTraits(Caller caller)
    {
        yield return caller.HasOpenOrder ? "known number" : "other number";
        if (caller.CalledLately)
        {
            yield return "called lately";
        }

        if (caller.Language is { } language)
        {
            yield return language;
        }

        if (caller.Slow)
        {
            yield return "slow";
        }
    }
}
