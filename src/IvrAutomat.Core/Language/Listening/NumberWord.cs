namespace IvrAutomat.Language;

/// <summary>The part a word plays in a dictated number.</summary>
internal enum NumberWordKind
{
    /// <summary>Zero to nine; <see cref="NumberWord.Value"/> is the digit.</summary>
    Digit,

    /// <summary>Ten to nineteen.</summary>
    Teen,

    /// <summary>Twenty, thirty … ninety.</summary>
    Ten,

    /// <summary>Twenty-one to ninety-nine said unit first: "pětadvacet".</summary>
    Inverted,

    /// <summary>The first half of the former, written apart by the recogniser: "pěta".</summary>
    InvertedHead,

    /// <summary>A hundred alone: "sto".</summary>
    Hundred,

    /// <summary>Hundreds after their count: "stě", "sta", "set". Kept apart from "sto", so that "jedna sto" is never one word.</summary>
    Hundreds,

    /// <summary>Thousand, million, milliard.</summary>
    Scale,

    /// <summary>A digit noun in the plural, as it stands after a count: "nuly", "pětek".</summary>
    PluralDigit,

    /// <summary>"Dvakrát", "trojitá": the next group so many times.</summary>
    Times,

    /// <summary>"Krát" after a number.</summary>
    TimesSign,

    /// <summary>Digits as the recogniser wrote them; <see cref="NumberWord.Text"/> holds them with their leading zeros.</summary>
    Written,

    /// <summary>What was said before does not count.</summary>
    Restart,

    /// <summary>"Ne": a restart when digits follow, but at the end only a tag question ("…nula jedna, ne?").</summary>
    No,
}

/// <summary>One word of a dictated number.</summary>
/// <param name="Kind">Its part.</param>
/// <param name="Value">Its value; the count for <see cref="NumberWordKind.Times"/>.</param>
/// <param name="Text">The written digits of <see cref="NumberWordKind.Written"/>, else empty.</param>
/// <param name="Gap">What stood between it and the number word before.</param>
internal readonly record struct NumberWord(NumberWordKind Kind, long Value, string Text, NumberGap Gap);

/// <summary>What separates two number words. A group rarely reaches over a pause.</summary>
internal enum NumberGap
{
    /// <summary>Nothing, or a hesitation that says nothing.</summary>
    None,

    /// <summary>"A", as in "pět a dvacet".</summary>
    And,

    /// <summary>Punctuation, a separator or a foreign word.</summary>
    Pause,
}
