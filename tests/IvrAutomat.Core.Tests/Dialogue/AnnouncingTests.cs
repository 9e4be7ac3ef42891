using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Prompts;

namespace IvrAutomat.Core.Tests.Dialogue;

public sealed class AnnouncingTests
{
    private static readonly AnnouncedText Czech = new("cs", "Dnes nejdou platby kartou.");
    private static readonly AnnouncedText English = new("en", "No card payments today.");

    [Fact]
    public void WhatIsAnnounced_IsSaidAfterTheGreeting_BeforeTheQuestion()
        => Assert.Equal(["greeting.first", "greeting.announcement", "order-number"], Start(Caller.Withheld, Czech).Select(said => said.Key));

    [Fact]
    public void NothingAnnounced_NothingIsSaid() => Assert.DoesNotContain("greeting.announcement", Start(Caller.Withheld).Select(said => said.Key));

    [Fact]
    public void ItIsSaidInTheLanguageOfTheCall() => Assert.Equal(English.Text, Words(Start(Caller.Withheld with { Language = "en" }, Czech, English)));

    [Fact]
    public void ALanguageWithoutAText_HearsNothing() => Assert.Null(Words(Start(Caller.Withheld with { Language = "en" }, Czech)));

    [Fact]
    public void ASlovakCaller_HearsTheCzechText_InTheCzechVoice()
    {
        var said = Start(Caller.Withheld with { Language = "sk" }, Czech);

        Assert.Equal(Czech.Text, Words(said));
        Assert.Equal("cs", said.Single(each => each.Key == "greeting.announcement").Language);
    }

    [Fact]
    public void AnyKeyCutsItOff() => Assert.All(Start(Caller.Withheld, Czech), said => Assert.True(said.Interruptible));

    private static string? Words(IEnumerable<Utterance> said)
        => said.SingleOrDefault(each => each.Key == "greeting.announcement") is { } announced && announced.Slots.TryGet("words", out var words)
            ? Assert.IsType<TextSlot>(words).Value
            : null;

    private static List<Utterance> Start(Caller caller, params AnnouncedText[] announced) => ShopDialogue.Handle(
        ShopDialogue.Begin("CA00000000000000000000000000000001"),
        new CallStarted(caller),
        new Facts(Talk.Monday, Talk.Shop) { Languages = ["cs", "en", "sk"], Announced = [.. announced] }).Say.Where(said => said.Key != "greeting.language").ToList();
}
