using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Studio;
using IvrAutomat.Web.Tests.Conventions;

namespace IvrAutomat.Web.Tests.Studio;

/// <summary>What the pages of the studio say of the flow and of findings has words in each language of the pages.</summary>
public sealed partial class StudioWordsTests
{
    public static TheoryData<string> Languages => [.. ConsoleTexts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryStateTriggerWorkAndPartOfTheFlow_HasAName(string language)
    {
        var t = ConsoleTexts.In(language);
        Assert.All(ShopDialogue.Flow.Edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct(), state => Assert.NotNull(t.Find("step", state.Name)));
        Assert.All(ShopDialogue.Flow.Edges.Select(edge => edge.Trigger).Distinct(), trigger => Assert.NotNull(SpokenWhere.Name(t, trigger)));
        Assert.All(typeof(Work).GetCustomAttributes<JsonDerivedTypeAttribute>(), work => Assert.NotNull(t.Find("request", $"{work.TypeDiscriminator}")));
        Assert.All(DialoguePrompts.Contracts.SelectMany(contract => DialoguePrompts.UsesOf(contract.Key)).Select(use => use.Part).Distinct(), part => Assert.NotNull(t.Find("studio.use", part)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryRuleThatPromptsAreJudgedBy_HasWords(string language)
    {
        string[] folders = [Repository.At("src", "IvrAutomat.Core", "Prompts"), Repository.At("src", "IvrAutomat.Web", "Prompts")];
        var rules = folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            // An announcement is judged on a page of its own, with its own words.
            .Where(file => Path.GetFileName(file) != "AnnouncementLint.cs")
            .SelectMany(file => Rule().Matches(File.ReadAllText(file))).Select(match => match.Groups["rule"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string> { "yaml-syntax", "apology", "phrase-ambiguous", "file-encoding", "key-missing" }, rules);
        var t = ConsoleTexts.In(language);
        Assert.All(rules, rule => Assert.NotNull(t.Find("studio.rule", rule)));
    }

    [Theory]
    [InlineData("Kdy vám zavoláme? dnes odpoledne, jednička. v úterý dopoledne, dvojka.", "Kdy vám zavoláme? Dnes odpoledne, jednička. V úterý dopoledne, dvojka.")]
    [InlineData("zítra, č. p. 5 a s.r.o. dole", "Zítra, č. p. 5 a s.r.o. dole")]
    public void WhatIsSpoken_IsWrittenInSentences(string spoken, string written) => Assert.Equal(written, Pieces.Sentences(spoken));

    // A rule stands behind its severity, or in front of what is wrong, which begins a sentence.
    [GeneratedRegex(@"(?:severity|PromptSeverity\.\w+), ""(?<rule>[a-z-]+)""|""(?<rule>[a-z]+(?:-[a-z]+)*)"",\s*\$?""(?:[A-Z]|'?\{)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Rule();
}
