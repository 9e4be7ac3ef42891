namespace IvrAutomat.Simulator.CallScripts;

/// <summary>One thing that the caller hears or does.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
public abstract record CallStep(int Line)
{
    /// <summary>
    /// These phrases are spoken in this order, each after the phrase heard before it and after the caller's last act.
    /// </summary>
    public sealed record Hear(int Line, IReadOnlyList<Phrase> Phrases) : CallStep(Line);

    /// <summary>None of these is spoken from here on until the caller does something, or the call ends.</summary>
    public sealed record NotHeard(int Line, IReadOnlyList<Phrase> Phrases) : CallStep(Line);

    /// <summary>
    /// The phrase heard last began at most this long after the number was dialled. For somebody who was called: it ended at most this
    /// long after the first word.
    /// </summary>
    public sealed record HeardWithin(int Line, TimeSpan Limit) : CallStep(Line);

    /// <summary>Presses keys: when the prompts have ended and the automat listens, or at once.</summary>
    public sealed record Press(int Line, string Keys, bool Now) : CallStep(Line);

    /// <summary>Presses the last number of six digits that came in a message, when the prompts have ended and the automat listens.</summary>
    public sealed record PressCode(int Line) : CallStep(Line);

    /// <summary>Presses the PIN of an order, as the stage knows it, when the prompts have ended and the automat listens.</summary>
    public sealed record PressPin(int Line, string Order) : CallStep(Line);

    /// <summary>Says words: when the prompts have ended and the automat listens, or at once.</summary>
    public sealed record Say(int Line, string Words, bool Now) : CallStep(Line);

    /// <summary>Does nothing until the automat has given up listening, this many times.</summary>
    public sealed record StaySilent(int Line, int Times) : CallStep(Line);

    /// <summary>Lets time pass.</summary>
    public sealed record Wait(int Line, TimeSpan Length) : CallStep(Line);

    /// <summary>Hangs up: when nothing is under way, or at once, in the middle of whatever happens.</summary>
    public sealed record HangUp(int Line, bool Now) : CallStep(Line);

    /// <summary>This one and another person are connected with each other, sooner or later.</summary>
    public sealed record ConnectedWith(int Line, string Name) : CallStep(Line);

    /// <summary>This one and another person do not hear each other at this moment.</summary>
    public sealed record ApartFrom(int Line, string Name) : CallStep(Line);

    /// <summary>Presses a button at the console, when nothing is under way.</summary>
    public sealed record AtConsole(int Line, DeskAct Act, string? Colleague) : CallStep(Line);

    /// <summary>The call ends, sooner or later, without this one's doing.</summary>
    public sealed record Ended(int Line) : CallStep(Line);

    /// <summary>The phone rings, sooner or later.</summary>
    public sealed record Rings(int Line) : CallStep(Line);

    /// <summary>The phone does not ring at this moment.</summary>
    public sealed record NotRinging(int Line) : CallStep(Line);

    /// <summary>Takes the phone, once it rings.</summary>
    public sealed record Answers(int Line) : CallStep(Line);

    /// <summary>Refuses, once the phone rings.</summary>
    public sealed record Declines(int Line) : CallStep(Line);

    /// <summary>Calls the line.</summary>
    public sealed record Dials(int Line) : CallStep(Line);

    /// <summary>Something happens to the shop's systems, when nothing is under way.</summary>
    /// <param name="Line">Where it stands in the file, from 1.</param>
    /// <param name="Acts">What.</param>
    public sealed record OnSystem(int Line, IReadOnlyList<SystemAct> Acts) : CallStep(Line);

    /// <summary>Somebody else than the script's own caller hears or does something.</summary>
    /// <param name="Line">Where it stands in the file, from 1.</param>
    /// <param name="Name">Who.</param>
    /// <param name="Step">What.</param>
    public sealed record By(int Line, string Name, CallStep Step) : CallStep(Line);
}
