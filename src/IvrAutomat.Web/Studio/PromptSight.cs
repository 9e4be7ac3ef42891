using System.Collections.Immutable;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Prompts;

namespace IvrAutomat.Web.Studio;

/// <summary>The live prompts as the studio lists them.</summary>
internal sealed class PromptSight(PromptLibrary library)
{
    // As a caller meets them; a file of another name comes last.
    private static readonly string[] InACall =
    [
        "greeting", "identification", "status", "menu", "parcel", "cancel", "payment", "return", "complaint", "invoice",
        "task", "handover", "ladders", "keys", "goodbye", "sms", "email",
    ];

    /// <summary>The parts of the conversation, in the order of a call, with the prompts that have the wanted word in key or text.</summary>
    public IEnumerable<PromptPart> Parts(string wanted) =>
        from text in library.Current.Texts
        group text by text.Key into prompt
        let first = prompt.First()
        where Has(prompt, wanted)
        group Line(prompt.Key, [.. prompt]) by PartOf(first) into part
        orderby OrderOf(part.Key), part.Key
        select new PromptPart(part.Key, [.. part]);

    /// <summary>The texts of one prompt by language, variants in the order of the file; empty when there is no such prompt.</summary>
    public ImmutableArray<(string Language, ImmutableArray<PromptText> Texts)> Of(string key) =>
        [.. library.Current.Texts.Where(text => text.Key == key).GroupBy(text => text.Language, StringComparer.Ordinal)
            .Select(language => (language.Key, language.ToImmutableArray()))];

    /// <summary>Whether it is read, not heard.</summary>
    public static bool IsMessage(string key) => key.StartsWith("sms.", StringComparison.Ordinal) || key.StartsWith("email.", StringComparison.Ordinal);

    private PromptLine Line(string key, PromptText[] texts) => new(
        key, texts.GroupBy(text => text.Language, StringComparer.Ordinal).ToDictionary(language => language.Key, language => language.First(), StringComparer.Ordinal),
        texts.Length, library.Warnings.Count(finding => finding.Key == key && finding.Severity == PromptSeverity.Warning));

    private static bool Has(IEnumerable<PromptText> prompt, string wanted) => wanted.Length == 0
        || prompt.Any(text => text.Key.Contains(wanted, StringComparison.OrdinalIgnoreCase) || text.Text.Contains(wanted, StringComparison.OrdinalIgnoreCase));

    private static string PartOf(PromptText text) => Path.GetFileNameWithoutExtension(text.File);

    private static int OrderOf(string part) => Array.IndexOf(InACall, part) is >= 0 and var at ? at : InACall.Length;
}

/// <summary>A part of the conversation: the prompts of one file.</summary>
internal sealed record PromptPart(string Name, ImmutableArray<PromptLine> Prompts);

/// <summary>One prompt in a list.</summary>
/// <param name="Key">Its key.</param>
/// <param name="First">Its first text, by language.</param>
/// <param name="Texts">How many texts it has in all languages.</param>
/// <param name="Remarks">How many remarks the lint has.</param>
internal sealed record PromptLine(string Key, Dictionary<string, PromptText> First, int Texts, int Remarks);
