using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Language;

/// <summary>Times of day as callers name them.</summary>
public class TimesTests
{
    [Theory]
    [InlineData("dopoledne", "06:00-12:00")]
    [InlineData("odpoledne prosím", "12:00-18:00")]
    [InlineData("ráno", "05:00-09:00")]
    [InlineData("večer", "17:00-23:00")]
    [InlineData("v deset", "10:00", "22:00")]
    [InlineData("v deset hodin", "10:00", "22:00")]
    [InlineData("v deset dopoledne", "10:00")]
    [InlineData("v osm večer", "20:00")]
    [InlineData("ve dvě", "14:00", "02:00")]
    [InlineData("ve čtrnáct hodin", "14:00")]
    [InlineData("ve 14:30", "14:30")]
    [InlineData("v 10", "10:00", "22:00")]
    [InlineData("o půl deváté", "08:30", "20:30")]
    [InlineData("ve čtvrt na devět", "08:15", "20:15")]
    [InlineData("ve tři čtvrtě na devět", "08:45", "20:45")]
    [InlineData("v poledne", "12:00")]
    [InlineData("kolem desáté", "10:00", "22:00")]
    [InlineData("mezi osmou a dvanáctou", "08:00-12:00")]
    [InlineData("mezi osmou a šestnáctou hodinou", "08:00-16:00")]
    [InlineData("mezi dvanáctou a čtvrtou", "12:00-16:00")]
    [InlineData("mezi jednou a třetí", "13:00-15:00")]
    [InlineData("od osmi do dvanácti", "08:00-12:00")]
    [InlineData("od 8 do 12", "08:00-12:00")]
    [InlineData("8 až 12", "08:00-12:00")]
    [InlineData("do dvanácti", "00:00-12:00")]
    [InlineData("po obědě", "12:30-16:00")]
    [InlineData("před obědem", "08:00-12:00")]
    public void CzechTime_IsUnderstood(string speech, params string[] times) => Assert.Equal(times, Czech.Instance.Times(speech).Select(Text));

    [Theory]
    [InlineData("")]
    [InlineData("kdykoli")]
    [InlineData("v pondělí")]
    [InlineData("dvojka")]
    [InlineData("deset")]
    [InlineData("dopoledne nemůžu")]
    [InlineData("dopoledne nebo odpoledne")]
    [InlineData("první")]
    public void CzechSpeechWithoutATime_NamesNone(string speech) => Assert.Empty(Czech.Instance.Times(speech));

    [Theory]
    [InlineData("in the morning", "06:00-12:00")]
    [InlineData("afternoon please", "12:00-18:00")]
    [InlineData("at ten", "10:00", "22:00")]
    [InlineData("at ten o'clock", "10:00", "22:00")]
    [InlineData("ten a.m.", "10:00")]
    [InlineData("2 pm", "14:00")]
    [InlineData("two thirty p.m.", "14:30")]
    [InlineData("at 14:30", "14:30")]
    [InlineData("half past eight", "08:30", "20:30")]
    [InlineData("quarter to nine in the morning", "08:45")]
    [InlineData("at noon", "12:00")]
    [InlineData("between eight and twelve", "08:00-12:00")]
    [InlineData("between noon and four", "12:00-16:00")]
    [InlineData("from one to three", "13:00-15:00")]
    [InlineData("before noon", "00:00-12:00")]
    [InlineData("at eight in the evening", "20:00")]
    public void EnglishTime_IsUnderstood(string speech, params string[] times) => Assert.Equal(times, English.Instance.Times(speech).Select(Text));

    [Theory]
    [InlineData("any time")]
    [InlineData("two")]
    [InlineData("not in the morning")]
    [InlineData("on Monday")]
    public void EnglishSpeechWithoutATime_NamesNone(string speech) => Assert.Empty(English.Instance.Times(speech));

    [Fact]
    public void AnHourSaidAsTheAutomatSaysIt_IsUnderstood()
    {
        foreach (var language in new SpokenLanguage[] { Czech.Instance, English.Instance })
        {
            for (var hour = 1; hour < 24; hour++)
            {
                foreach (var minute in new[] { 0, 30 })
                {
                    var time = new TimeOnly(hour, minute);
                    var spoken = language.Time(time, TimeForm.At);
                    Assert.True(language.Times(spoken).Any(window => window.From == time), spoken);
                }
            }
        }
    }

    private static string Text(TimeWindow window) => window.From == window.Until ? $"{window.From:HH:mm}" : $"{window.From:HH:mm}-{window.Until:HH:mm}";
}
