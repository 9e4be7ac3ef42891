using System.Globalization;
using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Language;

/// <summary>Numbers, money, days and times as Slovak says them.</summary>
public class SlovakSpeakingTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly Slovak Slovak = Slovak.Instance;

    [Theory]
    [InlineData(0, "nula")]
    [InlineData(1, "jedna")]
    [InlineData(2, "dve")]
    [InlineData(21, "dvadsaťjeden")]
    [InlineData(22, "dvadsaťdva")]
    [InlineData(100, "sto")]
    [InlineData(101, "sto jeden")]
    [InlineData(200, "dvesto")]
    [InlineData(293, "dvesto deväťdesiattri")]
    [InlineData(500, "päťsto")]
    [InlineData(1_000, "tisíc")]
    [InlineData(1_250, "tisíc dvesto päťdesiat")]
    [InlineData(2_000, "dvetisíc")]
    [InlineData(21_000, "dvadsaťjedentisíc")]
    [InlineData(150_002, "sto päťdesiat tisíc dva")]
    [InlineData(1_000_000, "milión")]
    [InlineData(2_001_000, "dva milióny jedentisíc")]
    [InlineData(3_000_000_000, "tri miliardy")]
    [InlineData(-5, "mínus päť")]
    public void Number_IsSaidInWords(long n, string words) => Assert.Equal(words, Slovak.Number(n, GrammaticalCase.Nominative, Gender.Feminine));

    [Theory]
    [InlineData(1, GrammaticalCase.Accusative, Gender.Feminine, "jednu")]
    [InlineData(1, GrammaticalCase.Genitive, Gender.Masculine, "jedného")]
    [InlineData(2, GrammaticalCase.Nominative, Gender.Masculine, "dva")]
    [InlineData(2, GrammaticalCase.Accusative, Gender.Neuter, "dve")]
    [InlineData(2, GrammaticalCase.Genitive, Gender.Masculine, "dvoch")]
    [InlineData(3, GrammaticalCase.Instrumental, Gender.Feminine, "troma")]
    [InlineData(4, GrammaticalCase.Dative, Gender.Feminine, "štyrom")]
    [InlineData(5, GrammaticalCase.Genitive, Gender.Masculine, "piatich")]
    [InlineData(8, GrammaticalCase.Genitive, Gender.Masculine, "ôsmich")]
    [InlineData(14, GrammaticalCase.Genitive, Gender.Masculine, "štrnástich")]
    [InlineData(20, GrammaticalCase.Instrumental, Gender.Masculine, "dvadsiatimi")]
    [InlineData(21, GrammaticalCase.Genitive, Gender.Masculine, "dvadsaťjeden")]
    [InlineData(24, GrammaticalCase.Genitive, Gender.Masculine, "dvadsiatich štyroch")]
    [InlineData(55, GrammaticalCase.Genitive, Gender.Masculine, "päťdesiatich piatich")]
    [InlineData(200, GrammaticalCase.Genitive, Gender.Masculine, "dvesto")]
    public void Number_AgreesWithItsNoun(long n, GrammaticalCase c, Gender g, string words) => Assert.Equal(words, Slovak.Number(n, c, g));

    [Theory]
    [InlineData(1, "prvý")]
    [InlineData(3, "tretí")]
    [InlineData(5, "piaty")]
    [InlineData(8, "ôsmy")]
    [InlineData(23, "dvadsiaty tretí")]
    [InlineData(101, "stý prvý")]
    [InlineData(2026, "dvetisíci dvadsiaty šiesty")]
    public void Ordinal_IsSaidInWords(int n, string words) => Assert.Equal(words, Slovak.Ordinal(n));

    [Theory]
    [InlineData("1", "jedna koruna", "jedno euro")]
    [InlineData("2", "dve koruny", "dve eurá")]
    [InlineData("5", "päť korún", "päť eur")]
    [InlineData("21", "dvadsaťjeden korún", "dvadsaťjeden eur")]
    [InlineData("293.5", "dvesto deväťdesiattri korún päťdesiat halierov", "dvesto deväťdesiattri eur päťdesiat centov")]
    [InlineData("1250", "tisíc dvesto päťdesiat korún", "tisíc dvesto päťdesiat eur")]
    [InlineData("0.02", "dva haliere", "dva centy")]
    [InlineData("0", "zadarmo", "zadarmo")]
    [InlineData("-99", "mínus deväťdesiatdeväť korún", "mínus deväťdesiatdeväť eur")]
    public void Money_IsInCrownsOrInEuros(string amount, string crowns, string euros)
    {
        var value = decimal.Parse(amount, CultureInfo.InvariantCulture);

        Assert.Equal(crowns, Slovak.Money(value, GrammaticalCase.Nominative));
        Assert.Equal(euros, Slovak.Euros(value, GrammaticalCase.Nominative));
    }

    [Theory]
    [InlineData("1", GrammaticalCase.Accusative, "jednu korunu")]
    [InlineData("3", GrammaticalCase.Genitive, "troch korún")]
    [InlineData("7", GrammaticalCase.Instrumental, "siedmimi korunami")]
    [InlineData("100", GrammaticalCase.Instrumental, "sto korunami")]
    [InlineData("1000000", GrammaticalCase.Instrumental, "miliónom korún")]
    public void Money_IsDeclined(string amount, GrammaticalCase c, string words)
        => Assert.Equal(words, Slovak.Money(decimal.Parse(amount, CultureInfo.InvariantCulture), c));

    [Theory]
    [InlineData(0, DateForm.When, "dnes")]
    [InlineData(1, DateForm.When, "zajtra")]
    [InlineData(2, DateForm.When, "pozajtra")]
    [InlineData(-2, DateForm.When, "predvčerom")]
    [InlineData(3, DateForm.When, "vo štvrtok")]
    [InlineData(-5, DateForm.When, "v stredu")]
    [InlineData(14, DateForm.When, "v pondelok siedmeho decembra")]
    [InlineData(1, DateForm.Until, "do zajtra")]
    [InlineData(2, DateForm.Until, "do stredy")]
    [InlineData(9, DateForm.Until, "do stredy druhého decembra")]
    [InlineData(-7, DateForm.Since, "od pondelka šestnásteho novembra")]
    [InlineData(-3, DateForm.Of, "z piatka")]
    [InlineData(-5, DateForm.Of, "zo stredy")]
    [InlineData(-20, DateForm.Of, "z tretieho novembra")]
    [InlineData(-16, DateForm.Of, "zo siedmeho novembra")]
    [InlineData(1, DateForm.For, "zajtra")]
    [InlineData(3, DateForm.For, "štvrtok")]
    [InlineData(400, DateForm.When, "v utorok dvadsiateho ôsmeho decembra dvetisíc dvadsaťsedem")]
    public void Day_IsSaidWithItsPreposition(int days, DateForm form, string words) => Assert.Equal(words, Slovak.Date(Monday.AddDays(days), Monday, form));

    [Theory]
    [InlineData("09:00", "o deviatej", "od deviatej")]
    [InlineData("08:00", "o ôsmej", "od ôsmej")]
    [InlineData("01:00", "o jednej", "od jednej")]
    [InlineData("03:00", "o tretej", "od tretej")]
    [InlineData("14:30", "o štrnástej tridsať", "od štrnástej tridsať")]
    [InlineData("16:05", "o šestnástej nula päť", "od šestnástej nula päť")]
    [InlineData("21:00", "o dvadsiatej prvej", "od dvadsiatej prvej")]
    [InlineData("00:00", "o polnoci", "od polnoci")]
    public void Time_IsOfTheTwentyFourHourClock(string time, string at, string from)
    {
        Assert.Equal(at, Slovak.Time(TimeOnly.Parse(time, CultureInfo.InvariantCulture), TimeForm.At));
        Assert.Equal(from, Slovak.Time(TimeOnly.Parse(time, CultureInfo.InvariantCulture), TimeForm.From));
    }

    [Theory]
    [InlineData("08:00", "16:00", "medzi ôsmou a šestnástou hodinou")]
    [InlineData("01:00", "03:00", "medzi jednou a treťou hodinou")]
    [InlineData("18:00", "00:00", "medzi osemnástou hodinou a polnocou")]
    [InlineData("08:30", "11:30", "medzi ôsmou tridsať a jedenástou tridsať")]
    public void Window_IsBetweenTwoHours(string from, string to, string words) => Assert.Equal(
        words, Slovak.Between(TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture)));

    [Fact]
    public void OtherValues_AreSaidAsPeopleSayThem()
    {
        Assert.Equal("deväť nula nula, nula nula jeden jeden", Slovak.Digits("9000011"));
        Assert.Equal("vé, ó, pomlčka, dva nula dva šesť", Slovak.Digits("VO-2026"));
        Assert.Equal("štyri, jeden, dva – osem, tri, šesť", Slovak.Code("412836"));
        Assert.Equal("tri až päť", Slovak.Range(3, 5, GrammaticalCase.Accusative, Gender.Feminine));
        Assert.Equal("a, b a c", Slovak.List(["a", "b", "c"]));
        Assert.Equal("dve minúty", Slovak.Duration(TimeSpan.FromMinutes(2), GrammaticalCase.Accusative));
        Assert.Equal("jednu hodinu tridsať minút", Slovak.Duration(TimeSpan.FromMinutes(90), GrammaticalCase.Accusative));
        Assert.Equal("päť dní", Slovak.Duration(TimeSpan.FromDays(5), GrammaticalCase.Nominative));
        Assert.Equal("chvíľku", Slovak.Duration(TimeSpan.FromSeconds(40), GrammaticalCase.Accusative));
        Assert.Equal("Bratislava, námestie Slobody dvanásť lomené tisíc dvadsaťsedem", Slovak.Place("Bratislava, nám. Slobody 12/1027"));
        Assert.Equal("Štúrova päť á", Slovak.Place("Štúrova 5a"));
        Assert.Equal([PluralForm.Other, PluralForm.One, PluralForm.Few, PluralForm.Many, PluralForm.Other], new[] { 0m, 1m, 3m, 1.5m, 21m }.Select(Slovak.Plural));
    }
}
