using System.Text.Json;
using IvrAutomat.Prompts;

namespace IvrAutomat.Core.Tests.Prompts;

public sealed class UtteranceTests
{
    private static readonly SlotValue[] EveryKind =
    [
        new NumberSlot(5), new MoneySlot(1290.50m), new DateSlot(new(2026, 11, 23)), new TimeSlot(new(14, 30)),
        new WindowSlot(new(8, 0), new(16, 0)), new RangeSlot(3, 5), new DurationSlot(TimeSpan.FromMinutes(2)),
        new DigitsSlot("2026001001"), new HeldSlot("typed"), new CodeSlot("412836"), new OrdinalSlot(3), new NameSlot("Jan Novák"),
        new PlaceSlot("Dlouhá"), new TextSlot("Obchod"), new ChoiceSlot("sms"), new UtteranceSlot(new("reason.asked")),
        new ListSlot([new("key.1"), new Utterance("key.2").With("x", new NumberSlot(1))]),
    ];

    private static Utterance Everything() =>
        new("it")
        {
            Variant = "short",
            Rung = 2,
            Interruptible = false,
            Slots = Slots.Of([.. EveryKind.Select((value, i) => ($"s{i}", value))]),
        };

    [Fact]
    public void TwoMadeAlike_AreEqual()
    {
        Assert.Equal(Everything(), Everything());
        Assert.Equal(Everything().GetHashCode(), Everything().GetHashCode());
        Assert.NotEqual(Everything(), Everything().With("s0", new NumberSlot(6)));
    }

    [Fact]
    public void TheOrderOfSlots_DoesNotMatter() => Assert.Equal(
        Slots.Of(("a", new NumberSlot(1)), ("b", new NumberSlot(2))),
        Slots.Of(("b", new NumberSlot(2)), ("a", new NumberSlot(3)), ("a", new NumberSlot(1))));

    [Fact]
    public void EveryKindOfSlot_SurvivesJson()
    {
        var json = JsonSerializer.Serialize(Everything());

        // What stands for a value that is gone is made when a call is told again, and is kept nowhere.
        Assert.Equal(EveryKind.Length, typeof(SlotValue).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(SlotValue)) && type != typeof(WithheldSlot)));
        Assert.Equal(Everything(), JsonSerializer.Deserialize<Utterance>(json));
    }

    [Theory]
    [InlineData("2026001001")]
    [InlineData("412836")]
    [InlineData("Novák")]
    [InlineData("Dlouhá")]
    public void WhatNamesACaller_IsNotPrinted(string secret) =>
        Assert.DoesNotContain(secret, $"{new UtteranceSlot(Everything())} {string.Join<SlotValue>(' ', EveryKind)}", StringComparison.Ordinal);

    [Fact]
    public void HeldDigits_ArePutInWhereverTheyAre()
    {
        var held = new Utterance("inner").With("n", new HeldSlot("typed"));
        var what = held.With("one", new UtteranceSlot(held)).With("all", new ListSlot([held, held]));

        var filled = JsonSerializer.Serialize(what.Fill(name => name == "typed" ? "42" : ""));

        Assert.DoesNotContain("held", filled, StringComparison.Ordinal);
        Assert.Equal(4, filled.Split("\"42\"").Length - 1);
    }

    [Fact]
    public void AContract_MakesTheUtteranceOfItsFirstVariant()
    {
        var contract = new PromptContract("cancel.done", ("channel", SlotKind.Choice)) { Variants = ["text-no-undo"] };

        Assert.Equal(
            new Utterance("cancel.done") { Variant = "text-no-undo", Slots = Slots.Of(("channel", new ChoiceSlot("sms"))) },
            contract.Say(("channel", new ChoiceSlot("sms"))));
    }

    [Fact]
    public void AContract_RefusesMissingUnknownAndWrongSlots_WithoutTheirValues()
    {
        var contract = new PromptContract("it", ("end", SlotKind.Digits));
        ArgumentException[] refused =
        [
            Assert.Throws<ArgumentException>(() => contract.Say()),
            Assert.Throws<ArgumentException>(() => contract.Say(("end", new TextSlot("456")))),
            Assert.Throws<ArgumentException>(() => contract.Say(("end", new DigitsSlot("456")), ("other", new TextSlot("456")))),
        ];

        Assert.All(refused, each => Assert.Contains("'it'", each.Message, StringComparison.Ordinal));
        Assert.All(refused, each => Assert.DoesNotContain("456", each.Message, StringComparison.Ordinal));
        Assert.NotNull(contract.Say(("end", new HeldSlot("typed"))));
    }
}
