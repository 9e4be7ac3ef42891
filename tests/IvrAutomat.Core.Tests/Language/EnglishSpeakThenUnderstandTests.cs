using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Language;

/// <summary>Whatever the automat can say in English, and however people dictate it, it understands.</summary>
public class EnglishSpeakThenUnderstandTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    [Fact]
    public void EveryNumberBelowAMillion_IsUnderstoodAsFirstCandidate()
    {
        for (var n = 0; n < 1_000_000; n += n < 10_000 ? 1 : 37)
        {
            var spoken = English.Instance.Number(n, GrammaticalCase.Nominative, Gender.Masculine);
            Assert.Equal(n.ToString(CultureInfo.InvariantCulture), English.Instance.DigitCandidates(spoken)[0]);
        }
    }

    [Fact]
    public void DigitsReadAloud_AreUnderstoodExactly() =>
        Check.One(Thorough, Prop.ForAll(Numbers(), digits =>
            English.Instance.DigitCandidates(English.Instance.Digits(digits)) is [var only] && only == digits
            && English.Instance.DigitCandidates(English.Instance.Code(digits)) is [var slowly] && slowly == digits));

    [Fact]
    public void ANumberDictatedInAnyStyle_IsAmongTheCandidates() =>
        Check.One(Thorough, Prop.ForAll(Numbers(), Arb.From(Gen.ArrayOf(Gen.Choose(0, 999), 12)), (digits, style) =>
        {
            var spoken = Dictated(digits, style);
            return English.Instance.DigitCandidates(spoken).Contains(digits).Label(spoken + " should give " + digits);
        }));

    [Theory]
    [InlineData("two zero two six double oh one double oh one", "2026001001")]
    [InlineData("twenty twenty-six, double zero one, double zero one", "2026001001")]
    [InlineData("two thousand and twenty six zero zero one zero zero one", "2026001001")]
    [InlineData("it's 2026 001 001", "2026001001")]
    [InlineData("my order number is two oh two six, oh oh one, oh oh one please", "2026001001")]
    [InlineData("triple seven, one two three, four five six", "777123456")]
    [InlineData("seven hundred and seventy-seven one hundred and twenty-three four hundred and fifty-six", "777123456")]
    [InlineData("four eight two one", "4821")]
    [InlineData("forty-eight twenty-one", "4821")]
    [InlineData("double five nine", "559")]
    [InlineData("two zeros one", "001")]
    [InlineData("two oh two five no sorry two oh two six", "2026")]
    public void WhatPeopleDictate_IsTheFirstCandidate(string speech, string digits) => Assert.Equal(digits, English.Instance.DigitCandidates(speech)[0]);

    [Theory]
    [InlineData("one", 1)]
    [InlineData("press two", 2)]
    [InlineData("number three please", 3)]
    [InlineData("option four", 4)]
    [InlineData("the second one", 2)]
    [InlineData("number one please", 1)]
    [InlineData("the second", 2)]
    [InlineData("one or two", null)]
    [InlineData("twelve", null)]
    [InlineData("I have one order", null)]
    public void AKey_IsNamed(string speech, int? key) => Assert.Equal(key, English.Instance.Key(speech));

    [Theory]
    [InlineData("the second one", 3, 2)]
    [InlineData("the last one", 3, 3)]
    [InlineData("the first please", 3, 1)]
    [InlineData("the middle one", 3, 2)]
    [InlineData("the fourth", 3, null)]
    [InlineData("first or last", 3, null)]
    public void APlaceInAList_IsNamed(string speech, int count, int? place) => Assert.Equal(place, English.Instance.PlaceInList(speech, count));

    [Fact]
    public void AnySpeech_GivesNoException() =>
        Check.One(Thorough, Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var speech = (text ?? "") + " twenty no the a.m. of double 25 next between";
            _ = English.Instance.Days(speech, new DateOnly(2026, 11, 23));
            _ = English.Instance.Times(speech);
            _ = English.Instance.Key(speech);
            _ = English.Instance.Command(speech, Enum.GetValues<SpokenCommand>().ToHashSet());
            return English.Instance.DigitCandidates(speech).Count <= 64;
        }));

    [Fact]
    public void EverythingSpoken_HasNoDigits() =>
        Check.One(Thorough, Prop.ForAll(ArbMap.Default.ArbFor<long>(), ArbMap.Default.ArbFor<int>(), (n, day) =>
        {
            var today = new DateOnly(2026, 11, 22);
            var spoken = English.Instance.Number(n, GrammaticalCase.Nominative, Gender.Neuter) + English.Instance.Money(n / 100m, GrammaticalCase.Nominative)
                + English.Instance.Date(today.AddDays(day % 100_000), today, DateForm.Of) + English.Instance.Ordinal(day);
            return !spoken.Any(char.IsDigit);
        }));

    private static Arbitrary<string> Numbers() => Arb.From(
        from length in Gen.Choose(4, 12)
        from digits in Gen.ArrayOf(Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(0, 9))), length)
        select string.Concat(digits));

    private static string Dictated(string digits, int[] choices)
    {
        var spoken = new List<string>();
        var at = 0;
        for (var i = 0; at < digits.Length; i++)
        {
            var choice = choices[i % choices.Length];
            var length = Math.Min(1 + choice % 3, digits.Length - at);
            var group = digits.Substring(at, length);
            at += length;
            spoken.Add((group.Length > 1 && group.Distinct().Count() == 1, choice % 2) switch
            {
                (true, 0) => (group.Length == 2 ? "double " : "triple ") + English.Instance.Digits(group[..1]),
                (_, 1) when group[0] != '0' => English.Instance.Number(int.Parse(group, CultureInfo.InvariantCulture), default, default),
                _ => English.Instance.Digits(group).Replace("zero", choice % 5 == 0 ? "oh" : "zero", StringComparison.Ordinal),
            });
        }

        return string.Join(choices[0] % 2 == 0 ? ", " : " ", spoken);
    }
}
