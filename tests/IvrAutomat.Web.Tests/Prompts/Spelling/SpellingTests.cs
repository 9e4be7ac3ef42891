using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Prompts.Spelling;

namespace IvrAutomat.Web.Tests.Prompts.Spelling;

public sealed class SpellingTests : IDisposable
{
    private readonly PromptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AMisspeltWord_IsRemarkedUponWithWhatWasMeant()
    {
        Needs("cs");
        var finding = Assert.Single(await Lint(_folder.With("cs/a.yaml", "a: Dobrý den.\nb: Objednavka čeká.")));

        Assert.Equal(("spelling", "cs/a.yaml", 2, "b", PromptSeverity.Warning), (finding.Rule, finding.File, finding.Line, finding.Key, finding.Severity));
        Assert.Contains("Objednávka", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWordOfTheShopsOwnList_IsLeftAlone()
    {
        Needs("cs");
        Assert.Empty(await Lint(_folder.With("cs/a.yaml", "a: Boxík čeká. Čeká boxík.").With("cs/spelling.txt", "# naše\nboxík  # krabice\n")));
    }

    [Fact]
    public async Task AWordBegunWithACapitalInTheList_CountsOnlySo()
    {
        Needs("cs");
        Assert.Single(await Lint(_folder.With("cs/a.yaml", "a: Krabix a krabix.").With("cs/spelling.txt", "Krabix\n")));
    }

    [Fact]
    public async Task AWordThatIsAskedForAgain_IsStillUnknown()
    {
        Needs("cs");
        var lint = new SpellingLint();
        _folder.With("cs/a.yaml", "a: Objednavka.");
        Assert.Single(await Lint(_folder, lint));

        Assert.Single(await Lint(_folder, lint));
    }

    [Fact]
    public async Task ALanguageWithoutADictionary_IsOneNote()
    {
        var texts = new[] { new PromptText("xx", "xx/a.yaml", 1, "a", Variants.Text, 0, "Hola que tal"), new PromptText("xx", "xx/a.yaml", 2, "b", Variants.Text, 0, "Adios") };

        var finding = Assert.Single(await new SpellingLint().OfAsync(_folder.Path, texts, TestContext.Current.CancellationToken));

        Assert.Equal(("spelling-unavailable", PromptSeverity.Note), (finding.Rule, finding.Severity));
    }

    [Fact]
    public async Task ADictionaryThatCannotBeRead_IsNoVerdict() =>
        Assert.Null(await new Hunspell(_folder.FullName("cs/none")).UnknownAsync(["ahoj"], TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("cs_CZ", "cs", true)]
    [InlineData("csb_PL", "cs", false)]
    [InlineData("cs", "cs", true)]
    public void ADictionary_IsFoundByItsLanguage(string name, string language, bool found)
    {
        _folder.With($"dicts/{name}.dic", "0").With($"dicts/{name}.aff", "");

        Assert.Equal(found ? _folder.FullName($"dicts/{name}") : null, Dictionaries.Find(language, [_folder.FullName("dicts")]));
    }

    [Fact]
    public async Task ShippedPrompts_AreSpeltRight()
    {
        foreach (var language in Languages.All)
        {
            Needs(language.Tag);
        }

        var files = new PromptFiles(ShippedPromptsTests.Folder, Languages.All, AutomatHost.Contracts);
        files.Read(instead: null, out var texts);

        Assert.Empty(await new SpellingLint().OfAsync(files.Folder, texts, TestContext.Current.CancellationToken));
    }

    private static async Task<IReadOnlyList<PromptFinding>> Lint(PromptFolder folder, SpellingLint? lint = null)
    {
        folder.Files().Read(instead: null, out var texts);
        return await (lint ?? new()).OfAsync(folder.Path, texts, TestContext.Current.CancellationToken);
    }

    private static void Needs(string language)
    {
        if (Dictionaries.Find(language) is null)
        {
            var reason = $"No dictionary of '{language}': install hunspell and hunspell-{(language == "en" ? "en-us" : language)}.";
            Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), reason);
            Assert.Fail(reason);
        }
    }
}
