using System.Collections.Immutable;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// Listens to the caller. It is not a <see cref="Step"/>: the only way to put one into a document is
/// <see cref="TwimlDocument.Listen"/>, which also says what happens when nothing comes. The carrier reports silence and a lone
/// finishing key in the same way: it goes on with the next verb.
/// </summary>
/// <param name="Action">Requested with <c>Digits</c> or <c>SpeechResult</c>. Explicit, because the default is the current document.</param>
internal sealed record Gather(string Action)
{
    /// <summary>What is played while keys already count. A key stops it; a voice need not.</summary>
    public ImmutableArray<Prompt> Prompts { get; init; } = [];

    /// <summary>What counts as input.</summary>
    /// <value>The default is keys only.</value>
    public GatherInput Input { get; init; }

    /// <summary>The number of keys after which the entry is sent at once; none when the length is open.</summary>
    public int? NumDigits { get; init; }

    /// <summary>The key that ends an entry and is not part of it.</summary>
    /// <value>The default is <see cref="FinishKey.Hash"/>, the carrier's own.</value>
    public FinishKey FinishOnKey { get; init; }

    /// <summary>Silence after the prompts, and between two keys, that ends listening; in whole seconds, rounded up.</summary>
    /// <value>The default is 5 seconds; from 1 to 600 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Silence that ends a spoken answer, in whole seconds; none leaves it to the carrier (<c>auto</c>).</summary>
    public TimeSpan? SpeechTimeout { get; init; }

    /// <summary>The recogniser; none leaves the choice to the carrier, which then also switches between providers.</summary>
    /// <remarks>With a model named, <see cref="SpeechTimeout"/> is required: the carrier refuses <c>auto</c> then.</remarks>
    public string? SpeechModel { get; init; }

    /// <summary>The language recognised, as a BCP 47 tag; written only when speech counts.</summary>
    /// <value>The default is <c>cs-CZ</c>.</value>
    public string Language { get; init; } = "cs-CZ";

    /// <summary>Words and phrases likely to come: at most 500, each at most 100 characters and without a comma.</summary>
    public ImmutableArray<string> Hints { get; init; } = [];

    /// <summary>Whether an empty result is reported to <see cref="Action"/> instead of going on with the next verb.</summary>
    public bool ActionOnEmptyResult { get; init; }
}

/// <summary>What a <see cref="Gather"/> takes as input.</summary>
internal enum GatherInput
{
    /// <summary>Keys.</summary>
    Keys,

    /// <summary>Speech.</summary>
    Speech,

    /// <summary>Whichever comes first.</summary>
    KeysAndSpeech,
}

/// <summary>The key that ends an entry.</summary>
internal enum FinishKey
{
    /// <summary><c>#</c></summary>
    Hash,

    /// <summary><c>*</c></summary>
    Star,

    /// <summary>No key does: <c>#</c> and <c>*</c> are data like any other.</summary>
    None,
}
