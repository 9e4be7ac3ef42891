using System.Collections.Concurrent;
using IvrAutomat.Calls;
using IvrAutomat.Language;
using IvrAutomat.Prompts;
using IvrAutomat.Prompts.Words;
using YamlDotNet.RepresentationModel;

namespace IvrAutomat.Core.Tests.Language;

/// <summary>The words files of the repository: what callers say is tested with what the product ships.</summary>
internal static class ShippedWords
{
    private static readonly ConcurrentDictionary<string, SpokenWords> Tables = new(StringComparer.Ordinal);

    public static readonly DateOnly Today = new(2026, 11, 23);

    public static SpokenCommand? Command(this SpokenLanguage language, string speech, IReadOnlySet<SpokenCommand> expected)
        => language.Command(speech, expected, Of(language));

    public static Tongue Tongue(SpokenLanguage language) => new(language, Of(language), Today);

    public static SpokenWords Of(SpokenLanguage language) => Tables.GetOrAdd(language.Tag, _ =>
    {
        var findings = new List<PromptFinding>();
        var table = WordTable.Parse(language, Texts(language.Tag), findings);
        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
        return table;
    });

    public static IEnumerable<WordText> Texts(string tag)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Root(), "prompts", tag, "words.yaml"))));
        foreach (var (key, value) in (YamlMappingNode)yaml.Documents[0].RootNode)
        {
            var lists = value is YamlMappingNode weights
                ? weights.Select(pair => (Weight: ((YamlScalarNode)pair.Key).Value!, List: (YamlSequenceNode)pair.Value))
                : [("clear", (YamlSequenceNode)value)];
            foreach (var (weight, list) in lists)
            {
                foreach (var phrase in list.Cast<YamlScalarNode>())
                {
                    yield return new WordText(tag, tag + "/words.yaml", (int)phrase.Start.Line, ((YamlScalarNode)key).Value!, weight, phrase.Value!);
                }
            }
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IvrAutomat.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository is not above the tests.");
        }

        return folder.FullName;
    }
}
