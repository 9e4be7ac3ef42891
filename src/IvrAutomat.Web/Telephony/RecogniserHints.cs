using System.Collections.Immutable;

namespace IvrAutomat.Web.Telephony;

/// <summary>Words that the carrier's recogniser should expect. They are hints: what is understood is decided elsewhere.</summary>
internal static class RecogniserHints
{
    private static readonly ImmutableArray<string> CzechMenu =
        ["ano", "ne", "zrušit", "zásilka", "platba", "vrácení", "reklamace", "faktura", "jiná objednávka", "člověk", "zopakovat", "zpět"];

    private static readonly ImmutableArray<string> CzechNumber =
        ["nula", "jedna", "dva", "tři", "čtyři", "pět", "šest", "sedm", "osm", "devět", "dvacet dvacet šest", "člověk", "anglicky", "English"];

    private static readonly ImmutableArray<string> EnglishMenu =
        ["yes", "no", "cancel", "parcel", "payment", "return", "complaint", "invoice", "another order", "person", "repeat", "back"];

    private static readonly ImmutableArray<string> EnglishNumber =
        ["zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double", "twenty twenty six", "person", "Czech"];

    /// <summary>For a menu; the options' own names differ from call to call.</summary>
    /// <param name="language">The language of the call.</param>
    public static ImmutableArray<string> Menu(string language) => language == "en" ? EnglishMenu : CzechMenu;

    /// <summary>For a number.</summary>
    /// <param name="language">The language of the call.</param>
    public static ImmutableArray<string> Number(string language) => language == "en" ? EnglishNumber : CzechNumber;
}
