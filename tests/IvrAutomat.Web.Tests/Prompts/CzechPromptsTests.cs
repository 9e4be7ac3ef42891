using IvrAutomat.Language;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Prompts;

namespace IvrAutomat.Web.Tests.Prompts;

/// <summary>The prompts that are shipped.</summary>
public sealed class CzechPromptsTests
{
    private static readonly string Folder = FindFolder();

    private static readonly PromptSet Shipped = new PromptFiles(Folder, [Czech.Instance], []).Read();

    [Fact]
    public void ShippedPrompts_HaveNothingToMend() =>
        Assert.True(Shipped.Findings.IsEmpty, string.Join(Environment.NewLine, Shipped.Findings));

    [Theory]
    [InlineData("greeting.first")]
    [InlineData("order-number.help")]
    [InlineData("mismatch.number", "text-without-number")]
    [InlineData("status.at-point")]
    [InlineData("menu.cancel", Variants.Slow)]
    [InlineData("cancel.confirm.card", "question")]
    [InlineData("cancel.confirm.unpaid", Variants.OtherKey)]
    [InlineData("cancel.done", "text-no-undo")]
    [InlineData("handover.callback")]
    [InlineData("callback.number", Variants.Silence)]
    [InlineData("not-understood.last")]
    [InlineData("key.9", Variants.Slow)]
    [InlineData("sms.cancelled", "text-no-undo")]
    public void WhatTheConversationNeeds_IsThere(string key, string variant = Variants.Text) =>
        Assert.True(Shipped.Catalogue!.Has("cs", key, variant));

    [Theory]
    [InlineData("card")]
    [InlineData("transfer")]
    [InlineData("unpaid")]
    [InlineData("voucher")]
    public void TheConsequenceAndTheQuestion_AreTheWholeText(string kind)
    {
        var texts = Texts("cancel.yaml").Where(text => text.Key == "cancel.confirm." + kind)
            .ToDictionary(text => text.Variant, text => text.Text);

        Assert.Equal(texts["text"], $"{texts["consequence"]} {texts["question"]}");
    }

    // Until a call can be passed on live, the words "I am connecting you" would not be true.
    [Fact]
    public void OnlyPromptsOfALiveHandover_SayThatTheyConnect()
    {
        var connecting = Directory.EnumerateFiles(Path.Combine(Folder, "cs"), "*.yaml")
            .SelectMany(file => Texts(Path.GetFileName(file)))
            .Where(text => text.Text.Contains("pojím", StringComparison.Ordinal) || text.Text.Contains("pojuji", StringComparison.Ordinal))
            .Select(text => text.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "handover.connect", "handover.ours", "handover.unverified", "queue.comfort", "queue.joining",
                "status.ours.postponed.open", "status.ours.sold-out.open",
            ],
            connecting);
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
