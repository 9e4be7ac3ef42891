using System.Globalization;
using IvrAutomat.Prompts;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Prompts.Editing;

namespace IvrAutomat.Web.Studio;

/// <summary>Pieces that several pages of the studio show in the same way.</summary>
internal static class StudioPieces
{
    /// <summary>Style and script of the studio, beside those of the console.</summary>
    public static Markup Assets { get; } = Markup.Of($"""
        <link rel="stylesheet" href="/console/assets/studio.css"><script type="module" src="/console/assets/studio.js"></script>
        """);

    /// <summary>The page of a prompt.</summary>
    public static string PathOf(string key) => $"/studio/prompt/{Uri.EscapeDataString(key)}";

    /// <summary>The name of a language in the language of the page.</summary>
    public static string Language(ConsoleTexts t, string tag) => t.Name("studio.language", tag);

    /// <summary>The name of a variant and its place in a list.</summary>
    public static string Variant(ConsoleTexts t, PromptPlace place) =>
        t.Name("studio.variant", place.Variant) + (place.Rung == 0 ? "" : $" {place.Rung + 1}");

    /// <summary>Which text it is, with a way to its page.</summary>
    public static Markup Place(ConsoleTexts t, PromptPlace place) => Markup.Of(
        $"""<a href="{PathOf(place.Key)}">{place.Key}</a> <span class="tag">{Language(t, place.Language)}</span> {Variant(t, place)}""");

    /// <summary>Seconds as heard.</summary>
    public static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s");

    /// <summary>Two texts: what goes and what comes.</summary>
    public static Markup Change(ConsoleTexts t, string before, string after) => Markup.Of($"""
        <dl class="change"><dt>{t["studio.before"]}</dt><dd>{WordDiff.Before(before, after)}</dd><dt>{t["studio.after"]}</dt><dd>{WordDiff.After(before, after)}</dd></dl>
        """);

    /// <summary>What a text should do better, in the words of the page.</summary>
    public static Markup Findings(ConsoleTexts t, IEnumerable<PromptFinding> findings) => Markup.Of($"""
        <ul class="findings">{findings.Select(finding => Markup.Of($"""<li class="{(finding.Severity == PromptSeverity.Error ? "bad" : "remark")}">{Words(t, finding)}</li>"""))}</ul>
        """);

    /// <summary>Where a finding is: file, line, and the prompt with the way to its page.</summary>
    public static Markup Where(PromptFinding finding) => Markup.Of(
        $"""<code>{finding.File}{(finding.Line > 0 ? $":{finding.Line}" : "")}</code> {Markup.If(finding.Key.Length > 0, () => Markup.Of($"""<a href="{PathOf(finding.Key)}">{finding.Key}</a>"""))}""");

    /// <summary>That files on the disk cannot be used, each place and what to do; nothing while they can.</summary>
    public static Markup Broken(ConsoleTexts t, IReadOnlyCollection<PromptFinding> problems) => Markup.If(problems.Count > 0, () => Markup.Of($"""
        <div class="card broken" role="alert"><p class="bad">{t["studio.broken"]}</p>
        <ul class="findings">{problems.Select(problem => Markup.Of($"""<li class="bad">{Where(problem)} {Words(t, problem)}</li>"""))}</ul>
        <p>{t["studio.broken-help"]}</p></div>
        """));

    /// <summary>A finding in the words of the page; as the check command says it where the page has none.</summary>
    public static string Words(ConsoleTexts t, PromptFinding finding) =>
        t.Name("studio.rule", finding.Rule) is var words && words != finding.Rule
            ? string.Format(CultureInfo.InvariantCulture, words, finding.Detail)
            : $"{finding.Message} {finding.Remedy}";

    /// <summary>The hidden fields that say which text a form is about.</summary>
    public static Markup Fields(PromptPlace place) => Markup.Of($"""
        <input type="hidden" name="language" value="{place.Language}"><input type="hidden" name="key" value="{place.Key}"><input type="hidden" name="variant" value="{place.Variant}"><input type="hidden" name="rung" value="{place.Rung}">
        """);

    /// <summary>The text that a form is about; null when the form is none of ours.</summary>
    public static PromptPlace? PlaceOf(IFormCollection form) =>
        form["language"].ToString() is { Length: > 0 } language && form["key"].ToString() is { Length: > 0 } key && form["variant"].ToString() is { Length: > 0 } variant
        && int.TryParse(form["rung"], NumberStyles.None, CultureInfo.InvariantCulture, out var rung)
            ? new(language, key, variant, rung) : null;
}
