using System.Collections.Frozen;
using System.Collections.Immutable;
using IvrAutomat.Language;
using IvrAutomat.Prompts.Lint;
using IvrAutomat.Prompts.Templates;

namespace IvrAutomat.Prompts;

/// <summary>
/// Everything the automat can say, in all languages, parsed and ready. Immutable: a changed file makes a whole new catalogue, which
/// replaces this one at once, so a turn never speaks from two sets. Made by <see cref="PromptSet"/>.
/// </summary>
public sealed class PromptCatalogue
{
    private readonly FrozenDictionary<string, LanguagePrompts> _languages;

    internal PromptCatalogue(IEnumerable<LanguagePrompts> languages, ImmutableArray<PromptText> texts, string hash)
    {
        Texts = texts;
        _languages = languages.ToFrozenDictionary(each => each.Language.Tag, StringComparer.Ordinal);
        Hash = hash;
    }

    /// <summary>What it was made of: with it a call can be replayed in the very words it heard.</summary>
    public ImmutableArray<PromptText> Texts { get; }

    /// <summary>SHA-256 of all keys and texts, in hexadecimal; the same for the same content however it is split into files.</summary>
    public string Hash { get; }

    /// <summary>Codes of the languages that have prompts, in alphabetical order. Having some is not being complete.</summary>
    public ImmutableArray<string> Languages => [.. _languages.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether the language can say this, by a fallback too.</summary>
    public bool Has(string language, string key, string variant = Variants.Text) =>
        _languages.TryGetValue(language, out var prompts) && !prompts.Find(key, variant).IsEmpty;

    /// <summary>The words to speak: plain text without markup, numbers in words.</summary>
    /// <param name="language">The language's code.</param>
    /// <param name="what">What to say.</param>
    /// <param name="today">Today in the shop's time zone; "tomorrow" is counted from it.</param>
    /// <exception cref="PromptException">The prompt does not exist, or a slot is missing or of another kind.</exception>
    public string Speak(string language, Utterance what, DateOnly today)
    {
        var prompts = In(language, what);
        return new Rendering(prompts, prompts.Spoken, today).Text(what);
    }

    /// <summary>The same as a message: dates, times and money in digits; a text message without diacritics, an e-mail with them.</summary>
    /// <inheritdoc cref="Speak" />
    public string Write(string language, Utterance what, DateOnly today)
    {
        var prompts = In(language, what);
        var text = new Rendering(prompts, prompts.Written, today).Text(what);
        return PromptKey.IsWritten(what.Key) && !PromptKey.IsText(what.Key) ? text : PlainText.Of(text);
    }

    /// <summary>What callers say in the language; nothing when it has no words file.</summary>
    public SpokenWords Words(string language) => _languages.TryGetValue(language, out var prompts) ? prompts.Words : SpokenWords.None;

    /// <summary>Estimated seconds a caller listens to the text, without interrupting it.</summary>
    /// <param name="language">The language's code; all languages are estimated alike so far.</param>
    /// <param name="text">The words as <see cref="Speak"/> gives them.</param>
    public double Seconds(string language, string text)
    {
        return _languages.ContainsKey(language)
            ? HeardSeconds.Of(text)
            : throw new ArgumentException($"There are no prompts in the language '{language}'.", nameof(language));
    }

    /// <summary>
    /// A text with example values, rather long than short, as somebody would hear or read it; null when there is no such text, or
    /// when it uses a slot in two ways that no value fits.
    /// </summary>
    /// <param name="language">The language's code.</param>
    /// <param name="key">The prompt's key.</param>
    /// <param name="variant">The variant, written under this very key.</param>
    /// <param name="rung">The place in a list, from zero.</param>
    public string? Example(string language, string key, string variant, int rung)
    {
        if (!_languages.TryGetValue(language, out var prompts) || prompts.Own(key, variant) is var rungs && (uint)rung >= (uint)rungs.Length)
        {
            return null;
        }

        try
        {
            var example = PromptExamples.Of(prompts, rungs[rung]);
            return PromptKey.IsWritten(key) ? Write(language, example, PromptExamples.Today) : Speak(language, example, PromptExamples.Today);
        }
        catch (PromptException)
        {
            return null;
        }
    }

    internal IEnumerable<LanguagePrompts> All => _languages.Values.OrderBy(each => each.Language.Tag, StringComparer.Ordinal);

    private LanguagePrompts In(string language, Utterance what)
    {
        ArgumentNullException.ThrowIfNull(what);
        return _languages.TryGetValue(language, out var prompts)
            ? prompts
            : throw new PromptException(what.Key, slot: null, $"There are no prompts in the language '{language}'.");
    }
}
