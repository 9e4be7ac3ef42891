using IvrAutomat.Language;
using IvrAutomat.Prompts;
using IvrAutomat.Prompts.Lint;
using IvrAutomat.Prompts.Templates;

namespace IvrAutomat.Core.Tests.Prompts;

/// <summary>Small prompt sets for tests.</summary>
internal static class Sets
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static PromptText Text(string key, string text, string variant = Variants.Text, int rung = 0, int line = 1) =>
        new("cs", "cs/test.yaml", line, key, variant, rung, text);

    public static PromptSet Parse(params PromptText[] texts) => PromptSet.Parse(texts, [Czech.Instance]);

    /// <summary>The rules that a single text of a language breaks.</summary>
    public static IEnumerable<string> StyleIn(string language, string text)
    {
        var words = LintWords.Of(language);
        var prompt = new ParsedPrompt(Text("it", text), TemplateParser.Parse(text));
        return StyleLint.Of(prompt, words).Concat(PhrasingLint.Of(prompt, words)).Select(finding => finding.Rule);
    }

    /// <summary>The findings of the same prompts in two languages.</summary>
    public static IEnumerable<PromptFinding> InTwo(PromptText[] czech, PromptText[] english) => PromptSet.Parse(
        [.. czech, .. english.Select(text => text with { Language = "en", File = "en/test.yaml" })], [Czech.Instance, English.Instance]).Findings;

    public static PromptCatalogue Catalogue(params PromptText[] texts)
    {
        var set = Parse(texts);
        Assert.True(set.Catalogue is not null, string.Join(Environment.NewLine, set.Findings));
        return set.Catalogue;
    }

    public static string Speak(this PromptCatalogue catalogue, Utterance what) => catalogue.Speak("cs", what, Today);

    /// <summary>Speaks one template with these slots.</summary>
    public static string Say(string template, params (string, SlotValue)[] slots) =>
        Catalogue(Text("it", template)).Speak(new Utterance("it") { Slots = Slots.Of(slots) });
}
