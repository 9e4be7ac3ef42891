using IvrAutomat.Language;
using IvrAutomat.Prompts;

namespace IvrAutomat.Web.Tests.Prompts;

/// <summary>The words that callers say, as an admin writes them.</summary>
public sealed class WordsFileTests : IDisposable
{
    private static readonly HashSet<SpokenCommand> Menu = [SpokenCommand.Cancel, SpokenCommand.Invoice, SpokenCommand.Return, SpokenCommand.Yes, SpokenCommand.No];

    private readonly PromptFolder _folder = new PromptFolder().With("cs/a.yaml", "hello: Ahoj.");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void APhraseOfTheFile_IsUnderstood()
    {
        var words = Words("cancel: [zrušit]\ninvoice: [papír od krámu]");

        Assert.Equal(SpokenCommand.Invoice, Czech.Instance.Command("prosím papír od krámu", Menu, words));
        Assert.Null(Czech.Instance.Command("faktura", Menu, words));
    }

    [Fact]
    public void WordsFiles_AreNoPrompts()
    {
        var set = _folder.With("cs/words.yaml", "cancel: [zrušit]").Read(new PromptContract("hello"));

        Assert.Empty(set.Findings);
        Assert.False(set.Catalogue!.Has("cs", "cancel"));
    }

    [Fact]
    public void WeightsAndSharedKeys_AreRead()
    {
        var words = Words("yes: {clear: [ano], weak: [dobře], alone: [klidně]}\n\"return, cancel\": [odstoupit]\nnothing: [dobře slyším]\ncancel:\n  - zruš*");

        Assert.Equal(SpokenCommand.Return, Czech.Instance.Command("odstoupit", Menu, words));
        Assert.Equal(SpokenCommand.Cancel, Czech.Instance.Command("dobře, zrušíme to", Menu, words));
        Assert.Null(Czech.Instance.Command("dobře slyším", Menu, words));
    }

    [Theory]
    [InlineData("cancel: [zrušit]\ninvoice: [zrušit]", "phrase-ambiguous", 2)]
    [InlineData("cancel: [zrušit]\nyes: [ano]\nreturn: [zpátky, ZRUSIT]", "phrase-ambiguous", 3)]
    [InlineData("yes: [ano]\ncancel: [ano]", "phrase-ambiguous", 2)]
    [InlineData("no: [ne, nechci]\ncancel:\n- zrušit\n- ne*", "answer-swallowed", 4)]
    [InlineData("yes: [ano, jo]\ncancel: [zrušit, ano jo]", "answer-swallowed", 2)]
    [InlineData("cancel: [zrušit]\nyes: [zrušit objednávku]", "task-as-yes", 2)]
    [InlineData("cancle: [zrušit]", "command-unknown", 1)]
    [InlineData("cancel: {strong: [zrušit]}", "weight-unknown", 1)]
    [InlineData("cancel: [\"…\"]", "phrase-form", 1)]
    [InlineData("cancel: [\"\"]", "phrase-empty", 1)]
    [InlineData("cancel: zrušit", "yaml-shape", 1)]
    [InlineData("cancel: [zrušit\ninvoice: [faktura]", "yaml-syntax", 1)]
    [InlineData("cancel: [zrušit]\n  \"invoice: [faktura]", "yaml-syntax", 2)]
    [InlineData("cancel: [zrušit]\ncancel: [storno]", "key-duplicate", 2)]
    public void AFault_IsReportedWithItsLineAndARemedy_AndNothingGoesLive(string content, string rule, int line)
    {
        var set = _folder.With("cs/words.yaml", content).Read();

        Assert.Null(set.Catalogue);
        var finding = Assert.Single(set.Findings, finding => finding.Rule == rule);
        Assert.Equal(("cs/words.yaml", line), (finding.File, finding.Line));
        Assert.NotEmpty(finding.Remedy);
    }

    [Fact]
    public void APhraseUnderTwoCommandsThatNoStepAsksForTogether_IsFine() =>
        Assert.Empty(_folder.With("cs/words.yaml", "payment: [kartou]\npayment-link: [kartou]").Read().Findings);

    [Fact]
    public void ALanguageWithoutItsWords_IsNotLive() =>
        Assert.Contains(_folder.Read(new PromptContract("hello")).Findings, finding => finding is { Rule: "words-missing", Severity: PromptSeverity.Error });

    private SpokenWords Words(string content)
    {
        var set = _folder.With("cs/words.yaml", content).Read();
        Assert.True(set.Catalogue is not null, string.Join(Environment.NewLine, set.Findings));
        return set.Catalogue.Words("cs");
    }
}
