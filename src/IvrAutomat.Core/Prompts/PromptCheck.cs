using System.Collections.Immutable;
using IvrAutomat.Prompts.Templates;

namespace IvrAutomat.Prompts;

/// <summary>Holds prompt files against what the dialogue passes, so that a wrong slot is found at load and never in a call.</summary>
public static class PromptCheck
{
    /// <summary>Compares every language of the catalogue with every contract.</summary>
    /// <param name="catalogue">The prompts.</param>
    /// <param name="contracts">What the dialogue says.</param>
    /// <param name="complete">
    /// Languages that must have every prompt. In another language a missing prompt is a warning: it is not offered until complete.
    /// </param>
    public static ImmutableArray<PromptFinding> Check(
        PromptCatalogue catalogue, IReadOnlyCollection<PromptContract> contracts, params IReadOnlyCollection<string> complete)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(contracts);
        ArgumentNullException.ThrowIfNull(complete);
        var findings = new List<PromptFinding>();
        foreach (var missing in complete.Where(language => !catalogue.Languages.Contains(language)))
        {
            findings.Add(new(PromptSeverity.Error, "language-missing", missing, 0, "",
                $"There are no prompts in the language '{missing}'.", "Put its files back, or leave the language out of the settings."));
        }

        foreach (var prompts in catalogue.All)
        {
            var severity = complete.Contains(prompts.Language.Tag) ? PromptSeverity.Error : PromptSeverity.Warning;
            foreach (var contract in contracts)
            {
                findings.AddRange(Missing(prompts, contract, severity));
                findings.AddRange(WrongSlots(prompts, contract));
            }

            findings.AddRange(Unused(prompts, contracts));
            findings.AddRange(UnknownVariants(prompts, contracts));
        }

        return [.. findings];
    }

    /// <summary>Whether the language can say everything that the dialogue says: only then is it offered to a caller.</summary>
    public static bool IsComplete(PromptCatalogue catalogue, string language, IEnumerable<PromptContract> contracts)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(contracts);
        return contracts.All(contract => contract.Variants.All(variant => catalogue.Has(language, contract.Key, variant)));
    }

    private static IEnumerable<PromptFinding> Missing(LanguagePrompts prompts, PromptContract contract, PromptSeverity severity)
    {
        foreach (var variant in contract.Variants)
        {
            if (prompts.Find(contract.Key, variant).IsEmpty)
            {
                var what = variant == Variants.Text ? "The prompt" : $"The variant '{variant}' of the prompt";
                yield return new(severity, "key-missing", prompts.Language.Tag, 0, contract.Key,
                    $"{what} is missing in '{prompts.Language.Tag}'.", $"Add it to a file in prompts/{prompts.Language.Tag}.");
            }
        }
    }

    private static IEnumerable<PromptFinding> WrongSlots(LanguagePrompts prompts, PromptContract contract)
    {
        foreach (var variant in Spoken(prompts, contract))
        {
            foreach (var prompt in prompts.Find(contract.Key, variant))
            {
                foreach (var use in prompt.Template.All().OfType<SlotUse>())
                {
                    if (WhyNot(prompts, contract, variant, use) is { } why)
                    {
                        yield return PromptFinding.In(prompt.Source, PromptSeverity.Error, "slot-mismatch",
                            $"{use.Written} in '{contract.Key}' ({variant}): {why}", Remedy(contract, variant)) with
                        { Detail = use.Written };
                    }
                }
            }
        }
    }

    // Variants that the file adds to the text (short, slow, own rungs) are said with the text's slots, so they are held to them.
    private static IEnumerable<string> Spoken(LanguagePrompts prompts, PromptContract contract) =>
        contract.Variants[0] == Variants.Text
            ? contract.Variants.Union(prompts.VariantsOf(contract.Key).Where(Variants.BelongsToText))
            : contract.Variants;

    private static string? WhyNot(LanguagePrompts prompts, PromptContract contract, string variant, SlotUse use)
    {
        if (contract.KindOf(use.Name) is { } kind)
        {
            return use.Accepts(kind) ? null : $"the slot is {kind}.";
        }

        if (variant == Variants.TooShort && LadderSlots.TooShortSlots.FirstOrDefault(slot => slot.Name == use.Name) is { } ladder)
        {
            return use.Accepts(ladder.Kind) ? null : $"the slot is {ladder.Kind}.";
        }

        // A ladder falls back to the step's own question, where the step has one.
        return Variants.IsLadder(variant) && use.Name is LadderSlots.Short or LadderSlots.Full
            && !prompts.Find(contract.Key, use.Name).IsEmpty
            ? null
            : "no such slot is passed.";
    }

    private static string Remedy(PromptContract contract, string variant)
    {
        var slots = contract.Slots.AsEnumerable();
        if (variant == Variants.TooShort)
        {
            slots = slots.Concat(LadderSlots.TooShortSlots);
        }

        var names = string.Join(", ", slots.Select(slot => $"{slot.Name} ({slot.Kind})"));
        return names.Length == 0 ? "The prompt has no slots: use words only." : $"Use only: {names}.";
    }

    private static IEnumerable<PromptFinding> Unused(LanguagePrompts prompts, IReadOnlyCollection<PromptContract> contracts)
    {
        var said = contracts.Select(contract => contract.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var key in prompts.Keys.Where(key => !said.Contains(key) && !Variants.IsLadder(key)).Order(StringComparer.Ordinal))
        {
            // A family ("cancel.confirm") holds ladders for its members and is itself never said.
            if (prompts.VariantsOf(key).All(Variants.IsLadder) && said.Any(each => each.StartsWith(key + ".", StringComparison.Ordinal)))
            {
                continue;
            }

            var source = prompts.All.First(prompt => prompt.Source.Key == key).Source;
            yield return PromptFinding.In(source, PromptSeverity.Warning, "key-unused",
                "Nothing in the conversation says this prompt.", "Check the spelling of the key, or remove it.");
        }
    }

    // "shrot" would never be said, and nobody would miss it.
    private static IEnumerable<PromptFinding> UnknownVariants(LanguagePrompts prompts, IReadOnlyCollection<PromptContract> contracts)
    {
        var asked = contracts.SelectMany(contract => contract.Variants.Select(variant => (contract.Key, variant))).ToHashSet();
        var keys = contracts.Select(contract => contract.Key).ToHashSet(StringComparer.Ordinal);
        return from prompt in prompts.All
               let source = prompt.Source
               where source.Rung == 0 && keys.Contains(source.Key) && !Variants.BelongsToText(source.Variant)
                   && !asked.Contains((source.Key, source.Variant))
               select PromptFinding.In(source, PromptSeverity.Warning, "variant-unused",
                   $"Nothing in the conversation says the variant '{source.Variant}' of this prompt.",
                   "Check its spelling (text, short, full, slow, silence, other-key, too-short, not-understood), or remove it.");
    }
}
