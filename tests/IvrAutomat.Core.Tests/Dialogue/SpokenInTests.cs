using IvrAutomat.Calls;
using IvrAutomat.Core.Tests.Language;
using IvrAutomat.Dialogue;
using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Dialogue;

public sealed class SpokenInTests
{
    private static readonly Facts Both = new(Talk.Monday, Talk.Shop) { Languages = ["cs", "en"] };
    private static readonly Facts All = new(Talk.Monday, Talk.Shop) { Languages = ["cs", "en", "sk"] };
    private static readonly Facts CzechOnly = new(Talk.Monday, Talk.Shop) { Languages = ["cs"] };

    [Fact]
    public void AnUnknownCaller_HearsTheOtherLanguageOfferedInItself()
    {
        var turn = Start(Caller.Withheld, Both);

        Assert.Equal("cs", turn.Call.Language);
        Assert.Equal(["greeting.first", "greeting.language", "order-number"], turn.Say.Select(said => said.Key));
        Assert.Equal("en", turn.Say[1].Language);
        Assert.Equal("text-with-offer", turn.Say[0].Variant);
    }

    [Fact]
    public void AnIncompleteLanguage_IsNeitherOfferedNorChosen()
    {
        var turn = Start(Caller.Withheld, CzechOnly);

        Assert.Equal(["greeting.first", "order-number"], turn.Say.Select(said => said.Key));
        Assert.Equal(new CommandGiven(GlobalCommand.Hello), Key(turn, "8"));
    }

    [Fact]
    public void ASlovakNumber_HearsSlovakOffered_AndEightStillGoesToEnglish()
    {
        var turn = Start(Caller.Withheld with { IsSlovak = true }, All);

        Assert.Equal("sk", Assert.Single(turn.Say, said => said.Key == "greeting.language").Language);
        Assert.Equal(new LanguageChosen("sk"), Key(turn, "7"));
        Assert.Equal(new LanguageChosen("en"), Key(turn, "8"));
    }

    [Fact]
    public void ACzechNumber_IsNotOfferedSlovakAloud_ButSevenChoosesIt()
    {
        var turn = Start(Caller.Withheld, All);

        Assert.Equal("en", Assert.Single(turn.Say, said => said.Key == "greeting.language").Language);
        Assert.Equal(new LanguageChosen("sk"), Key(turn, "7"));
    }

    [Fact]
    public void InSlovak_EightLeadsBackToCzech_AndSevenIsNoKeyAnyMore()
    {
        var turn = ShopDialogue.Handle(Start(Caller.Withheld, All).Call, new LanguageChosen("sk"), All);

        Assert.Equal(new LanguageChosen("cs"), Key(turn, "8"));
        Assert.Equal(new CommandGiven(GlobalCommand.Hello), Key(turn, "7"));
    }

    [Fact]
    public void ASlovakNumberWhereSlovakIsIncomplete_HearsEnglishOffered()
        => Assert.Equal("en", Assert.Single(Start(Caller.Withheld with { IsSlovak = true }, Both).Say, said => said.Key == "greeting.language").Language);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ALoneEight_ChoosesEnglishInEitherFirstEntry(bool knownNumber)
    {
        var turn = Start(new Caller(knownNumber, CanBeCalledBack: true, CalledLately: false), Both);

        Assert.Equal(new LanguageChosen("en"), Key(turn, "8"));
        Assert.Equal(new LanguageChosen("en"), Key(turn, "8#"));
        Assert.Equal(new CommandGiven(GlobalCommand.Hello), Key(turn, "7"));
        Assert.IsType<TooShort>(Key(turn, "88"));
    }

    [Fact]
    public void TheChosenLanguage_IsSpokenFromThereOn_AndTheQuestionPutAgain()
    {
        var turn = ShopDialogue.Handle(Start(Caller.Withheld, Both).Call, new LanguageChosen("en"), Both);

        Assert.Equal("en", turn.Call.Language);
        Assert.Equal(["greeting.chosen", "order-number"], turn.Say.Select(said => said.Key));
        Assert.Equal(new LanguageChosen("cs"), Key(turn, "8"));
    }

    [Fact]
    public void AfterTheFirstEntry_EightIsADigit()
    {
        var greeted = Start(Caller.Withheld, Both);
        var pin = ShopDialogue.Handle(greeted.Call, new NumberOffered("order-1", 10, Spoken: false), Both);
        var help = ShopDialogue.Handle(greeted.Call, new Silence(), Both);
        var back = ShopDialogue.Handle(help.Call, new CommandGiven(GlobalCommand.Back), Both);

        Assert.Equal(new TooShort(1), Key(pin, "8"));
        Assert.Equal(new TooShort(1), Key(back, "8"));
    }

    [Fact]
    public void ARestartedEntry_IsStillTheFirst()
    {
        var restarted = ShopDialogue.Handle(Start(Caller.Withheld, Both).Call, new EntryRestarted(), Both);

        Assert.Equal(new LanguageChosen("en"), Key(restarted, "8"));
    }

    [Fact]
    public void ARememberedLanguage_IsSpokenAtOnce_WithTheWayBackInTheOther()
    {
        var turn = Start(Caller.Withheld with { Language = "en" }, Both);

        Assert.Equal("en", turn.Call.Language);
        Assert.Equal(("greeting.language", "cs"), (turn.Say[1].Key, turn.Say[1].Language));
    }

    [Fact]
    public void WhoOnceChoseCzech_HearsNoOffer_ButTheKeyWorks()
    {
        var turn = Start(Caller.Withheld with { Language = "cs" }, Both);

        Assert.DoesNotContain(turn.Say, said => said.Key == "greeting.language");
        Assert.Equal(new LanguageChosen("en"), Key(turn, "8"));
    }

    [Fact]
    public void ARememberedLanguageThatIsNoLongerComplete_GivesWayToTheHouses()
        => Assert.Equal("cs", Start(Caller.Withheld with { Language = "en" }, CzechOnly).Call.Language);

    [Theory]
    [InlineData("English")]
    [InlineData("anglicky prosím")]
    [InlineData("in English please")]
    public void TheNameOfTheLanguage_ChoosesItInTheFirstEntry(string words)
    {
        var turn = Start(Caller.Withheld, Both);

        Assert.Equal(new LanguageChosen("en"), Hear(turn, null, words));
    }

    [Fact]
    public void ANumberInTheFirstEntry_IsStillANumber()
        => Assert.IsType<DigitsHeard>(Hearing.Interpret(
            Listening(Start(Caller.Withheld, Both)), "8026001001", null, "", ShippedWords.Tongue(Czech.Instance)));

    private static Turn Start(Caller caller, Facts facts) => ShopDialogue.Handle(ShopDialogue.Begin("CA00000000000000000000000000000001"), new CallStarted(caller), facts);

    private static Listen Listening(Turn turn) => Assert.IsType<ListenNext>(turn.Next).Listen;

    private static CallerInput Key(Turn turn, string keys) => Hear(turn, keys, null);

    private static CallerInput Hear(Turn turn, string? keys, string? words) => Assert.IsType<Meaning>(
        Hearing.Interpret(Listening(turn), keys, words, "", ShippedWords.Tongue(turn.Call.Language == "en" ? English.Instance : Czech.Instance))).Input;
}
