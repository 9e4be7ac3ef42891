using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Language;

/// <summary>Numbers, money, days and times as English says them in a Czech shop.</summary>
public class EnglishSpeakingTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Theory]
    [InlineData(0, "zero")]
    [InlineData(1, "one")]
    [InlineData(13, "thirteen")]
    [InlineData(21, "twenty-one")]
    [InlineData(100, "one hundred")]
    [InlineData(101, "one hundred and one")]
    [InlineData(1000, "one thousand")]
    [InlineData(1001, "one thousand and one")]
    [InlineData(1290, "one thousand two hundred and ninety")]
    [InlineData(21_000, "twenty-one thousand")]
    [InlineData(1_000_000, "one million")]
    [InlineData(-5, "minus five")]
    [InlineData(long.MinValue, "minus nine quintillion two hundred and twenty-three quadrillion three hundred and seventy-two trillion thirty-six billion "
        + "eight hundred and fifty-four million seven hundred and seventy-five thousand eight hundred and eight")]
    public void Number_IsSaidInWords(long n, string words) =>
        Assert.Equal(words, English.Instance.Number(n, GrammaticalCase.Genitive, Gender.Feminine));

    [Theory]
    [InlineData(1, "first")]
    [InlineData(2, "second")]
    [InlineData(3, "third")]
    [InlineData(5, "fifth")]
    [InlineData(8, "eighth")]
    [InlineData(9, "ninth")]
    [InlineData(12, "twelfth")]
    [InlineData(20, "twentieth")]
    [InlineData(23, "twenty-third")]
    [InlineData(101, "one hundred and first")]
    public void Ordinal_IsSaidInWords(int n, string words) => Assert.Equal(words, English.Instance.Ordinal(n));

    [Theory]
    [InlineData("1", "one crown")]
    [InlineData("2", "two crowns")]
    [InlineData("1290", "one thousand two hundred and ninety crowns")]
    [InlineData("293.5", "two hundred and ninety-three crowns and fifty hellers")]
    [InlineData("0.01", "one heller")]
    [InlineData("0", "free of charge")]
    [InlineData("-99", "minus ninety-nine crowns")]
    public void Money_IsInCrowns(string amount, string words) =>
        Assert.Equal(words, English.Instance.Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), GrammaticalCase.Accusative));

    [Theory]
    [InlineData(0, DateForm.When, "today")]
    [InlineData(1, DateForm.When, "tomorrow")]
    [InlineData(2, DateForm.When, "on Wednesday")]
    [InlineData(-1, DateForm.When, "yesterday")]
    [InlineData(-3, DateForm.When, "on Friday")]
    [InlineData(14, DateForm.When, "on Monday the seventh of December")]
    [InlineData(1, DateForm.Until, "until tomorrow")]
    [InlineData(2, DateForm.Until, "until Wednesday")]
    [InlineData(14, DateForm.Until, "until Monday the seventh of December")]
    [InlineData(-1, DateForm.Since, "since yesterday")]
    [InlineData(-7, DateForm.Since, "since Monday the sixteenth of November")]
    [InlineData(-3, DateForm.Of, "from Friday")]
    [InlineData(-20, DateForm.Of, "from the third of November")]
    [InlineData(1, DateForm.For, "tomorrow")]
    [InlineData(14, DateForm.For, "Monday the seventh of December")]
    [InlineData(400, DateForm.When, "on Tuesday the twenty-eighth of December twenty twenty-seven")]
    public void Day_IsSaidWithItsPreposition(int days, DateForm form, string words) =>
        Assert.Equal(words, English.Instance.Date(Monday.AddDays(days), Monday, form));

    [Theory]
    [InlineData("09:00", "at nine a.m.")]
    [InlineData("12:00", "at noon")]
    [InlineData("00:00", "at midnight")]
    [InlineData("14:30", "at two thirty p.m.")]
    [InlineData("16:05", "at four oh five p.m.")]
    [InlineData("00:10", "at twelve ten a.m.")]
    public void Time_IsOfTheTwelveHourClock(string time, string words) => Assert.Equal(words, English.Instance.Time(TimeOnly.Parse(time), TimeForm.At));

    [Theory]
    [InlineData("08:00", "16:00", "between eight a.m. and four p.m.")]
    [InlineData("08:00", "11:00", "between eight and eleven a.m.")]
    [InlineData("08:00", "12:00", "between eight a.m. and noon")]
    public void Window_SaysTheHalfOfTheDayOnce(string from, string to, string words) =>
        Assert.Equal(words, English.Instance.Between(TimeOnly.Parse(from), TimeOnly.Parse(to)));

    [Fact]
    public void OtherValues_AreSaidAsPeopleSayThem()
    {
        var english = English.Instance;
        Assert.Equal("nine zero zero, zero zero one one", english.Digits("9000011"));
        Assert.Equal("V, O, dash, two zero two six, dash, zero zero zero one", english.Digits("VO-2026-0001"));
        Assert.Equal("four, one, two – eight, three, six", english.Code("412836"));
        Assert.Equal("three to five", english.Range(3, 5, GrammaticalCase.Accusative, Gender.Feminine));
        Assert.Equal("a, b and c", english.List(["a", "b", "c"]));
        Assert.Equal("two minutes", english.Duration(TimeSpan.FromMinutes(2), GrammaticalCase.Accusative));
        Assert.Equal("one hour and thirty minutes", english.Duration(TimeSpan.FromMinutes(90), GrammaticalCase.Accusative));
        Assert.Equal("a moment", english.Duration(TimeSpan.FromSeconds(40), GrammaticalCase.Accusative));
        Assert.Equal("Praha two, Vzorová twelve slash one thousand and twenty-seven", english.Place("Praha 2, Vzorová 12/1027"));
        Assert.Equal([PluralForm.Other, PluralForm.One, PluralForm.Other, PluralForm.Other], new[] { 0m, 1m, 1.5m, 21m }.Select(english.Plural));
    }

    [Theory]
    [InlineData("from nine a.m.", TimeForm.From)]
    [InlineData("at nine a.m.", TimeForm.At)]
    public void TimeForm_ChoosesThePreposition(string words, TimeForm form) => Assert.Equal(words, English.Instance.Time(new TimeOnly(9, 0), form));
}
