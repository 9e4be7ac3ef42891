using IvrAutomat.Language;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Prompts;

namespace IvrAutomat.Web.Tests.Prompts;

/// <summary>The prompts that are shipped.</summary>
public sealed class CzechPromptsTests
{
    private static readonly string Folder = FindFolder();

    private static readonly PromptSet Shipped = new PromptFiles(Folder, [Czech.Instance], AutomatHost.Contracts).Read();

    // Every contract of dialogue and shop is among the findings when its key, a slot or a variant is missing, and so is an unused key.
    [Fact]
    public void ShippedPrompts_SayWhatTheProductSays_NoLessAndNoMore() =>
        Assert.True(Shipped.Findings.IsEmpty, string.Join(Environment.NewLine, Shipped.Findings));

    [Theory]
    [InlineData("menu.cancel", Variants.Slow)]
    [InlineData("cancel.confirm", Variants.OtherKey)]
    [InlineData("callback.number", Variants.Silence)]
    public void VariantsThatTheConversationAsksFor_AreThere(string key, string variant) =>
        Assert.True(Shipped.Catalogue!.Has("cs", key, variant));

    // A call cannot be passed on live yet: the words "I am connecting you" would not be true.
    [Fact]
    public void NoPrompt_SaysThatItConnects()
    {
        var connecting = Directory.EnumerateFiles(Path.Combine(Folder, "cs"), "*.yaml")
            .Where(file => Path.GetFileName(file) != WordsYaml.FileName)
            .SelectMany(file => Texts(Path.GetFileName(file)))
            .Where(text => text.Text.Contains("pojím", StringComparison.Ordinal) || text.Text.Contains("pojuji", StringComparison.Ordinal))
            .Select(text => text.Key);

        Assert.Empty(connecting);
    }

    [Fact]
    public void MessagesHaveNoDiacritics() =>
        Assert.DoesNotContain(Texts("sms.yaml"), text => text.Text.Any(letter => letter >= 128));

    private static List<PromptText> Texts(string file) =>
        PromptYaml.Read("cs", "cs/" + file, File.ReadAllText(Path.Combine(Folder, "cs", file)), []);

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IvrAutomat.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
        }

        return Path.Combine(folder.FullName, "prompts");
    }
}
