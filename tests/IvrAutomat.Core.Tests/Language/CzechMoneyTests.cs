using System.Globalization;
using IvrAutomat.Language;
using static IvrAutomat.Language.GrammaticalCase;

namespace IvrAutomat.Core.Tests.Language;

public class CzechMoneyTests
{
    [Theory]
    [InlineData("0", "zdarma")]
    [InlineData("0.004", "zdarma")]
    [InlineData("1", "jedna koruna")]
    [InlineData("2", "dvě koruny")]
    [InlineData("5", "pět korun")]
    [InlineData("22", "dvacet dva korun")]
    [InlineData("101", "sto jedna korun")]
    [InlineData("293", "dvě stě devadesát tři korun")]
    [InlineData("293.50", "dvě stě devadesát tři korun padesát haléřů")]
    [InlineData("293.00", "dvě stě devadesát tři korun")]
    [InlineData("0.5", "padesát haléřů")]
    [InlineData("0.01", "jeden haléř")]
    [InlineData("1250", "tisíc dvě stě padesát korun")]
    [InlineData("1290", "tisíc dvě stě devadesát korun")]
    [InlineData("2000", "dva tisíce korun")]
    [InlineData("21000", "dvacet jedna tisíc korun")]
    [InlineData("1000000", "milion korun")]
    [InlineData("-50", "mínus padesát korun")]
    [InlineData("99.995", "sto korun")]
    public void Amount_InTheNominative(string amount, string spoken) =>
        Assert.Equal(spoken, Czech.Instance.Money(Parse(amount), Nominative));

    [Theory]
    [InlineData("1", Accusative, "jednu korunu")]
    [InlineData("2", Accusative, "dvě koruny")]
    [InlineData("5", Genitive, "pěti korun")]
    [InlineData("5", Dative, "pěti korunám")]
    [InlineData("2", Locative, "dvou korunách")]
    [InlineData("3", Instrumental, "třemi korunami")]
    [InlineData("1000", Instrumental, "tisícem korun")]
    [InlineData("1290", Genitive, "tisíc dvě stě devadesáti korun")]
    public void Amount_InAnotherCase(string amount, GrammaticalCase c, string spoken) =>
        Assert.Equal(spoken, Czech.Instance.Money(Parse(amount), c));

    [Fact]
    public void Euros_HaveTheirOwnGenders()
    {
        Assert.Equal("devatenáct eur devadesát centů", Czech.Euros(19.90m, Nominative));
        Assert.Equal("jedno euro jeden cent", Czech.Euros(1.01m, Nominative));
    }

    [Fact]
    public void AmountBeyondAllMoney_IsRefusedWithItsName() =>
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => Czech.Instance.Money(decimal.MaxValue, Nominative));

    private static decimal Parse(string amount) => decimal.Parse(amount, CultureInfo.InvariantCulture);
}
