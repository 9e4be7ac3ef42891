using IvrAutomat.Calls;
using IvrAutomat.Core.Tests.Language;
using IvrAutomat.Dialogue;
using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Calls;

public sealed class HearingTests
{
    private static readonly NumberListen Number = new(NumberKind.Order, [10]);
    private static readonly SecretListen Pin = new([4]);

    [Theory]
    [InlineData("1", "yes")]
    [InlineData("2", "no")]
    public void AnOptionsKey_IsTheOption(string key, string option)
        => Assert.Equal(new OptionChosen(option), Meaning(Options.YesOrNo, key));

    [Fact]
    public void FixedKeys_MeanTheSameInEveryMenu()
    {
        Assert.Equal(new CommandGiven(GlobalCommand.Person), Meaning(Options.YesOrNo, "0"));
        Assert.Equal(new CommandGiven(GlobalCommand.Repeat), Meaning(Options.YesOrNo, "*"));
        Assert.Equal(new CommandGiven(GlobalCommand.Back), Meaning(Options.YesOrNo, "9"));
        Assert.Equal(new HabitHash(), Meaning(Options.YesOrNo, "#"));
        Assert.Equal(new OtherKey(), Meaning(Options.YesOrNo, "7"));
    }

    [Fact]
    public void InAnEntry_EveryDigitIsData_ButZerosAndALoneNine()
    {
        Assert.Equal(new CommandGiven(GlobalCommand.Person), Meaning(Pin, "0000"));
        Assert.Equal(new CommandGiven(GlobalCommand.Person), Meaning(Number, "0"));
        Assert.Equal(new CommandGiven(GlobalCommand.Back), Meaning(Number, "9"));
        Assert.IsType<DigitsHeard>(Hear(Pin, "9999"));
    }

    [Theory]
    [InlineData("482", 3)]
    [InlineData("20260010", 8)]
    public void AnIncompleteEntry_IsTooShort(string keys, int length)
        => Assert.Equal(new TooShort(length), Meaning(Number, keys));

    [Fact]
    public void AStarInAnEntry_KeepsWhatCameAfterIt()
    {
        Assert.Equal("4", Assert.IsType<Restarted>(Hear(Pin, "12*4")).Collected);
        Assert.Equal(["4821"], Assert.IsType<DigitsHeard>(Hearing.Interpret(Pin, "821", null, "4", ShippedWords.Tongue(Czech.Instance))).Candidates);
    }

    [Theory]
    [InlineData("12ab")]
    [InlineData("１２３４")]
    [InlineData("12\0\u0007")]
    [InlineData("1234567890123456789012345678901234567890")]
    public void OddKeys_AreNotUnderstood_AndNeverAnException(string keys)
    {
        Assert.IsType<NotUnderstood>(Meaning(Number, keys));
        Assert.IsType<NotUnderstood>(Meaning(Pin, keys));
        Assert.IsType<NotUnderstood>(Meaning(Options.YesOrNo, keys));
    }

    [Fact]
    public void TenThousandCharactersOfSpeech_AreNotUnderstood()
    {
        var words = new string('á', 10_000);

        Assert.Equal(new NotUnderstood(10_000), Assert.IsType<Meaning>(Hearing.Interpret(Number, null, words, "", ShippedWords.Tongue(Czech.Instance))).Input);
        Assert.Equal(new NotUnderstood(10_000), Assert.IsType<Meaning>(Hearing.Interpret(Options.YesOrNo, null, words, "", ShippedWords.Tongue(Czech.Instance))).Input);
    }

    [Fact]
    public void SpeechWhereOnlyKeysAreHeard_IsNotUnderstood()
        => Assert.IsType<NotUnderstood>(Assert.IsType<Meaning>(
            Hearing.Interpret(Pin with { Speech = false }, null, "čtyři osm dva jedna", "", ShippedWords.Tongue(Czech.Instance))).Input);

    [Fact]
    public void AbsentAndEmpty_AreBothSilence()
    {
        Assert.Equal(new Silence(), Assert.IsType<Meaning>(Hearing.Interpret(Pin, null, null, "", ShippedWords.Tongue(Czech.Instance))).Input);
        Assert.Equal(new Silence(), Assert.IsType<Meaning>(Hearing.Interpret(Options.YesOrNo, "", " ", "", ShippedWords.Tongue(Czech.Instance))).Input);
    }

    [Fact]
    public void TheWordForCancelling_IsNoYes()
        => Assert.IsType<NotUnderstood>(Assert.IsType<Meaning>(Hearing.Interpret(Options.YesOrNo, null, "zrušit", "", ShippedWords.Tongue(Czech.Instance))).Input);

    [Fact]
    public void WhatWasHeard_NeverPrintsItsDigits()
        => Assert.DoesNotContain("4821", Hear(Pin, "4821").ToString(), StringComparison.Ordinal);

    private static Heard Hear(Listen listen, string keys) => Hearing.Interpret(listen, keys, null, "", ShippedWords.Tongue(Czech.Instance));

    private static CallerInput Meaning(Listen listen, string keys) => Assert.IsType<Meaning>(Hear(listen, keys)).Input;
}
