using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Language;

public sealed class CzechPlacesTests
{
    [Theory]
    [InlineData("Praha 2, Vzorová 5", "Praha dva, Vzorová pět")]
    [InlineData("Zlín, Vzorová 12/1027", "Zlín, Vzorová dvanáct lomeno tisíc dvacet sedm")]
    [InlineData("Dlouhá 5a", "Dlouhá pět á")]
    [InlineData("náměstí 28. října 3", "náměstí dvacátého osmého října tři")]
    [InlineData("nám. Míru 1", "náměstí Míru jeden")]
    [InlineData("Beroun", "Beroun")]
    [InlineData("Z-BOX 12345678", "zet box jedna dva tři, čtyři pět šest, sedm osm")]
    [InlineData("", "")]
    public void NumbersOfAPlace_AreWords_AndNamesStayAsTheyAre(string place, string said) => Assert.Equal(said, Czech.Instance.Place(place));
}
