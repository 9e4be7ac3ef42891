using System.Collections.Frozen;
using System.Collections.Immutable;
using IvrAutomat.Language;
using IvrAutomat.Prompts.Templates;

namespace IvrAutomat.Prompts;

/// <summary>One text with where it was read.</summary>
internal sealed record ParsedPrompt(PromptText Source, Template Template);

/// <summary>All prompts of one language, found by key and variant. Immutable.</summary>
internal sealed class LanguagePrompts
{
    private readonly FrozenDictionary<string, ImmutableArray<(string Variant, ImmutableArray<ParsedPrompt> Rungs)>> _prompts;

    public LanguagePrompts(SpokenLanguage language, IEnumerable<ParsedPrompt> prompts, SpokenWords words)
    {
        Words = words;
        Language = language;
        Spoken = new SpokenForms(language);
        Written = SlotForms.WrittenIn(language);
        _prompts = prompts
            .GroupBy(prompt => prompt.Source.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group
                    .GroupBy(prompt => prompt.Source.Variant, StringComparer.Ordinal)
                    .Select(variant => (variant.Key, variant.OrderBy(prompt => prompt.Source.Rung).ToImmutableArray()))
                    .ToImmutableArray(),
                StringComparer.Ordinal);
    }

    public SpokenLanguage Language { get; }

    public SlotForms Spoken { get; }

    /// <summary>Values as text messages write them.</summary>
    public SlotForms Written { get; }

    /// <summary>What callers say.</summary>
    public SpokenWords Words { get; }

    public ImmutableArray<string> Keys => _prompts.Keys;

    public IEnumerable<ParsedPrompt> All => _prompts.Values.SelectMany(variants => variants).SelectMany(variant => variant.Rungs);

    public Template Find(Utterance what)
    {
        var rungs = Find(what.Key, what.Variant);
        return rungs.IsEmpty
            ? throw new PromptException(what.Key, slot: null, $"The language '{Language.Tag}' has no prompt '{what.Key}' ({what.Variant}).")
            : rungs[Math.Clamp(what.Rung, 0, rungs.Length - 1)].Template;
    }

    /// <summary>
    /// The rungs that would be said: the prompt's own, else what the variant falls back to. A ladder is looked for in the family
    /// first ("cancel.confirm" for "cancel.confirm.card"), then among the shared ones. Empty when there are none.
    /// </summary>
    public ImmutableArray<ParsedPrompt> Find(string key, string variant)
    {
        var own = Own(key, variant);
        return !own.IsEmpty ? own
            : Variants.FallsBackToText(variant) ? Own(key, Variants.Text)
            : Variants.IsLadder(variant) ? Ladder(key, variant)
            : [];
    }

    private ImmutableArray<ParsedPrompt> Ladder(string key, string variant)
    {
        for (var dot = key.LastIndexOf('.'); dot > 0; dot = key.LastIndexOf('.', dot - 1))
        {
            var family = Own(key[..dot], variant);
            if (!family.IsEmpty)
            {
                return family;
            }
        }

        return Own(variant, Variants.Text);
    }

    /// <summary>The rungs written under this very key and variant.</summary>
    public ImmutableArray<ParsedPrompt> Own(string key, string variant)
    {
        if (_prompts.TryGetValue(key, out var variants))
        {
            foreach (var (name, rungs) in variants)
            {
                if (name == variant)
                {
                    return rungs;
                }
            }
        }

        return [];
    }

    public IEnumerable<string> VariantsOf(string key) =>
        _prompts.TryGetValue(key, out var variants) ? variants.Select(each => each.Variant) : [];
}
