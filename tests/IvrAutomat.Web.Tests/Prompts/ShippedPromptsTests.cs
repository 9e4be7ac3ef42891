using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Prompts;

namespace IvrAutomat.Web.Tests.Prompts;

/// <summary>The prompts that are shipped.</summary>
public sealed class ShippedPromptsTests
{
    internal static readonly string Folder = FindFolder();

    private static readonly PromptSet Shipped = new PromptFiles(Folder, Languages.All, AutomatHost.Contracts).Read();

    // Every contract of dialogue and shop is among the findings when its key, a slot or a variant is missing, and so is an unused key.
    [Fact]
    public void ShippedPrompts_SayWhatTheProductSays_NoLessAndNoMore() =>
        Assert.True(Shipped.Findings.IsEmpty, string.Join(Environment.NewLine, Shipped.Findings));

    [Fact]
    public void EveryLanguage_CanBeOffered() =>
        Assert.Equal(
            Languages.All.Select(language => language.Tag),
            new PromptFiles(Folder, Languages.All, AutomatHost.Contracts).Complete(Shipped.Catalogue!));

    // What is heard before the first entry's question, with the offer of the other language.
    [Theory]
    [InlineData("greeting.first", "text-with-offer")]
    [InlineData("greeting.known", Variants.Text)]
    [InlineData("greeting.again", Variants.Text)]
    public void GreetingAndOffer_TakeNineSecondsAtMost(string key, string variant)
    {
        foreach (var (greeted, offered) in new[] { ("cs", "en"), ("en", "cs") })
        {
            var words = new Utterance(key) { Variant = variant, Slots = Slots.Of(("shop", new TextSlot("Vzorový obchod"))) };
            var heard = Shipped.Catalogue!.Speak(greeted, words, new DateOnly(2026, 11, 23));
            var offer = Shipped.Catalogue!.Speak(offered, new Utterance("greeting.language"), new DateOnly(2026, 11, 23));
            Assert.InRange(Shipped.Catalogue!.Seconds(greeted, heard + " " + offer), 0, 9);
        }
    }

    [Theory]
    [InlineData("menu.cancel", Variants.Slow)]
    [InlineData("cancel.confirm", Variants.OtherKey)]
    [InlineData("callback.number", Variants.Silence)]
    public void VariantsThatTheConversationAsksFor_AreThere(string key, string variant) =>
        Assert.All(["cs", "en"], language => Assert.True(Shipped.Catalogue!.Has(language, key, variant)));

    // "I am connecting you" is said where it is true: on the way to a person who is being rung.
    [Fact]
    public void OnlyTheWayToAPerson_SaysThatItConnects()
    {
        var connecting = Directory.EnumerateFiles(Path.Combine(Folder, "cs"), "*.yaml")
            .Where(file => Path.GetFileName(file) != WordsYaml.FileName)
            .SelectMany(file => Texts(Path.GetFileName(file)))
            .Where(text => text.Text.Contains("pojím", StringComparison.Ordinal) || text.Text.Contains("pojuji", StringComparison.Ordinal))
            .Select(text => text.Key);

        // A customer who is called back is connected with the colleague who is on the line already.
        Assert.All(connecting, key => Assert.True(
            key.StartsWith("handover.", StringComparison.Ordinal) || key.StartsWith("queue.", StringComparison.Ordinal) || key == "callback.welcome", key));
    }

    // A customer waits meanwhile, so an agent must know in six seconds who calls, which order, and why.
    [Theory]
    [InlineData("cs")]
    [InlineData("en")]
    public void EveryWhisper_IsHeardInSixSeconds(string language)
    {
        var catalogue = Shipped.Catalogue!;
        var call = ShopDialogue.Begin("CA00000000000000000000000000000001");
        Assert.All(
            from reason in Enum.GetValues<HandoverReason>()
            from order in (Order?[])[null, Sample]
            from known in (bool[])[true, false]
            select Whisper.Of(call with { Order = order, Handover = new Handover(reason, default) }, known).Fill(_ => "987"),
            whisper =>
            {
                var text = catalogue.Speak(language, whisper, new DateOnly(2026, 11, 23));
                Assert.True(catalogue.Seconds(language, text) <= 6, $"{catalogue.Seconds(language, text):0.0} s: {text}");
            });
    }

    private static readonly Order Sample = new()
    {
        Id = "order-1",
        Number = "2026001987",
        State = OrderState.Packing,
        OrderedOn = new DateOnly(2026, 11, 20),
        Total = 1290m,
        Payment = PaymentMethod.Card,
        IsPaid = true,
        HasInvoice = true,
        Contact = Channel.Sms,
    };

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
