using System.Text;
using IvrAutomat.Prompts;

namespace IvrAutomat.Web.Tests.Prompts;

public sealed class PromptFilesTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private readonly PromptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AllShapes_AreRead()
    {
        var set = _folder.With("cs/a.yaml", """
            # a comment
            plain: "Jeden."
            one: { text: "Dva.", short: 'Tři.' }
            many:
              - "Čtyři."
              - "Pět."
            full:
              text: >-
                Šest
                sedm.
              silence: ["Osm.", "Devět."]
            """).With("cs/b.yaml", "other: Deset.").Read();

        string[] said =
        [
            .. new[]
            {
                new Utterance("plain"),
                new Utterance("one").As(Variants.Short),
                new Utterance("many").As(Variants.Text, 1),
                new Utterance("full"),
                new Utterance("full").As(Variants.Silence, 7),
                new Utterance("other"),
            }.Select(what => set.Catalogue!.Speak("cs", what, Today)),
        ];
        Assert.Empty(set.Findings);
        Assert.Equal(["Jeden.", "Tři.", "Pět.", "Šest sedm.", "Devět.", "Deset."], said);
    }

    [Fact]
    public void TheMarkThatSomeEditorsPutFirst_DoesNoHarm() =>
        Assert.Empty(_folder.With("cs/a.yaml", [.. Encoding.UTF8.Preamble, .. "a: Jeden."u8]).Read().Findings);

    [Theory]
    [InlineData("", "file-empty", 0)]
    [InlineData("  \n", "file-empty", 0)]
    [InlineData("# only a comment\n", "file-empty", 1)]
    [InlineData("a: Jeden.\nb:\tDva.\n", "yaml-tab", 2)]
    [InlineData("a: Jeden.\nb: Dva.\na: Tři.\n", "key-duplicate", 3)]
    [InlineData("a: { text: Jeden., text: Dva. }\n", "key-form", 1)]
    [InlineData("a: \"Jeden.\nb: Dva.\n", "yaml-syntax", 0)]
    [InlineData("a: { text: \"Jeden.\"\n", "yaml-syntax", 0)]
    [InlineData("a: \"Jeden.\"\nb: &x \"Dva.\"\nc: *x\n", "yaml-alias", 3)]
    [InlineData("- a\n- b\n", "yaml-shape", 1)]
    [InlineData("Jeden.\n", "yaml-shape", 1)]
    [InlineData("a:\n  text:\n    text: Jeden.\n", "yaml-shape", 3)]
    [InlineData("a: [[Jeden.]]\n", "yaml-shape", 1)]
    [InlineData("[a, b]: Jeden.\n", "yaml-shape", 1)]
    [InlineData("a: Jeden.\n---\nb: Dva.\n", "yaml-shape", 2)]
    [InlineData("a:\n", "text-empty", 1)]
    [InlineData("a: []\n", "text-empty", 1)]
    [InlineData("Status.At Point: Jeden.\n", "key-form", 1)]
    [InlineData("a: Jeden.\nb: \"{x, date, soon}\"\n", "slot-type", 2)]
    public void ABadFile_IsRefusedOnceWithItsLineAndARemedy(string content, string rule, int line)
    {
        var set = _folder.With("cs/a.yaml", content).Read();

        var finding = Assert.Single(set.Findings);
        Assert.Null(set.Catalogue);
        Assert.Equal((rule, "cs/a.yaml", PromptSeverity.Error), (finding.Rule, finding.File, finding.Severity));
        Assert.NotEmpty(finding.Remedy);
        if (line > 0)
        {
            Assert.Equal(line, finding.Line);
        }
    }

    [Fact]
    public void AFileOfTenMegabytes_IsRefusedUnread() =>
        AssertRefused("file-large", _folder.With("cs/a.yaml", "a: " + new string('x', 10_000_000)).Read());

    [Fact]
    public void AMegabyteOfBrackets_IsRefused() =>
        AssertRefused("yaml-shape", _folder.With("cs/a.yaml", "a: " + new string('[', 20_000) + new string(']', 20_000)).Read());

    [Fact]
    public void ATextOfAMegabyte_IsRefused() =>
        AssertRefused("text-long", _folder.With("cs/a.yaml", "a: " + new string('l', 1_000_000)).Read());

    [Fact]
    public void Utf16_IsRefused() => AssertRefused(
        "file-encoding", _folder.With("cs/a.yaml", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a: b")]).Read());

    [Fact]
    public void BytesThatAreNoUtf8_AreRefused() =>
        AssertRefused("file-encoding", _folder.With("cs/a.yaml", [0x61, 0x3A, 0x20, 0xE8]).Read());

    [Fact]
    public void ADeletedFolder_IsRefused()
    {
        Directory.Delete(_folder.Path);

        AssertRefused("folder-unreadable", _folder.Read());
    }

    [Fact]
    public void AnEmptyFolder_IsRefused() => AssertRefused("folder-empty", _folder.Read());

    [Fact]
    public void ALanguageThatCannotBeSpoken_IsRefused() =>
        AssertRefused("language-unknown", _folder.With("cs/a.yaml", "a: Jeden.").With("xx/a.yaml", "a: One.").Read());

    [Fact]
    public void AKeyInTwoFiles_IsRefusedWithBothPlaces()
    {
        var set = _folder.With("cs/a.yaml", "a: Jeden.").With("cs/b.yaml", "x: Nic.\na: Dva.").Read();

        var finding = Assert.Single(set.Findings);
        Assert.Equal(("key-duplicate", "cs/b.yaml", 2), (finding.Rule, finding.File, finding.Line));
        Assert.Contains("cs/a.yaml, line 1", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APromptThatTheDialogueNeeds_MustBeThere() =>
        AssertRefused("key-missing", _folder.With("cs/words.yaml", "end: [konec]").With("cs/a.yaml", "a: Jeden.").Read(new PromptContract("a"), new PromptContract("b")));

    [Fact]
    public void ASlotThatTheDialogueDoesNotPass_IsRefused() =>
        AssertRefused(
            "slot-mismatch",
            _folder.With("cs/words.yaml", "end: [konec]").With("cs/a.yaml", "a: \"{day, date, when}\"").Read(new PromptContract("a", ("day", SlotKind.Number))));

    [Fact]
    public void FilesOfEditors_AreNotRead() =>
        Assert.Empty(_folder.With("cs/a.yaml", "a: Jeden.")
            .With("cs/.a.yaml.swp", "x").With("cs/.#a.yaml", "\t").With(".git/a.yaml", "\t").Read().Findings);

    [Fact]
    public void AMisnamedFile_IsRemarkedUpon()
    {
        var set = _folder.With("cs/a.yaml", "a: Jeden.").With("cs/b.yml", "b: Dva.").Read();

        Assert.NotNull(set.Catalogue);
        Assert.Equal("file-name", Assert.Single(set.Findings).Rule);
    }

    private static void AssertRefused(string rule, PromptSet set)
    {
        Assert.Null(set.Catalogue);
        var finding = Assert.Single(set.Findings);
        Assert.Equal(rule, finding.Rule);
        Assert.NotEmpty(finding.Remedy);
    }
}
