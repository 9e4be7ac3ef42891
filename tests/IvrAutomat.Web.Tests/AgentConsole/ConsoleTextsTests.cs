using System.Text.RegularExpressions;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Tests.Conventions;

namespace IvrAutomat.Web.Tests.AgentConsole;

/// <summary>The words of the pages.</summary>
public sealed partial class ConsoleTextsTests
{
    [Fact]
    public void EveryLanguage_HasTheSameKeys_WithTheSamePlaces()
    {
        var own = ConsoleTexts.In(ConsoleTexts.Languages[0]);
        Assert.All(ConsoleTexts.Languages.Select(ConsoleTexts.In), texts =>
        {
            Assert.Equal(own.Keys.Order(StringComparer.Ordinal), texts.Keys.Order(StringComparer.Ordinal));
            Assert.All(own.Keys, key => Assert.Equal((key, Places(own[key])), (key, Places(texts[key]))));
        });
    }

    [Fact]
    public void EveryKeyThatAPageAsksFor_IsThere()
    {
        var asked = Directory.EnumerateFiles(Repository.At("src", "IvrAutomat.Web", "AgentConsole"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.At("src", "IvrAutomat.Web", "Studio"), "*.cs"))
            .SelectMany(file => Asked().Matches(File.ReadAllText(file))).Select(match => match.Groups["key"].Value).Distinct().ToArray();
        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(ConsoleTexts.In(null).Keys));
    }

    private static string Places(string text) => string.Concat(Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"(?:\bT|\btexts)(?:\[|\.Fill\()""(?<key>[^""{}]+)""", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{\d\}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Place();
}
