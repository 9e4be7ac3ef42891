using System.Text;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Prompts.Editing;

namespace IvrAutomat.Web.Tests.Prompts.Editing;

public sealed class PromptEditorTests : IDisposable
{
    private readonly PromptFolder _folder = new PromptFolder()
        .With("cs/a.yaml", "# Pozdrav\nhello: \"Ahoj.\"   # krátce\nother: Jiný.\n").With("cs/b.yaml", "bye: Nashledanou.\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SeveralTexts_AreWrittenTogether()
    {
        var (outcome, _) = Save(Edit("hello", "Ahoj.", "Nazdar."), Edit("other", "Jiný.", "Další."), Edit("bye", "Nashledanou.", "Sbohem."));

        Assert.Equal(SaveOutcome.Saved, outcome);
        Assert.Equal("# Pozdrav\nhello: \"Nazdar.\"   # krátce\nother: Další.\n", Content("cs/a.yaml"));
        Assert.Equal("bye: Sbohem.\n", Content("cs/b.yaml"));
        Assert.Equal(2, Directory.GetFiles(_folder.FullName("cs")).Length);
    }

    [Fact]
    public void ATextThatSomebodyElseChanged_IsAConflictWithBoth_AndNothingIsWritten()
    {
        _folder.With("cs/a.yaml", "hello: Zdravíčko.\nother: Jiný.\n");

        var (outcome, plan) = Save(Edit("hello", "Ahoj.", "Nazdar."), Edit("bye", "Nashledanou.", "Sbohem."));

        Assert.Equal(SaveOutcome.Conflict, outcome);
        var conflict = Assert.Single(plan.Conflicts);
        Assert.Equal(("Zdravíčko.", "Nazdar."), (conflict.Now, conflict.Edit.Text));
        Assert.Equal("hello: Zdravíčko.\nother: Jiný.\n", Content("cs/a.yaml"));
        Assert.Equal("bye: Nashledanou.\n", Content("cs/b.yaml"));
    }

    [Fact]
    public void ATextThatIsGone_IsAConflict()
    {
        _folder.With("cs/a.yaml", "other: Jiný.\n");

        Assert.Null(Assert.Single(Save(Edit("hello", "Ahoj.", "Nazdar.")).Plan.Conflicts).Now);
    }

    [Fact]
    public void AnotherTextOfTheFileChangedMeanwhile_StaysAsItIsNow()
    {
        _folder.With("cs/a.yaml", "hello: Ahoj.\nother: Změněný.\n");

        Assert.Equal(SaveOutcome.Saved, Save(Edit("hello", "Ahoj.", "Nazdar.")).Outcome);
        Assert.Equal("hello: Nazdar.\nother: Změněný.\n", Content("cs/a.yaml"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("Dobrý <script>alert(1)</script> den.")]
    [InlineData("&lt;")]
    [InlineData("Tabulátor\tuvnitř.")]
    [InlineData("{n, plural, other {x}}")]
    [InlineData("Půl znaku: \uFFFD.")]
    public void ATextThatCannotBeSpoken_IsRefusedWithTheReason(string text)
    {
        var before = Content("cs/a.yaml");

        var (outcome, plan) = Save(Edit("hello", "Ahoj.", text));

        Assert.Equal(SaveOutcome.Refused, outcome);
        Assert.All(plan.Errors, error => Assert.NotEmpty(error.Remedy));
        Assert.NotEmpty(plan.Errors);
        Assert.Equal(before, Content("cs/a.yaml"));
    }

    [Fact]
    public void ARemark_DoesNotKeepATextFromBeingSaved()
    {
        var (outcome, plan) = Save(Edit("hello", "Ahoj.", "Bohužel."));

        Assert.Equal(SaveOutcome.Saved, outcome);
        Assert.Equal("apology", Assert.Single(plan.About(new("cs", "hello", Variants.Text, 0))).Rule);
    }

    [Fact]
    public void TheMarkThatSomeEditorsPutFirst_Stays()
    {
        _folder.With("cs/a.yaml", [.. Encoding.UTF8.Preamble, .. "hello: Ahoj.\r\n"u8]);

        Assert.Equal(SaveOutcome.Saved, Save(Edit("hello", "Ahoj.", "Nazdar.")).Outcome);
        Assert.Equal([.. Encoding.UTF8.Preamble, .. "hello: Nazdar.\r\n"u8], File.ReadAllBytes(_folder.FullName("cs/a.yaml")));
    }

    [Fact]
    public void AFileBehindALink_IsWrittenThere()
    {
        _folder.With("..real/a.yaml", "hello: Ahoj.\n");
        File.Delete(_folder.FullName("cs/a.yaml"));
        File.CreateSymbolicLink(_folder.FullName("cs/a.yaml"), _folder.FullName("..real/a.yaml"));

        Assert.Equal(SaveOutcome.Saved, Save(Edit("hello", "Ahoj.", "Nazdar.")).Outcome);
        Assert.Equal("hello: Nazdar.\n", Content("..real/a.yaml"));
        Assert.NotNull(new FileInfo(_folder.FullName("cs/a.yaml")).LinkTarget);
    }

    [Fact]
    public void WhenOneFileCannotBeWritten_TheOthersAreAsTheyWere()
    {
        // The name of the temporary file is taken by a folder.
        Directory.CreateDirectory(_folder.FullName("cs/.b.yaml.new"));
        var before = Content("cs/a.yaml");

        var (outcome, _) = Save(Edit("hello", "Ahoj.", "Nazdar."), Edit("bye", "Nashledanou.", "Sbohem."));

        Assert.Equal(SaveOutcome.Unwritable, outcome);
        Assert.Equal(before, Content("cs/a.yaml"));
        Assert.Equal("bye: Nashledanou.\n", Content("cs/b.yaml"));
    }

    [Fact]
    public void ADeletedFolder_IsCalledBroken_AndNobodysConflict()
    {
        Directory.Delete(_folder.Path, recursive: true);

        Assert.Equal(SaveOutcome.Broken, Save(Edit("hello", "Ahoj.", "Nazdar.")).Outcome);
    }

    [Fact]
    public void ATextThatIsAlreadyThere_IsSavedWithoutWriting()
    {
        var written = File.GetLastWriteTimeUtc(_folder.FullName("cs/a.yaml"));

        Assert.Equal(SaveOutcome.Saved, Save(Edit("hello", "Něco jiného.", "Ahoj.")).Outcome);
        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder.FullName("cs/a.yaml")));
    }

    private static TextEdit Edit(string key, string was, string text) => new(new("cs", key, Variants.Text, 0), was, text);

    private (SaveOutcome Outcome, EditPlan Plan) Save(params TextEdit[] edits) => new PromptEditor(_folder.Files()).Save(edits);

    private string Content(string file) => File.ReadAllText(_folder.FullName(file));
}
