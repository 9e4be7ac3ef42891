namespace IvrAutomat.Prompts;

// These values name a person or open an order. A record prints its members, and what can be printed ends in a log one day:
// so these print only what they are.

/// <summary>Digits read one by one: an order number, the end of a phone number. May hold letters and signs.</summary>
/// <param name="Value">The digits.</param>
public sealed record DigitsSlot(string Value) : SlotValue
{
    internal override SlotKind Kind => SlotKind.Digits;

    /// <inheritdoc />
    public override string ToString() => "DigitsSlot(hidden)";
}

/// <summary>
/// What the host keeps encrypted. A decision names it, the journal stores the name, and the host puts the value in with
/// <see cref="Utterance.Fill"/> just before speaking.
/// </summary>
/// <param name="Name">The name under which the host holds the value; not the value.</param>
/// <param name="As">What the value is once it is filled in: digits, a name or a place.</param>
public sealed record HeldSlot(string Name, SlotKind As = SlotKind.Digits) : SlotValue
{
    internal override SlotKind Kind => As;

    internal SlotValue Fill(string value) => As switch
    {
        SlotKind.Digits => new DigitsSlot(value),
        SlotKind.Name => new NameSlot(value),
        SlotKind.Place => new PlaceSlot(value),
        _ => throw new InvalidOperationException($"A held value cannot be said as {As}: only digits, names and places are held."),
    };
}

/// <summary>
/// Stands where a held value was said and is not kept any more, or must not be shown: words that say so, in the place of the value. Only a
/// replay puts it in; no caller ever hears it.
/// </summary>
/// <param name="Text">What stands there, as it is.</param>
/// <param name="As">What the value was.</param>
public sealed record WithheldSlot(string Text, SlotKind As) : SlotValue
{
    internal override SlotKind Kind => As;
}

/// <summary>A code read slowly, sign by sign.</summary>
/// <param name="Value">The code.</param>
public sealed record CodeSlot(string Value) : SlotValue
{
    internal override SlotKind Kind => SlotKind.Code;

    /// <inheritdoc />
    public override string ToString() => "CodeSlot(hidden)";
}

/// <summary>A name, in the nominative: of a person, of goods.</summary>
/// <param name="Value">The name as the shop writes it.</param>
public sealed record NameSlot(string Value) : SlotValue
{
    internal override SlotKind Kind => SlotKind.Name;

    /// <inheritdoc />
    public override string ToString() => "NameSlot(hidden)";
}

/// <summary>A street, a town, a pick-up point, in the nominative.</summary>
/// <param name="Value">The place as the shop writes it.</param>
public sealed record PlaceSlot(string Value) : SlotValue
{
    internal override SlotKind Kind => SlotKind.Place;

    /// <inheritdoc />
    public override string ToString() => "PlaceSlot(hidden)";
}
