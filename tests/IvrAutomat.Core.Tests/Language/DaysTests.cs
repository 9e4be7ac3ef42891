using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Language;

/// <summary>Days as callers name them. Today is Monday 23 November 2026.</summary>
public class DaysTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Theory]
    [InlineData("dnes", "11-23")]
    [InlineData("dneska prosím", "11-23")]
    [InlineData("zítra", "11-24")]
    [InlineData("zejtra by to šlo", "11-24")]
    [InlineData("pozítří", "11-25")]
    [InlineData("ve středu", "11-25")]
    [InlineData("středa", "11-25")]
    [InlineData("tu středu", "11-25")]
    [InlineData("v úterý ráno", "11-24")]
    [InlineData("ve čtvrtek prosím", "11-26")]
    [InlineData("PATEK", "11-27")]
    [InlineData("v neděli", "11-29")]
    [InlineData("v pondělí", "11-23", "11-30")]
    [InlineData("příští pondělí", "11-30")]
    [InlineData("příští středu", "12-02", "11-25")]
    [InlineData("ve středu za týden", "12-02")]
    [InlineData("za týden", "11-30")]
    [InlineData("za tři dny", "11-26")]
    [InlineData("za 2 dny", "11-25")]
    [InlineData("o víkendu", "11-28", "11-29")]
    [InlineData("dvacátého pátého", "11-25")]
    [InlineData("pětadvacátého", "11-25")]
    [InlineData("petadvacatyho", "11-25")]
    [InlineData("třiadvacátého", "11-23")]
    [InlineData("dvacátého třetího listopadu", "11-23")]
    [InlineData("dvacátého šestého jedenáctý", "11-26")]
    [InlineData("prvního", "12-01")]
    [InlineData("prvního prosince", "12-01")]
    [InlineData("třicátého", "11-30")]
    [InlineData("jednatřicátého prosince", "12-31")]
    [InlineData("23. 11.", "11-23")]
    [InlineData("25.11.", "11-25")]
    [InlineData("25. listopadu", "11-25")]
    [InlineData("25.", "11-25")]
    [InlineData("ve středu dvacátého pátého", "11-25")]
    [InlineData("ve středu 25. 11. v deset", "11-25")]
    public void CzechDay_IsUnderstood(string speech, params string[] days) =>
        Assert.Equal(days.Select(day => DateOnly.Parse("2026-" + day)), Czech.Instance.Days(speech, Monday));

    [Theory]
    [InlineData("")]
    [InlineData("kdykoli")]
    [InlineData("v pondělí nebo v úterý")]
    [InlineData("ve středu dvacátého šestého")]
    [InlineData("v pondělí ne")]
    [InlineData("v pondělí nemůžu")]
    [InlineData("jen ne ve středu")]
    [InlineData("kromě středy")]
    [InlineData("dvojka")]
    [InlineData("2")]
    [InlineData("první")]
    [InlineData("v deset")]
    [InlineData("v 10")]
    [InlineData("od 8 do 12")]
    [InlineData("třicátého druhého")]
    [InlineData("30. 2.")]
    [InlineData("99. 99.")]
    public void CzechSpeechWithoutOneDay_NamesNone(string speech) => Assert.Empty(Czech.Instance.Days(speech, Monday));

    [Theory]
    [InlineData("today", "11-23")]
    [InlineData("tomorrow please", "11-24")]
    [InlineData("the day after tomorrow", "11-25")]
    [InlineData("on Wednesday", "11-25")]
    [InlineData("Monday", "11-23", "11-30")]
    [InlineData("next Monday", "11-30")]
    [InlineData("next Wednesday", "12-02", "11-25")]
    [InlineData("this Wednesday", "11-25")]
    [InlineData("Wednesday week", "12-02")]
    [InlineData("in three days", "11-26")]
    [InlineData("in a week", "11-30")]
    [InlineData("the twenty-fifth", "11-25")]
    [InlineData("the 25th", "11-25")]
    [InlineData("the 25th of November", "11-25")]
    [InlineData("November 25th", "11-25")]
    [InlineData("November the twenty fifth", "11-25")]
    [InlineData("25 November", "11-25")]
    [InlineData("the first of December", "12-01")]
    [InlineData("Wednesday the twenty-fifth of November", "11-25")]
    [InlineData("at the weekend", "11-28", "11-29")]
    public void EnglishDay_IsUnderstood(string speech, params string[] days) =>
        Assert.Equal(days.Select(day => DateOnly.Parse("2026-" + day)), English.Instance.Days(speech, Monday));

    [Theory]
    [InlineData("any time")]
    [InlineData("Monday or Tuesday")]
    [InlineData("not on Monday")]
    [InlineData("anything but not Wednesday")]
    [InlineData("I can't on Monday")]
    [InlineData("two")]
    [InlineData("the second")]
    [InlineData("at ten")]
    [InlineData("Wednesday the twenty-sixth")]
    [InlineData("may I")]
    public void EnglishSpeechWithoutOneDay_NamesNone(string speech) => Assert.Empty(English.Instance.Days(speech, Monday));

    [Fact]
    public void ADaySaidAsTheAutomatSaysIt_IsUnderstood()
    {
        foreach (var language in new SpokenLanguage[] { Czech.Instance, English.Instance })
        {
            for (var offset = 0; offset < 150; offset++)
            {
                var day = Monday.AddDays(offset);
                foreach (var form in new[] { DateForm.When, DateForm.For, DateForm.Of })
                {
                    var spoken = language.Date(day, Monday, form);
                    Assert.True(language.Days(spoken, Monday).Contains(day), $"{spoken} is {day:O}");
                }
            }
        }
    }

    [Fact]
    public void AtTheEndsOfTheCalendar_NothingIsThrown()
    {
        foreach (var today in new[] { DateOnly.MinValue, DateOnly.MaxValue })
        {
            foreach (var speech in new[] { "včera", "zítra", "v pondělí", "příští pátek", "31. 12.", "prvního", "o víkendu", "za týden" })
            {
                _ = Czech.Instance.Days(speech, today);
            }
        }
    }
}
