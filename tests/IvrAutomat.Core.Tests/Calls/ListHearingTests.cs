using IvrAutomat.Calls;
using IvrAutomat.Core.Tests.Language;
using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Calls;

/// <summary>Menus whose options are days, windows, goods and places. Today is Monday 23 November 2026.</summary>
public sealed class ListHearingTests
{
    private static readonly MenuListen Days = new([Day(1, 24), Day(2, 25), Day(3, 26)]);

    private static readonly MenuListen Windows = new([
        Day(1, 24) with { From = new TimeOnly(8, 0), Until = new TimeOnly(12, 0) },
        Day(2, 24) with { From = new TimeOnly(12, 0), Until = new TimeOnly(16, 0) },
        Day(3, 25) with { From = new TimeOnly(8, 0), Until = new TimeOnly(12, 0) }]);

    private static readonly MenuListen Goods = new([
        Named(1, "Pánské běžecké boty Vzor 42"), Named(2, "Pánská mikina s kapucí"), Named(3, "Hrnek keramický modrý")]);

    [Theory]
    [InlineData("zítra", 1)]
    [InlineData("ve středu prosím", 2)]
    [InlineData("šestadvacátého", 3)]
    [InlineData("26. listopadu", 3)]
    [InlineData("pozítří", 2)]
    [InlineData("ve středu, děkuji, nashledanou", 2)]
    [InlineData("první", 1)]
    [InlineData("tu druhou", 2)]
    [InlineData("tu poslední", 3)]
    [InlineData("ten prostřední termín", 2)]
    [InlineData("dvojka", 2)]
    [InlineData("dvojku prosím", 2)]
    [InlineData("tři", 3)]
    public void ASpokenDayOrPlace_ChoosesItsOption(string words, int option) => Assert.Equal(new OptionChosen($"day {option}"), Hear(Days, words));

    [Theory]
    [InlineData("v pátek")]
    [InlineData("ve středu nebo ve čtvrtek")]
    [InlineData("ve středu nemůžu")]
    [InlineData("o víkendu")]
    [InlineData("kdykoli")]
    public void ADayThatIsNotOfferedOrNotClear_IsNotUnderstood(string words) => Assert.IsType<NotUnderstood>(Hear(Days, words));

    [Fact]
    public void APlaceThatTheListDoesNotHave_IsAnotherKey() => Assert.IsType<OtherKey>(Hear(Days, "čtvrtá"));

    [Theory]
    [InlineData("ve středu", 3)]
    [InlineData("zítra dopoledne", 1)]
    [InlineData("odpoledne", 2)]
    [InlineData("zítra ve dvě", 2)]
    [InlineData("zítra mezi osmou a dvanáctou", 1)]
    public void DayAndTime_ChooseTheOneWindowThatFitsBoth(string words, int option) => Assert.Equal(new OptionChosen($"day {option}"), Hear(Windows, words));

    [Theory]
    [InlineData("zítra")]
    [InlineData("dopoledne")]
    [InlineData("ve středu odpoledne")]
    [InlineData("zítra mezi desátou a třetí")]
    public void SeveralWindowsOrNone_AreNotUnderstood(string words) => Assert.IsType<NotUnderstood>(Hear(Windows, words));

    [Theory]
    [InlineData("boty", 1)]
    [InlineData("ty běžecké boty", 1)]
    [InlineData("mikinu prosím", 2)]
    [InlineData("HRNEK", 3)]
    [InlineData("ten modrý hrneček", 3)]
    [InlineData("poslední", 3)]
    public void AThing_IsChosenByWordsThatOnlyItHas(string words, int option) => Assert.Equal(new OptionChosen($"item {option}"), Hear(Goods, words));

    [Theory]
    [InlineData("pánské")]
    [InlineData("boty a mikinu")]
    [InlineData("ne boty")]
    [InlineData("televizi")]
    public void AThingThatIsNotClear_IsNotUnderstood(string words) => Assert.IsType<NotUnderstood>(Hear(Goods, words));

    [Theory]
    [InlineData("člověka prosím", GlobalCommand.Person)]
    [InlineData("zpět", GlobalCommand.Back)]
    [InlineData("nevím, asi ve středu", GlobalCommand.Help)]
    public void ACommandOfEveryStep_GoesBeforeAGuess(string words, GlobalCommand command) => Assert.Equal(new CommandGiven(command), Hear(Days, words));

    [Theory]
    [InlineData("on Wednesday", 2)]
    [InlineData("the last one", 3)]
    [InlineData("the twenty-sixth of November", 3)]
    [InlineData("tomorrow works", 1)]
    public void InEnglishADay_ChoosesItsOption(string words, int option)
        => Assert.Equal(new OptionChosen($"day {option}"), Hear(Days, words, English.Instance));

    private static CallerInput Hear(Listen listen, string words, SpokenLanguage? language = null)
        => Assert.IsType<Meaning>(Hearing.Interpret(listen, null, words, "", ShippedWords.Tongue(language ?? Czech.Instance))).Input;

    private static Option Day(int key, int day) => new($"day {key}", key, []) { Day = new DateOnly(2026, 11, day) };

    private static Option Named(int key, string name) => new($"item {key}", key, []) { Spoken = [name] };
}
