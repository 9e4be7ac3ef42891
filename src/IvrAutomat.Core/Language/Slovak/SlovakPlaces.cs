namespace IvrAutomat.Language;

/// <summary>Places and addresses as Slovak reads them aloud; those of a Czech shop's parcels are mostly Czech, so their abbreviations are known too.</summary>
internal static class SlovakPlaces
{
    private static readonly PlaceWords Words = new(
        [
            ("Z-BOX", "zet box"), ("nám.", "námestie"), ("nábr.", "nábrežie"), ("nábř.", "nábrežie"), ("tř.", "trieda"), ("ul.", "ulica"), ("sv.", "svätého"),
            ("č. p.", "číslo popisné"), ("s. č.", "súpisné číslo"),
        ],
        " lomené ",
        n => SlovakNumbers.Say(n, GrammaticalCase.Nominative, Gender.Masculine),
        SlovakOrdinals.Genitive,
        SlovakLetters.Groups,
        SlovakLetters.Name);

    /// <summary>The words of a place.</summary>
    public static string Say(string place) => Words.Say(place);
}
