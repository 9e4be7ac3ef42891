using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IvrAutomat.Prompts;

/// <summary>
/// A value that a prompt says. It knows what it is, not how it sounds: case, gender and preposition belong to the prompt file,
/// words to the language. Equal by value, survives JSON, and never prints what could identify or authorise a caller.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(NumberSlot), "number")]
[JsonDerivedType(typeof(MoneySlot), "money")]
[JsonDerivedType(typeof(DateSlot), "date")]
[JsonDerivedType(typeof(TimeSlot), "time")]
[JsonDerivedType(typeof(WindowSlot), "window")]
[JsonDerivedType(typeof(RangeSlot), "range")]
[JsonDerivedType(typeof(DurationSlot), "duration")]
[JsonDerivedType(typeof(DigitsSlot), "digits")]
[JsonDerivedType(typeof(HeldSlot), "held")]
[JsonDerivedType(typeof(CodeSlot), "code")]
[JsonDerivedType(typeof(OrdinalSlot), "ordinal")]
[JsonDerivedType(typeof(NameSlot), "name")]
[JsonDerivedType(typeof(PlaceSlot), "place")]
[JsonDerivedType(typeof(TextSlot), "text")]
[JsonDerivedType(typeof(ChoiceSlot), "choice")]
[JsonDerivedType(typeof(ListSlot), "list")]
[JsonDerivedType(typeof(UtteranceSlot), "utterance")]
public abstract record SlotValue
{
    private protected SlotValue()
    {
    }

    internal abstract SlotKind Kind { get; }
}

/// <summary>A count; the template gives it case and gender.</summary>
/// <param name="Value">The count.</param>
public sealed record NumberSlot(long Value) : SlotValue
{
    internal override SlotKind Kind => SlotKind.Number;
}

/// <summary>An amount in the shop's currency (crowns, with hellers as decimals).</summary>
/// <param name="Value">The amount; zero is said as "free of charge" where the language does so.</param>
public sealed record MoneySlot(decimal Value) : SlotValue
{
    internal override SlotKind Kind => SlotKind.Money;
}

/// <summary>A calendar day in the shop's time zone.</summary>
/// <param name="Value">The day.</param>
public sealed record DateSlot(DateOnly Value) : SlotValue
{
    internal override SlotKind Kind => SlotKind.Date;
}

/// <summary>A time of day in the shop's time zone.</summary>
/// <param name="Value">The time; seconds are not said.</param>
public sealed record TimeSlot(TimeOnly Value) : SlotValue
{
    internal override SlotKind Kind => SlotKind.Time;
}

/// <summary>A window of hours on one day.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end.</param>
public sealed record WindowSlot(TimeOnly From, TimeOnly To) : SlotValue
{
    internal override SlotKind Kind => SlotKind.Window;
}

/// <summary>A range of counts; <c>plural</c> goes by its upper end, as speech does.</summary>
/// <param name="From">The lower end.</param>
/// <param name="To">The upper end.</param>
public sealed record RangeSlot(long From, long To) : SlotValue
{
    internal override SlotKind Kind => SlotKind.Range;
}

/// <summary>A length of time, said in minutes, hours or days as the language sees fit.</summary>
/// <param name="Value">The length.</param>
public sealed record DurationSlot(TimeSpan Value) : SlotValue
{
    internal override SlotKind Kind => SlotKind.Duration;
}

/// <summary>A position in a row.</summary>
/// <param name="Value">The position, from one.</param>
public sealed record OrdinalSlot(int Value) : SlotValue
{
    internal override SlotKind Kind => SlotKind.Ordinal;
}

/// <summary>A text of the shop's settings; not personal, said as it is.</summary>
/// <param name="Value">The text.</param>
public sealed record TextSlot(string Value) : SlotValue
{
    internal override SlotKind Kind => SlotKind.Text;
}

/// <summary>Chooses a branch of <c>select</c>; an unknown choice takes <c>other</c>.</summary>
/// <param name="Value">The branch's name: "sms", "email".</param>
public sealed record ChoiceSlot(string Value) : SlotValue
{
    internal override SlotKind Kind => SlotKind.Choice;
}

/// <summary>Another utterance said inside this one: the reason of a whisper, the key of an option, a step's question in a ladder.</summary>
/// <param name="Value">What to say.</param>
public sealed record UtteranceSlot(Utterance Value) : SlotValue
{
    internal override SlotKind Kind => SlotKind.Utterance;
}

/// <summary>Utterances said one after another: the options of a menu.</summary>
/// <param name="Values">What to say, in order.</param>
public sealed record ListSlot(ImmutableArray<Utterance> Values) : SlotValue
{
    internal override SlotKind Kind => SlotKind.List;

    /// <summary>Equal when the utterances are equal, one by one.</summary>
    public bool Equals(ListSlot? other) => other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in Values.AsSpan())
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
