using IvrAutomat.Prompts;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Prompts.Editing;

namespace IvrAutomat.Web.Tests.Prompts.Editing;

public sealed class PromptFileEditTests
{
    // Each line of a file and what it has to become when the one text "Starý." is replaced by "Nový.".
    [Theory]
    [InlineData("a: Starý.\n", "a: Nový.\n")]
    [InlineData("a:   \"Starý.\"   # proč\n", "a:   \"Nový.\"   # proč\n")]
    [InlineData("a: 'Starý.'\r\nb: Jiný.\r\n", "a: 'Nový.'\r\nb: Jiný.\r\n")]
    [InlineData("a: { text: Starý., short: Ne. }\n", "a: { text: Nový., short: Ne. }\n")]
    [InlineData("# úvod\n\na:\n  - \"Starý.\"\n  - \"Druhý.\"\n", "# úvod\n\na:\n  - \"Nový.\"\n  - \"Druhý.\"\n")]
    [InlineData("a:\n  text: >-   # skládaný\n    Starý.\n\n  # poznámka\n  short: Ne.\n", "a:\n  text: >-   # skládaný\n    Nový.\n\n  # poznámka\n  short: Ne.\n")]
    [InlineData("a: |\r\n      Starý.\r\nb: Ne.\r\n", "a: |\r\n      Nový.\r\nb: Ne.\r\n")]
    [InlineData("a: \"Starý.\"", "a: \"Nový.\"")]
    [InlineData("a: >-\n  Starý.", "a: >-\n  Nový.")]
    public void OneText_IsReplacedAndNothingElse(string before, string after) =>
        Assert.Equal(after, PromptFileEdit.Apply(before, new("cs", "a", Variants.Text, 0), "Nový."));

    [Theory]
    [InlineData("b", Variants.Text, 0)]
    [InlineData("a", Variants.Short, 0)]
    [InlineData("a", Variants.Text, 2)]
    [InlineData("a", Variants.Text, 7)]
    public void ATextThatIsNotThere_IsNotWritten(string key, string variant, int rung) =>
        Assert.Null(PromptFileEdit.Apply("a: [Jedna., Dvě.]\n", new("cs", key, variant, rung), "Nový."));

    [Theory]
    [InlineData("a: [\n")]
    [InlineData("")]
    [InlineData("- a\n")]
    [InlineData("a: {x: [&p {q: *p}]}\n")]
    public void AFileThatCannotBeRead_IsLeftAlone(string content) => Assert.Null(PromptFileEdit.Apply(content, new("cs", "a", Variants.Short, 0), "Nový."));

    // What YAML would take for something else in the style that stands there.
    [Theory]
    [InlineData("Ano: jednička")]
    [InlineData("{shop}, dobrý den")]
    [InlineData("- ne")]
    [InlineData("Text # a dál")]
    [InlineData("*ne")]
    [InlineData("&ne ano")]
    [InlineData("!ne ano")]
    [InlineData("\"Ano\", řekl")]
    [InlineData("'Ano', řekl")]
    [InlineData("null")]
    [InlineData("[ne], ano")]
    [InlineData("ano, ne]")]
    [InlineData("C:\\nový \"text\" a 'druhý'")]
    [InlineData("dva  bílé   znaky")]
    [InlineData("první\nřádek\r\ndruhý  ")]
    [InlineData("🙂 Dobrý den 🙂")]
    [InlineData("%ne")]
    [InlineData("@ne `ne`")]
    [InlineData("---")]
    public void AnyText_ReadsBackInAnyStyle(string text)
    {
        string[] contents = ["a: Starý.\nb: B.\n", "a: 'Starý.'\nb: B.\n", "a: \"Starý.\" # p\nb: B.\n", "a: >-\n    Starý.\n    A dál.\nb: B.\n", "a: |-\n  Starý.\nb: B.\n", "a: { text: Starý., short: B. }\n", "a: [Starý., B.]\n"];
        foreach (var before in contents)
        {
            var after = PromptFileEdit.Apply(before, new("cs", "a", Variants.Text, 0), text)!;
            Assert.Equal(TextEdit.OneLine(text), Read(after)[0].Text);
            Assert.Equal("B.", Read(after)[1].Text);
        }
    }

    [Fact]
    public void ALongFoldedText_IsWrappedWhereReadingJoinsIt()
    {
        var text = string.Join(' ', Enumerable.Range(0, 80).Select(n => $"slovo{n}")) + "  konec  věty.";
        var after = PromptFileEdit.Apply("a: >-\n  Starý.\n# dál\nb: B.\n", new("cs", "a", Variants.Text, 0), text)!;

        Assert.Equal(text, Read(after)[0].Text);
        Assert.All(after.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
        Assert.EndsWith("\n# dál\nb: B.\n", after, StringComparison.Ordinal);
    }

    public static TheoryData<string> ShippedFiles() =>
    [
        .. Directory.EnumerateFiles(ShippedPromptsTests.Folder, "*.yaml", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != WordsYaml.FileName && Path.GetDirectoryName(file) != ShippedPromptsTests.Folder)
            .Select(file => Path.GetRelativePath(ShippedPromptsTests.Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    // Every text of every file that we ship, with texts that are hard to write down.
    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void EditingAnyShippedText_ChangesNothingElse(string file)
    {
        var content = File.ReadAllText(Path.Combine(ShippedPromptsTests.Folder, file));
        var texts = Read(content);
        string[] hard = ["Nový: text # s čímkoli, \"uvozovkami\", 'apostrofy' a {shop}.", "Krátký."];
        foreach (var (text, at) in texts.Select((text, at) => (text, at)))
        {
            foreach (var wish in (string[])[.. hard, text.Text])
            {
                var after = PromptFileEdit.Apply(content, PromptPlace.Of(text), wish)!;
                var now = Read(after);

                Assert.Equal(wish, now[at].Text);
                Assert.Equal(texts.Where((_, other) => other != at).Select(Kept), now.Where((_, other) => other != at).Select(Kept));
                Assert.Equal(Comments(content), Comments(after));
                AssertOneChange(content, after);
            }

            // Written back, every sign is as it was, for texts that stand on one line.
            var there = PromptFileEdit.Apply(content, PromptPlace.Of(text), hard[0])!;
            var back = PromptFileEdit.Apply(there, PromptPlace.Of(text), text.Text)!;
            Assert.Equal(Read(content).Select(Kept), Read(back).Select(Kept));
        }
    }

    private static (string, string, int, string) Kept(PromptText text) => (text.Key, text.Variant, text.Rung, text.Text);

    private static IEnumerable<string> Comments(string content) =>
        content.Split('\n').Where(line => line.TrimStart().StartsWith('#'));

    // The signs before the first difference and after the last are the same; between them stands one text and no other line's beginning.
    private static void AssertOneChange(string before, string after)
    {
        var first = before.AsSpan().CommonPrefixLength(after);
        var last = 0;
        while (last < Math.Min(before.Length, after.Length) - first && before[^(last + 1)] == after[^(last + 1)])
        {
            last++;
        }

        Assert.DoesNotContain('\n', before[first..^last]);
    }

    private static List<PromptText> Read(string content)
    {
        var findings = new List<PromptFinding>();
        var texts = PromptYaml.Read("cs", "cs/a.yaml", content, findings);
        Assert.Empty(findings);
        return texts;
    }
}
