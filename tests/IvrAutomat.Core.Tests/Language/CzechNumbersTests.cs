using IvrAutomat.Language;
using static IvrAutomat.Language.Gender;
using static IvrAutomat.Language.GrammaticalCase;

namespace IvrAutomat.Core.Tests.Language;

public class CzechNumbersTests
{
    [Theory]
    [InlineData(0, Masculine, "nula")]
    [InlineData(1, Masculine, "jeden")]
    [InlineData(1, Feminine, "jedna")]
    [InlineData(1, Neuter, "jedno")]
    [InlineData(2, Masculine, "dva")]
    [InlineData(2, Feminine, "dvě")]
    [InlineData(2, Neuter, "dvě")]
    [InlineData(21, Feminine, "dvacet jedna")]
    [InlineData(22, Feminine, "dvacet dva")]
    [InlineData(25, Masculine, "dvacet pět")]
    [InlineData(68, Masculine, "šedesát osm")]
    [InlineData(100, Masculine, "sto")]
    [InlineData(101, Masculine, "sto jedna")]
    [InlineData(200, Masculine, "dvě stě")]
    [InlineData(300, Masculine, "tři sta")]
    [InlineData(500, Masculine, "pět set")]
    [InlineData(999, Masculine, "devět set devadesát devět")]
    [InlineData(1_000, Masculine, "tisíc")]
    [InlineData(1_001, Masculine, "tisíc jedna")]
    [InlineData(2_000, Masculine, "dva tisíce")]
    [InlineData(5_000, Masculine, "pět tisíc")]
    [InlineData(21_000, Masculine, "dvacet jedna tisíc")]
    [InlineData(1_000_000, Masculine, "milion")]
    [InlineData(1_001_000, Masculine, "milion jeden tisíc")]
    [InlineData(2_000_000_000, Masculine, "dvě miliardy")]
    [InlineData(-5, Masculine, "mínus pět")]
    public void Cardinal_IsSpokenTensFirst(long n, Gender g, string spoken) =>
        Assert.Equal(spoken, Czech.Instance.Number(n, Nominative, g));

    [Theory]
    [InlineData(2, Genitive, "dvou")]
    [InlineData(3, Genitive, "tří")]
    [InlineData(4, Genitive, "čtyř")]
    [InlineData(5, Genitive, "pěti")]
    [InlineData(9, Genitive, "devíti")]
    [InlineData(10, Genitive, "deseti")]
    [InlineData(14, Genitive, "čtrnácti")]
    [InlineData(21, Genitive, "jednadvaceti")]
    [InlineData(24, Genitive, "čtyřiadvaceti")]
    [InlineData(25, Genitive, "dvaceti pěti")]
    [InlineData(30, Genitive, "třiceti")]
    [InlineData(100, Genitive, "sta")]
    [InlineData(200, Genitive, "dvou set")]
    [InlineData(500, Dative, "pěti stům")]
    [InlineData(500, Locative, "pěti stech")]
    [InlineData(500, Instrumental, "pěti sty")]
    [InlineData(1_000, Genitive, "tisíce")]
    [InlineData(2_758, Genitive, "dva tisíce sedm set padesáti osmi")]
    [InlineData(1, Genitive, "jednoho")]
    [InlineData(1, Instrumental, "jedním")]
    [InlineData(2, Instrumental, "dvěma")]
    [InlineData(3, Instrumental, "třemi")]
    [InlineData(4, Instrumental, "čtyřmi")]
    [InlineData(5, Instrumental, "pěti")]
    [InlineData(3, Dative, "třem")]
    [InlineData(4, Locative, "čtyřech")]
    public void Cardinal_IsDeclined(long n, GrammaticalCase c, string spoken) =>
        Assert.Equal(spoken, Czech.Instance.Number(n, c, Masculine));

    [Theory]
    [InlineData(1, Feminine, "jednu")]
    [InlineData(2, Feminine, "dvě")]
    [InlineData(1, Masculine, "jeden")]
    [InlineData(1, Neuter, "jedno")]
    public void Accusative_ShowsTheGenderOfOneAndTwo(long n, Gender g, string spoken) =>
        Assert.Equal(spoken, Czech.Instance.Number(n, Accusative, g));

    [Theory]
    [InlineData("0", PluralForm.Other)]
    [InlineData("1", PluralForm.One)]
    [InlineData("1.00", PluralForm.One)]
    [InlineData("2", PluralForm.Few)]
    [InlineData("4", PluralForm.Few)]
    [InlineData("5", PluralForm.Other)]
    [InlineData("21", PluralForm.Other)]
    [InlineData("22", PluralForm.Other)]
    [InlineData("101", PluralForm.Other)]
    [InlineData("1.5", PluralForm.Many)]
    [InlineData("0.5", PluralForm.Many)]
    [InlineData("-1", PluralForm.One)]
    public void Plural_FollowsCldr(string n, PluralForm form) =>
        Assert.Equal(form, Czech.Instance.Plural(decimal.Parse(n, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Plural_OfAllNumbersTo200_IsOneFewOrOther()
    {
        for (var n = 0; n <= 200; n++)
        {
            var expected = n == 1 ? PluralForm.One : n is >= 2 and <= 4 ? PluralForm.Few : PluralForm.Other;
            Assert.Equal(expected, Czech.Instance.Plural(n));
            Assert.Equal(PluralForm.Many, Czech.Instance.Plural(n + 0.5m));
        }
    }

    [Theory]
    [InlineData(1, "první")]
    [InlineData(3, "třetí")]
    [InlineData(20, "dvacátý")]
    [InlineData(21, "dvacátý první")]
    [InlineData(100, "stý")]
    [InlineData(150, "stý padesátý")]
    [InlineData(1_000, "tisící")]
    [InlineData(2_026, "dvoutisící dvacátý šestý")]
    [InlineData(25_000, "pětadvacetitisící")]
    public void Ordinal_IsMasculine(int n, string spoken) => Assert.Equal(spoken, Czech.Instance.Ordinal(n));

    [Theory]
    [InlineData(3, 5, "tři až pět")]
    [InlineData(1, 2, "jednu až dvě")]
    [InlineData(4, 4, "čtyři")]
    public void Range_SaysBothEndsOnce(long from, long to, string spoken) =>
        Assert.Equal(spoken, Czech.Instance.Range(from, to, Accusative, Feminine));

    [Fact]
    public void ExtremeNumbers_AreStillWords()
    {
        foreach (var n in new[] { long.MinValue, long.MaxValue })
        {
            foreach (var c in Enum.GetValues<GrammaticalCase>())
            {
                Assert.DoesNotContain(Czech.Instance.Number(n, c, Feminine), char.IsDigit);
            }
        }

        Assert.StartsWith("mínus", Czech.Instance.Ordinal(int.MinValue), StringComparison.Ordinal);
    }
}
