using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Language;

public class CzechDatesAndTimesTests
{
    /// <summary>A Sunday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("2026-11-20", DateForm.When, "předevčírem")]
    [InlineData("2026-11-21", DateForm.When, "včera")]
    [InlineData("2026-11-22", DateForm.When, "dnes")]
    [InlineData("2026-11-23", DateForm.When, "zítra")]
    [InlineData("2026-11-24", DateForm.When, "pozítří")]
    [InlineData("2026-11-25", DateForm.When, "ve středu")]
    [InlineData("2026-11-26", DateForm.When, "ve čtvrtek")]
    [InlineData("2026-11-28", DateForm.When, "v sobotu")]
    [InlineData("2026-11-29", DateForm.When, "v neděli dvacátého devátého listopadu")]
    [InlineData("2026-12-07", DateForm.When, "v pondělí sedmého prosince")]
    [InlineData("2026-12-31", DateForm.When, "ve čtvrtek třicátého prvního prosince")]
    [InlineData("2026-11-16", DateForm.When, "v pondělí")]
    [InlineData("2026-11-15", DateForm.When, "v neděli patnáctého listopadu")]
    [InlineData("2026-11-22", DateForm.Until, "do dneška")]
    [InlineData("2026-11-23", DateForm.Until, "do zítřka")]
    [InlineData("2026-11-25", DateForm.Until, "do středy")]
    [InlineData("2026-12-02", DateForm.Until, "do středy druhého prosince")]
    [InlineData("2026-11-30", DateForm.Until, "do pondělí třicátého listopadu")]
    [InlineData("2026-11-22", DateForm.Since, "ode dneška")]
    [InlineData("2026-11-21", DateForm.Since, "od včerejška")]
    [InlineData("2026-11-18", DateForm.Since, "od středy")]
    [InlineData("2026-11-09", DateForm.Since, "od pondělí devátého listopadu")]
    [InlineData("2026-11-22", DateForm.Of, "z dneška")]
    [InlineData("2026-11-21", DateForm.Of, "ze včerejška")]
    [InlineData("2026-11-18", DateForm.Of, "ze středy")]
    [InlineData("2026-11-16", DateForm.Of, "z pondělí")]
    [InlineData("2026-11-03", DateForm.Of, "z třetího listopadu")]
    [InlineData("2026-11-07", DateForm.Of, "ze sedmého listopadu")]
    [InlineData("2026-11-14", DateForm.Of, "ze čtrnáctého listopadu")]
    [InlineData("2026-11-23", DateForm.For, "zítřek")]
    [InlineData("2026-11-25", DateForm.For, "středu")]
    [InlineData("2026-12-07", DateForm.For, "pondělí sedmého prosince")]
    public void Day_IsNamedAsPeopleNameItToday(string day, DateForm form, string spoken) =>
        Assert.Equal(spoken, Czech.Instance.Date(DateOnly.Parse(day), Today, form));

    [Fact]
    public void DayOfTheReferenceVector_IsWeekdayAndDate() =>
        Assert.Equal("v pondělí dvacátého třetího listopadu",
            Czech.Instance.Date(new(2026, 11, 23), new(2026, 11, 1), DateForm.When));

    [Theory]
    [InlineData("2027-05-22", "v sobotu dvacátého druhého května")]
    [InlineData("2027-05-23", "v neděli dvacátého třetího května dva tisíce dvacet sedm")]
    [InlineData("2026-05-22", "v pátek dvacátého druhého května")]
    [InlineData("2026-05-21", "ve čtvrtek dvacátého prvního května dva tisíce dvacet šest")]
    [InlineData("1998-01-02", "v pátek druhého ledna devatenáct set devadesát osm")]
    public void Year_IsSaidBeyondSixMonths(string day, string spoken) =>
        Assert.Equal(spoken, Czech.Instance.Date(DateOnly.Parse(day), Today, DateForm.When));

    [Fact]
    public void EdgesOfTheCalendar_AreStillWords()
    {
        foreach (var form in Enum.GetValues<DateForm>())
        {
            Assert.DoesNotContain(Czech.Instance.Date(DateOnly.MaxValue, DateOnly.MinValue, form), char.IsDigit);
            Assert.DoesNotContain(Czech.Instance.Date(DateOnly.MinValue, DateOnly.MaxValue, form), char.IsDigit);
        }
    }

    [Theory]
    [InlineData("00:00", "o půlnoci")]
    [InlineData("01:00", "v jednu hodinu")]
    [InlineData("02:00", "ve dvě hodiny")]
    [InlineData("03:00", "ve tři hodiny")]
    [InlineData("04:00", "ve čtyři hodiny")]
    [InlineData("05:00", "v pět hodin")]
    [InlineData("09:00", "v devět hodin")]
    [InlineData("11:00", "v jedenáct hodin")]
    [InlineData("12:00", "v poledne")]
    [InlineData("12:05", "ve dvanáct hodin pět minut")]
    [InlineData("13:00", "ve třináct hodin")]
    [InlineData("14:30", "ve čtrnáct hodin třicet minut")]
    [InlineData("15:01", "v patnáct hodin jednu minutu")]
    [InlineData("19:00", "v devatenáct hodin")]
    [InlineData("20:00", "ve dvacet hodin")]
    [InlineData("22:02", "ve dvacet dva hodin dvě minuty")]
    [InlineData("00:30", "v nula hodin třicet minut")]
    public void TimeAt_HasItsPreposition(string time, string spoken) =>
        Assert.Equal(spoken, Czech.Instance.Time(TimeOnly.Parse(time), TimeForm.At));

    [Theory]
    [InlineData("00:00", "od půlnoci")]
    [InlineData("01:00", "od jedné hodiny")]
    [InlineData("08:00", "od osmi hodin")]
    [InlineData("08:30", "od osmi hodin třiceti minut")]
    [InlineData("21:00", "od jednadvaceti hodin")]
    [InlineData("23:00", "od třiadvaceti hodin")]
    public void TimeFrom_IsGenitive(string time, string spoken) =>
        Assert.Equal(spoken, Czech.Instance.Time(TimeOnly.Parse(time), TimeForm.From));

    [Theory]
    [InlineData("08:00", "16:00", "mezi osmou a šestnáctou hodinou")]
    [InlineData("01:00", "03:00", "mezi jednou a třetí hodinou")]
    [InlineData("19:00", "21:00", "mezi devatenáctou a dvacátou první hodinou")]
    [InlineData("08:30", "10:00", "mezi osmou třicet a desátou hodinou")]
    [InlineData("09:00", "17:05", "mezi devátou a sedmnáctou nula pět")]
    [InlineData("20:00", "00:00", "mezi dvacátou hodinou a půlnocí")]
    [InlineData("00:00", "08:00", "mezi půlnocí a osmou hodinou")]
    public void Window_IsInstrumental(string from, string to, string spoken) =>
        Assert.Equal(spoken, Czech.Instance.Between(TimeOnly.Parse(from), TimeOnly.Parse(to)));

    [Theory]
    [InlineData("08:00", "16:00", "od osmi do šestnácti hodin")]
    [InlineData("08:30", "16:00", "od osmi hodin třiceti minut do šestnácti hodin")]
    [InlineData("08:00", "00:00", "od osmi hodin do půlnoci")]
    [InlineData("00:00", "08:00", "od půlnoci do osmi hodin")]
    public void OpeningHours_SayTheHourOnce(string from, string to, string spoken) =>
        Assert.Equal(spoken, Czech.FromTo(TimeOnly.Parse(from), TimeOnly.Parse(to)));

    [Theory]
    [InlineData(20, "chvilku")]
    [InlineData(60, "jednu minutu")]
    [InlineData(100, "dvě minuty")]
    [InlineData(300, "pět minut")]
    [InlineData(3_600, "jednu hodinu")]
    [InlineData(5_400, "jednu hodinu třicet minut")]
    [InlineData(172_800, "dva dny")]
    [InlineData(-5, "chvilku")]
    public void Duration_IsAsExactAsACallerNeeds(int seconds, string spoken) =>
        Assert.Equal(spoken, Czech.Instance.Duration(TimeSpan.FromSeconds(seconds), GrammaticalCase.Accusative));
}
