using System.Collections.Immutable;
using IvrAutomat.Language;

namespace IvrAutomat.Calls;

/// <summary>What a step listens for. It says how the next input is to be interpreted, and holds nothing of it.</summary>
public abstract record Listen
{
    /// <summary>Seconds of silence after the prompt, and between keys, before the step counts as silent.</summary>
    public int Seconds { get; init; } = 5;

    /// <summary>False: keys only.</summary>
    public bool Speech { get; init; } = true;

    /// <summary>The greeting's first entry: a lone 7 or 8 in it is a language key and no digit.</summary>
    public bool First { get; init; }

    /// <summary>The languages that this step lets the caller change to; none outside the first entry.</summary>
    public ImmutableArray<LanguageKey> Languages { get; init; } = [];
}

/// <summary>A language that a caller can change to in the first entry.</summary>
/// <param name="Tag">The language.</param>
/// <param name="Key">Its key.</param>
/// <param name="Word">What is said for it.</param>
public sealed record LanguageKey(string Tag, int Key, SpokenCommand Word);

/// <summary>One key, or words for one of the options.</summary>
/// <param name="Options">What can be chosen; 0, 9, <c>*</c> and <c>#</c> have their fixed meaning and are not listed.</param>
public sealed record MenuListen(ImmutableArray<Option> Options) : Listen;

/// <summary>A number that the caller reads from somewhere.</summary>
/// <param name="Kind">Which number.</param>
/// <param name="Lengths">How many digits are complete; one entry: the entry ends by itself.</param>
public sealed record NumberListen(NumberKind Kind, ImmutableArray<int> Lengths) : Listen;

/// <summary>A PIN or a one-time code. What is heard reaches neither the dialogue nor the journal.</summary>
/// <param name="Lengths">How many digits are complete; more than one when a PIN and a code of another length may come.</param>
public sealed record SecretListen(ValueList<int> Lengths) : Listen
{
    /// <summary>How many digits a one-time code has.</summary>
    public const int CodeLength = 6;

    /// <summary>Only a code counts: nothing typed here is a try at a PIN.</summary>
    public bool Code { get; init; }
}

/// <summary>The caller's own words, to be kept as they are: the defect of a complaint. The host holds them, encrypted.</summary>
public sealed record WordsListen : Listen;

/// <summary>Which number an entry asks for.</summary>
public enum NumberKind
{
    /// <summary>The order's number, or another number the shop gave it.</summary>
    Order,

    /// <summary>The phone number on which the caller wants to be called.</summary>
    Callback,

    /// <summary>The phone number that stands in the order.</summary>
    Contact,

    /// <summary>A company's identification number (IČO), whose last digit checks the others.</summary>
    Company,
}

/// <summary>One choice of a menu.</summary>
/// <param name="Name">Its name in the dialogue.</param>
/// <param name="Key">Its key, 1 to 9.</param>
/// <param name="Words">
/// What is said for it; more than one where people name the same thing differently. Empty for an entry of a list, which is also chosen by its
/// place in it ("the second", "the last").
/// </param>
public sealed record Option(string Name, int Key, ImmutableArray<SpokenCommand> Words)
{
    /// <summary>The day that the option stands for; it is chosen by naming that day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The beginning of the window that the option stands for; set together with <see cref="Until"/>.</summary>
    public TimeOnly? From { get; init; }

    /// <summary>The end of the window, not part of it.</summary>
    public TimeOnly? Until { get; init; }

    /// <summary>Names that the option is known by: goods, a place. The words that no other option has choose it.</summary>
    public ImmutableArray<string> Spoken { get; init; } = [];
}
