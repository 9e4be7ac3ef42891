using IvrAutomat.Prompts;

namespace IvrAutomat.Core.Tests.Prompts;

public sealed class PromptCatalogueTests
{
    private static readonly PromptCatalogue Step = Sets.Catalogue(
        Sets.Text("step", "Celá otázka {n, number, acc f}."),
        Sets.Text("step", "Krátce {n, number, acc f}.", Variants.Short),
        Sets.Text("bare", "Jen text."),
        Sets.Text("family", "Rodina.", Variants.Silence),
        Sets.Text("family.member.one", "Člen."),
        Sets.Text("own", "Otázka."),
        Sets.Text("own", "První.", Variants.Silence),
        Sets.Text("own", "Druhá. {full}", Variants.Silence, rung: 1),
        Sets.Text("silence", "{short}"),
        Sets.Text("silence", "Nic neslyším. {full}", rung: 1),
        Sets.Text("too-short", "Má {typed, number, acc f} z {length, number, acc f}."),
        Sets.Text("other-key", "Po jedné. {options-one-by-one}"));

    private static Utterance TheStep => new Utterance("step").With("n", new NumberSlot(2));

    [Theory]
    [InlineData(Variants.Short)]
    [InlineData(Variants.Full)]
    [InlineData(Variants.Slow)]
    public void AVariantThatIsNotThere_IsTheText(string variant) =>
        Assert.Equal("Jen text.", Step.Speak(new Utterance("bare").As(variant)));

    [Theory]
    [InlineData(0, "Krátce dvě.")]
    [InlineData(1, "Nic neslyším. Celá otázka dvě.")]
    [InlineData(9, "Nic neslyším. Celá otázka dvě.")]
    public void SilenceInAStepWithoutOwnWords_RepeatsItsQuestionInTheSharedOnes(int rung, string said) =>
        Assert.Equal(said, Step.Speak(TheStep.As(Variants.Silence, rung)));

    [Theory]
    [InlineData(0, "První.")]
    [InlineData(1, "Druhá. Otázka.")]
    [InlineData(2, "Druhá. Otázka.")]
    public void SilenceInAStepWithOwnWords_SaysThem(int rung, string said) =>
        Assert.Equal(said, Step.Speak(new Utterance("own").As(Variants.Silence, rung)));

    [Fact]
    public void SilenceInAFamily_SaysTheWordsOfTheFamily() =>
        Assert.Equal("Rodina.", Step.Speak(new Utterance("family.member.one").As(Variants.Silence)));

    [Fact]
    public void AQuestionPassedIn_IsSaidInsteadOfTheStepsOwn() => Assert.Equal(
        "Jen text.", Step.Speak(TheStep.As(Variants.Silence).With(LadderSlots.Short, new UtteranceSlot(new("bare")))));

    [Fact]
    public void TooShort_SaysHowManyDigitsThereAreAndShouldBe() =>
        Assert.Equal(
            "Má devět z deset.",
            Step.Speak(new Utterance("bare").AsTooShort(0, typed: 9, length: 10)));

    [Fact]
    public void Options_AreSaidOneAfterAnother() => Assert.Equal(
        "Po jedné. Jen text. Člen.",
        Step.Speak(new Utterance("bare").As(Variants.OtherKey)
            .With(LadderSlots.OptionsOneByOne, new ListSlot([new("bare"), new("family.member.one")]))));

    [Fact]
    public void AWholePromptWithoutSlots_IsSaidWithoutBuildingAnything()
    {
        var first = Step.Speak(new Utterance("bare"));

        Assert.Same(first, Step.Speak(new Utterance("bare")));
    }

    [Fact]
    public void WhatBreaksItsContract_NamesPromptAndSlotButNoValue()
    {
        var missing = Assert.Throws<PromptException>(() => Step.Speak(new Utterance("step")));
        var wrong = Assert.Throws<PromptException>(() => Step.Speak(new Utterance("step").With("n", new TextSlot("tajné"))));
        var held = Assert.Throws<PromptException>(() =>
            Sets.Catalogue(Sets.Text("it", "{n, digits}")).Speak(new Utterance("it").With("n", new HeldSlot("typed"))));
        var absent = Assert.Throws<PromptException>(() => Step.Speak(new Utterance("nowhere")));
        var foreign = Assert.Throws<PromptException>(() => Step.Speak("xx", new Utterance("step"), Sets.Today));

        Assert.Equal([("step", "n"), ("step", "n"), ("it", "n"), ("nowhere", null), ("step", null)],
            new[] { missing, wrong, held, absent, foreign }.Select(fault => (fault.Key, fault.Slot)));
        Assert.DoesNotContain("tajné", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheHash_DependsOnContentOnly()
    {
        PromptText[] texts = [Sets.Text("a", "Jeden."), Sets.Text("b", "Dva.", line: 2)];
        var moved = texts.Reverse().Select(text => text with { File = "cs/other.yaml", Line = 9 }).ToArray();

        Assert.Equal(Sets.Catalogue(texts).Hash, Sets.Catalogue(moved).Hash);
        Assert.NotEqual(Sets.Catalogue(texts).Hash, Sets.Catalogue(texts[0], Sets.Text("b", "Dva!")).Hash);
        Assert.NotEqual(
            Sets.Catalogue(Sets.Text("a", "b"), Sets.Text("c", "d")).Hash,
            Sets.Catalogue(Sets.Text("a", "bc"), Sets.Text("cd", "d")).Hash);
        Assert.Matches("^[0-9a-f]{64}$", Sets.Catalogue(texts).Hash);
    }

    [Fact]
    public void AGreeting_TakesAboutAsLongAsMeasured()
    {
        var seconds = Step.Seconds(
            "cs",
            "Dobrý den, tady Vzorový obchod, hlasový automat. Řeknu stav, vyřídím platbu i vrácení. Na nule je člověk.");

        Assert.Equal(8.85, seconds, precision: 2);
    }

    [Fact]
    public void AMessage_HasDigitsAndNoDiacritics()
    {
        var catalogue = Sets.Catalogue(
            Sets.Text("sms.it", "{shop}: obj. {number, digits}, {amount, money} do {until, date} {at, time}, {window, time, between}, "
                + "{n, number} {n, plural, one {kus} few {kusy} other {kusu}}. {refund}"),
            Sets.Text("sms.refund", "Peníze vrátíme."));

        var message = catalogue.Write("cs", new Utterance("sms.it")
        {
            Slots = Slots.Of(
                ("shop", new TextSlot("Žluťoučký kůň")), ("number", new DigitsSlot("VO-2026-0001")), ("amount", new MoneySlot(1290)),
                ("until", new DateSlot(Sets.Today.AddDays(7))), ("at", new TimeSlot(new(8, 5))),
                ("window", new WindowSlot(new(8, 0), new(16, 0))),
                ("n", new NumberSlot(2)), ("refund", new UtteranceSlot(new("sms.refund")))),
        }, Sets.Today);

        Assert.Equal("Zlutoucky kun: obj. VO-2026-0001, 1 290 Kc do 30. 11. 8:05, 8-16, 2 kusy. Penize vratime.", message);
    }

    [Theory]
    [InlineData("1290.5", "1 290,50 Kc")]
    [InlineData("0", "0 Kc")]
    [InlineData("1234567", "1 234 567 Kc")]
    public void AnAmountInAMessage_IsWrittenAsShopsDo(string amount, string written) => Assert.Equal(
        written,
        Sets.Catalogue(Sets.Text("sms.it", "{x, money}")).Write("cs", new Utterance("sms.it").With("x", new MoneySlot(decimal.Parse(amount))), Sets.Today));

    [Fact]
    public void ADateFarAwayInAMessage_HasItsYear() => Assert.Equal(
        "23. 11. 2027",
        Sets.Catalogue(Sets.Text("sms.it", "{x, date}"))
            .Write("cs", new Utterance("sms.it").With("x", new DateSlot(Sets.Today.AddYears(1))), Sets.Today));
}
