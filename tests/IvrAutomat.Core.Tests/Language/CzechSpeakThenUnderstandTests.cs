using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Language;

/// <summary>Whatever the automat can say, and however people dictate it, it understands.</summary>
public class CzechSpeakThenUnderstandTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    [Fact]
    public void EveryNumberBelowAMillion_IsUnderstoodAsFirstCandidate()
    {
        // Every number of the first ten thousand, then steps that meet all last digits and all thousands.
        for (var n = 0; n < 1_000_000; n += n < 10_000 ? 1 : 37)
        {
            var spoken = Czech.Instance.Number(n, GrammaticalCase.Nominative, Gender.Feminine);
            Assert.Equal(n.ToString(CultureInfo.InvariantCulture), Czech.Instance.DigitCandidates(spoken)[0]);
        }
    }

    [Fact]
    public void EveryCaseAndGender_IsUnderstood()
    {
        foreach (var c in Enum.GetValues<GrammaticalCase>())
        {
            foreach (var g in Enum.GetValues<Gender>())
            {
                for (var n = 0; n < 2_500; n++)
                {
                    // "Jednou" is "once", which nobody says for the digit.
                    if (n == 1 && c == GrammaticalCase.Instrumental && g == Gender.Feminine)
                    {
                        continue;
                    }

                    Assert.Contains(n.ToString(CultureInfo.InvariantCulture), Czech.Instance.DigitCandidates(Czech.Instance.Number(n, c, g)));
                }
            }
        }
    }

    [Fact]
    public void InvertedForms_AreUnderstood()
    {
        for (var n = 21; n < 100; n++)
        {
            if (n % 10 > 0)
            {
                var spoken = CzechNumeralForms.Inverted(n);
                Assert.Equal([n.ToString(CultureInfo.InvariantCulture)], Czech.Instance.DigitCandidates(spoken));
                Assert.Equal([n.ToString(CultureInfo.InvariantCulture)], Czech.Instance.DigitCandidates(PlainText.Of(spoken).ToUpperInvariant()));
            }
        }
    }

    [Fact]
    public void DigitsReadAloud_AreUnderstoodExactly() =>
        Check.One(Thorough, Prop.ForAll(OrderNumbers(), digits =>
            Czech.Instance.DigitCandidates(Czech.Instance.Digits(digits)) is [var only] && only == digits
            && Czech.Instance.DigitCandidates(Czech.Instance.Code(digits)) is [var slowly] && slowly == digits));

    [Fact]
    public void OrderNumberDictatedInAnyStyle_IsAmongTheCandidates() =>
        Check.One(Thorough, Prop.ForAll(OrderNumbers(), Styles(), (digits, style) =>
        {
            var spoken = DictationStyle.Say(digits, style);
            return Czech.Instance.DigitCandidates(spoken).Contains(digits)
                .Label(spoken + " should give " + digits);
        }));

    [Fact]
    public void AnySpeech_GivesFewDifferentDigitStringsAndNoException() =>
        Check.One(Thorough, Prop.ForAll(Babble(), speech =>
        {
            var candidates = Czech.Instance.DigitCandidates(speech);
            _ = Czech.Instance.Command(speech, Enum.GetValues<SpokenCommand>().ToHashSet());
            _ = Czech.Instance.Key(speech);
            return candidates.Count <= 64
                && candidates.Distinct(StringComparer.Ordinal).Count() == candidates.Count
                && candidates.All(candidate => candidate.Length is > 0 and <= 32 && candidate.All(char.IsAsciiDigit));
        }));

    [Fact]
    public void EverythingSpoken_HasNoDigits() =>
        Check.One(Thorough, Prop.ForAll(Arbitrary.Of<long>(), Arbitrary.Of<int>(), (n, day) =>
        {
            var today = new DateOnly(2026, 11, 22);
            var c = (GrammaticalCase)(Math.Abs(n % 6));
            var spoken = Czech.Instance.Number(n, c, Gender.Neuter) + Czech.Instance.Money(n / 100m, c)
                + Czech.Instance.Date(today.AddDays(day), today, DateForm.Of) + Czech.Instance.Duration(TimeSpan.FromSeconds(day), c);
            return !spoken.Any(char.IsDigit);
        }));

    private static Arbitrary<string> OrderNumbers() => Arb.From(
        from length in Gen.Choose(4, 12)
        from digits in Gen.ArrayOf(Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(0, 9))), length)
        select string.Concat(digits));

    private static Arbitrary<int[]> Styles() => Arb.From(Gen.ArrayOf(Gen.Choose(0, 999), 12));

    private static Arbitrary<string> Babble()
    {
        string[] words =
        [
            "dva", "dvacet", "sto", "set", "sta", "tisíc", "milion", "nuly", "dvakrát", "krát", "ne", "oprava", "a", ",", "2026", "0", "ano", "zrušit",
            "člověk", "ehm", "\uD83D", "７", "\u0000", "pěta", "e\u0301", "99999999999999999999", "nechci", "x", "",
        ];
        return Arb.From(Gen.ListOf(Gen.OneOf(Gen.Elements(words), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")))
            .Select(parts => string.Join(' ', parts)));
    }

    private static class Arbitrary
    {
        public static Arbitrary<T> Of<T>() => ArbMap.Default.ArbFor<T>();
    }
}
