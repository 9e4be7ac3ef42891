using System.Text.Json.Serialization;

namespace IvrAutomat.Calls;

/// <summary>
/// What the caller did or what became known, already interpreted. It is what the journal keeps, so it never holds
/// typed digits, a PIN or the caller's words.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "input")]
[JsonDerivedType(typeof(CallStarted), "started")]
[JsonDerivedType(typeof(OptionChosen), "option")]
[JsonDerivedType(typeof(CommandGiven), "command")]
[JsonDerivedType(typeof(Silence), "silence")]
[JsonDerivedType(typeof(OtherKey), "other-key")]
[JsonDerivedType(typeof(HabitHash), "habit-hash")]
[JsonDerivedType(typeof(TooShort), "too-short")]
[JsonDerivedType(typeof(NotUnderstood), "not-understood")]
[JsonDerivedType(typeof(EntryRestarted), "entry-restarted")]
[JsonDerivedType(typeof(NumberOffered), "number")]
[JsonDerivedType(typeof(PinOffered), "pin")]
[JsonDerivedType(typeof(PhoneOffered), "phone")]
[JsonDerivedType(typeof(CompanyOffered), "company")]
[JsonDerivedType(typeof(WordsTaken), "words")]
[JsonDerivedType(typeof(WorkFinished), "finished")]
[JsonDerivedType(typeof(LanguageChosen), "language")]
[JsonDerivedType(typeof(StillWorking), "still-working")]
[JsonDerivedType(typeof(HungUp), "hung-up")]
[JsonDerivedType(typeof(StillWaiting), "still-waiting")]
[JsonDerivedType(typeof(QueueLeft), "left-queue")]
[JsonDerivedType(typeof(AgentTook), "agent-took")]
[JsonDerivedType(typeof(AgentLost), "agent-lost")]
[JsonDerivedType(typeof(GivenBack), "given-back")]
[JsonDerivedType(typeof(TalkEnded), "talk-ended")]
public abstract record CallerInput;

/// <summary>The call came in.</summary>
/// <param name="Caller">What the caller's number tells; never the number itself.</param>
public sealed record CallStarted(Caller Caller) : CallerInput;

/// <summary>One of the options of the present step was chosen, by its key or in words.</summary>
/// <param name="Option">The option's name in the dialogue, for example <c>cancel</c>.</param>
public sealed record OptionChosen(string Option) : CallerInput;

/// <summary>Something that means the same in every step.</summary>
/// <param name="Command">Which one.</param>
public sealed record CommandGiven(GlobalCommand Command) : CallerInput;

/// <summary>Nothing came in time, or <c>#</c> alone in an entry: the carrier does not tell these apart.</summary>
public sealed record Silence : CallerInput;

/// <summary>A key that is no option of this step.</summary>
public sealed record OtherKey : CallerInput;

/// <summary>A lone <c>#</c> in a menu: habit after an entry of known length. It counts as nothing.</summary>
public sealed record HabitHash : CallerInput;

/// <summary>An entry ended before it was complete.</summary>
/// <param name="Length">How many digits came.</param>
public sealed record TooShort(int Length) : CallerInput;

/// <summary>Words or keys that mean nothing here.</summary>
/// <param name="Length">How long the input was, in characters; what it was is not kept.</param>
public sealed record NotUnderstood(int Length) : CallerInput;

/// <summary>The caller chose a language in the first entry, by its key or its name.</summary>
/// <param name="Tag">Which one, for example <c>en</c>.</param>
public sealed record LanguageChosen(string Tag) : CallerInput;

/// <summary><c>*</c> in an entry: what was collected is forgotten and collecting goes on without a word.</summary>
public sealed record EntryRestarted : CallerInput;

/// <summary>A complete order number was offered.</summary>
/// <param name="OrderId">The order it belongs to; null if to none. Which of the two must not be audible.</param>
/// <param name="Length">How many digits it had.</param>
/// <param name="Spoken">True when it was spoken: then it is read back before it counts.</param>
public sealed record NumberOffered(string? OrderId, int Length, bool Spoken) : CallerInput;

/// <summary>A complete PIN or one-time code was offered and has been checked. It counts as an attempt.</summary>
/// <param name="Verdict">What the check said.</param>
/// <param name="Orders">The orders that it opens; more than one when a caller's orders share a PIN.</param>
public sealed record PinOffered(PinVerdict Verdict, ValueList<OrderChoice> Orders) : CallerInput
{
    /// <summary>It was a one-time code: it counts as PIN and as step-up.</summary>
    public bool ByCode { get; init; }

    /// <summary>The call comes from the number in the order.</summary>
    public bool FromOwnNumber { get; init; }
}

/// <summary>A complete phone number was typed; the host keeps it apart, encrypted.</summary>
/// <param name="CanBeCalled">False for numbers that are never called back: foreign, premium, emergency.</param>
public sealed record PhoneOffered(bool CanBeCalled) : CallerInput;

/// <summary>A complete company number was typed; the host keeps it apart, encrypted.</summary>
/// <param name="IsValid">Its check digit agrees.</param>
public sealed record CompanyOffered(bool IsValid) : CallerInput;

/// <summary>The caller said in their own words what was asked for; the host keeps the words apart, encrypted.</summary>
/// <param name="Length">How long they are, in characters.</param>
public sealed record WordsTaken(int Length) : CallerInput;

/// <summary>Work that the dialogue asked for has come to an end.</summary>
/// <param name="Result">What came of it.</param>
public sealed record WorkFinished(WorkResult Result) : CallerInput;

/// <summary>Work is not finished within this turn.</summary>
/// <param name="Round">1 for the first turn that ran out of time.</param>
public sealed record StillWorking(int Round) : CallerInput;

/// <summary>The caller's side of the call is gone.</summary>
public sealed record HungUp : CallerInput;

/// <summary>An order among several, told apart by its day.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="OrderedOn">The day it was made.</param>
public sealed record OrderChoice(string OrderId, DateOnly OrderedOn);

/// <summary>What the check of a PIN said.</summary>
public enum PinVerdict
{
    /// <summary>It belongs to the order, and nothing is locked.</summary>
    Right,

    /// <summary>It does not belong to the order, or there is no such order.</summary>
    Wrong,

    /// <summary>Too many failures before: whatever was typed sounds like a wrong PIN.</summary>
    Locked,
}

/// <summary>Commands that every step understands.</summary>
public enum GlobalCommand
{
    /// <summary>A person is wanted: key 0 in a menu, zeros in an entry, or words.</summary>
    Person,

    /// <summary>Say it again.</summary>
    Repeat,

    /// <summary>Say it slowly from now on.</summary>
    Slower,

    /// <summary>Back to the order's menu.</summary>
    Back,

    /// <summary>A moment, please: twenty seconds without a prompt.</summary>
    Wait,

    /// <summary>"I do not know" or "I do not have it".</summary>
    Help,

    /// <summary>"Are you there?"</summary>
    Hello,

    /// <summary>"Goodbye."</summary>
    End,
}
