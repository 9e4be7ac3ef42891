namespace IvrAutomat.Language;

/// <summary>Places and addresses as Czech reads them aloud.</summary>
internal static class CzechPlaces
{
    private static readonly PlaceWords Words = new(
        [
            ("Z-BOX", "zet box"), ("nám.", "náměstí"), ("nábř.", "nábřeží"), ("tř.", "třída"), ("ul.", "ulice"), ("sv.", "svatého"), ("č. p.", "číslo popisné"),
        ],
        " lomeno ",
        n => CzechNumbers.Say(n, GrammaticalCase.Nominative, Gender.Masculine),
        CzechOrdinals.Genitive,
        CzechLetters.Groups,
        CzechLetters.Name);

    /// <summary>The words of a place.</summary>
    public static string Say(string place) => Words.Say(place);
}
