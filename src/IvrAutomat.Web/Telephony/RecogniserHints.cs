using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// Words that the carrier's recogniser should expect. They are hints: what is understood is decided elsewhere. A language without any is
/// recognised without them.
/// </summary>
internal static class RecogniserHints
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Menus = new Dictionary<string, ImmutableArray<string>>
    {
        ["cs"] = ["ano", "ne", "zrušit", "zásilka", "platba", "vrácení", "reklamace", "faktura", "jiná objednávka", "člověk", "zopakovat", "zpět"],
        ["en"] = ["yes", "no", "cancel", "parcel", "payment", "return", "complaint", "invoice", "another order", "person", "repeat", "back"],
        ["sk"] = ["áno", "nie", "zrušiť", "zásielka", "platba", "vrátenie", "reklamácia", "faktúra", "iná objednávka", "človek", "zopakovať", "späť"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, ImmutableArray<string>> Numbers = new Dictionary<string, ImmutableArray<string>>
    {
        ["cs"] = ["nula", "jedna", "dva", "tři", "čtyři", "pět", "šest", "sedm", "osm", "devět", "dvacet dvacet šest", "člověk", "anglicky", "English", "slovensky"],
        ["en"] = ["zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double", "twenty twenty six", "person", "Czech"],
        ["sk"] = ["nula", "jeden", "jedna", "dva", "tri", "štyri", "päť", "šesť", "sedem", "osem", "deväť", "dvadsať dvadsaťšesť", "človek", "česky"],
    }.ToFrozenDictionary();

    /// <summary>For a menu; the options' own names differ from call to call.</summary>
    /// <param name="language">The language of the call.</param>
    public static ImmutableArray<string> Menu(string language) => Menus.GetValueOrDefault(language, []);

    /// <summary>For a number.</summary>
    /// <param name="language">The language of the call.</param>
    public static ImmutableArray<string> Number(string language) => Numbers.GetValueOrDefault(language, []);
}
