using IvrAutomat.Prompts.Templates;

namespace IvrAutomat.Prompts;

/// <summary>Which of the things that the dialogue says are always said in the same words: those can be made into sound before anybody calls.</summary>
public static class FixedPrompts
{
    /// <summary>
    /// The utterances of a language that mention no value, each variant and rung of its own. A rung that repeats its step's question is one of
    /// them where the question is. Messages are not: nobody hears them.
    /// </summary>
    /// <param name="catalogue">The prompts.</param>
    /// <param name="language">The language's code.</param>
    /// <param name="contracts">What the dialogue says.</param>
    public static IEnumerable<Utterance> Of(PromptCatalogue catalogue, string language, IEnumerable<PromptContract> contracts)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(contracts);
        var prompts = catalogue.All.FirstOrDefault(each => each.Language.Tag == language);
        return prompts is null ? [] :
            from contract in contracts
            where !PromptKey.IsWritten(contract.Key)
            from variant in contract.Variants.Union(prompts.VariantsOf(contract.Key))
            where variant != Variants.Option
            from said in Rungs(prompts, new Utterance(contract.Key) { Variant = variant })
            select said;
    }

    /// <summary>Whether a prompt's text mentions no value; false too where the language has no such prompt.</summary>
    /// <param name="catalogue">The prompts.</param>
    /// <param name="language">The language's code.</param>
    /// <param name="key">The prompt's key.</param>
    public static bool IsFixed(PromptCatalogue catalogue, string language, string key)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.Has(language, key) && IsFixed(catalogue.All.First(each => each.Language.Tag == language), new Utterance(key));
    }

    private static IEnumerable<Utterance> Rungs(LanguagePrompts prompts, Utterance what)
    {
        var rungs = prompts.Find(what.Key, what.Variant);
        return Enumerable.Range(0, rungs.Length).Select(rung => what with { Rung = rung }).Where(said => IsFixed(prompts, said));
    }

    private static bool IsFixed(LanguagePrompts prompts, Utterance what) => prompts.Find(what).Parts.All(part => part switch
    {
        Literal => true,
        SlotText { Name: LadderSlots.Short or LadderSlots.Full } question when Variants.IsLadder(what.Variant) => IsFixed(prompts, what.As(question.Name)),
        _ => false,
    });
}
