using System.Collections.Immutable;

namespace IvrAutomat.Calls;

/// <summary>What an input came to, before anything is looked up.</summary>
public abstract record Heard;

/// <summary>It means something by itself.</summary>
/// <param name="Input">What it means.</param>
public sealed record Meaning(CallerInput Input) : Heard;

/// <summary>
/// A complete entry, to be looked up or checked by the host before the dialogue learns of it. Its text never prints
/// the digits.
/// </summary>
/// <param name="Candidates">What was typed, or what may have been said, most natural first.</param>
/// <param name="Spoken">True when it was spoken.</param>
public sealed record DigitsHeard(ImmutableArray<string> Candidates, bool Spoken) : Heard
{
    /// <inheritdoc />
    public override string ToString() => nameof(DigitsHeard);
}

/// <summary>The caller's own words, to be kept by the host. Its text never prints them.</summary>
/// <param name="Words">What the recogniser understood.</param>
public sealed record WordsHeard(string Words) : Heard
{
    /// <inheritdoc />
    public override string ToString() => nameof(WordsHeard);
}

/// <summary><c>*</c> in an entry: collecting goes on without a word.</summary>
/// <param name="Collected">What came after the <c>*</c>; it belongs to the entry that goes on.</param>
public sealed record Restarted(string Collected) : Heard
{
    /// <inheritdoc />
    public override string ToString() => nameof(Restarted);
}
