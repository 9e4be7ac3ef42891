using IvrAutomat.Prompts.Templates;

namespace IvrAutomat.Prompts.Lint;

/// <summary>
/// What a prompt says in one language and not in another: a day that only Czech callers hear is an omission. Only where both have the
/// same variant, because a language may do without a variant of another.
/// </summary>
internal static class LanguageLint
{
    /// <summary>Holds every language against the first.</summary>
    public static IEnumerable<PromptFinding> Of(IReadOnlyList<LanguagePrompts> languages)
    {
        if (languages.Count < 2)
        {
            yield break;
        }

        var first = languages[0];
        foreach (var other in languages.Skip(1))
        {
            foreach (var (key, variant, texts) in other.All.GroupBy(prompt => (prompt.Source.Key, prompt.Source.Variant))
                .Select(group => (group.Key.Key, group.Key.Variant, group.ToList())))
            {
                var theirs = first.Own(key, variant);
                // Rungs of a ladder are worded freely.
                if (theirs.IsEmpty || Variants.IsLadder(variant) || Variants.IsLadder(key))
                {
                    continue;
                }

                var (missing, added) = Differences(Mentioned(theirs), Mentioned(texts));
                if (missing.Count > 0 || added.Count > 0)
                {
                    yield return PromptFinding.In(texts[0].Source, PromptSeverity.Warning, "languages-differ",
                        $"The language '{first.Language.Tag}' says {Said(missing)}, '{other.Language.Tag}' says {Said(added)} ({variant}).",
                        $"Say the same in both; the other text is in {theirs[0].Source.File}, line {theirs[0].Source.Line}.") with
                    { Detail = string.Join(", ", missing.Concat(added)) };
                }
            }
        }
    }

    private static (List<string> Missing, List<string> Added) Differences(HashSet<string> first, HashSet<string> other) =>
        ([.. first.Except(other, StringComparer.Ordinal).Order(StringComparer.Ordinal)], [.. other.Except(first, StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    private static string Said(List<string> slots) => slots.Count == 0 ? "nothing besides" : string.Join(", ", slots);

    // A plural only agrees with a number beside it, and languages agree in different places; a choice brings other facts with each branch.
    private static HashSet<string> Mentioned(IEnumerable<ParsedPrompt> prompts)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in prompts.SelectMany(prompt => prompt.Template.All()).OfType<SlotUse>())
        {
            names.Add($"{{{use.Name}}}");
            if (use is Select select)
            {
                names.UnionWith(select.Cases.Select(each => $"{{{use.Name}: {each.Value}}}"));
            }
        }

        return names;
    }
}
