using System.Collections.Frozen;
using static IvrAutomat.Language.ListeningGrammar;

namespace IvrAutomat.Language;

/// <summary>The small words of Czech, and of the Slovak that Czech recognisers write down.</summary>
internal static class CzechGrammar
{
    private static readonly FrozenDictionary<string, int> Ordinals = new Dictionary<string, int>
    {
        ["prvni"] = 1,
        ["druha"] = 2,
        ["druhou"] = 2,
        ["druhy"] = 2,
        ["druhe"] = 2,
        ["treti"] = 3,
        ["ctvrta"] = 4,
        ["ctvrtou"] = 4,
        ["ctvrty"] = 4,
        ["pata"] = 5,
        ["patou"] = 5,
        ["paty"] = 5,
        ["sesta"] = 6,
        ["sestou"] = 6,
        ["sedma"] = 7,
        ["sedmou"] = 7,
        ["osma"] = 8,
        ["osmou"] = 8,
        ["devata"] = 9,
        ["devatou"] = 9,
    }.ToFrozenDictionary();

    public static ListeningGrammar Instance { get; } = new()
    {
        Cut = SpeechText.Words,
        Fillers = Set("no tak takze teda tedy a i e ee eee ehm hm hmm mm prosim vas vam ja bych jsem si mi me se uz jako proste vlastne vite to ta "
            + "ten tu dejte chtel chtela chci tady pak pekne dobry den jeste jo ano"),
        Conditions = Set("ale jenze pokud jestli jestlize kdyby kdybych kdyz az radsi radeji misto mozna asi snad nejspis treba leda nebo"),
        Refusals = Set("nechci nechceme nechtel nechtela nechtejte nepotrebuji nepotrebuju nepotrebujeme nebudu nebudeme nemusite nemusim netreba "
            + "nehodlam nepreji"),
        NewWish = Set("chci chceme ale a dejte bych potrebuji potrebuju potrebujeme radsi radeji"),
        TopicMarks = Set("kvuli ohledne o oddeleni oddelenim"),
        BareNo = "ne",
        Exclusions = Set("ne nechci nemuzu nemohu nemuzeme nehodi nejde nejsem nejsme nebudu nebudeme nevyhovuje nikoli nikoliv krome mimo nesmi "
            + "nelibi nestihnu nestiham"),
        IsImperative = word => word.EndsWith("te", StringComparison.Ordinal),
        AroundKeys = Set("no tak takze teda tedy prosim prosimvas vas ehm hm eh e ja bych si chci chtel chtela bude je to ta ten tu tou tam tim za na pod s "
            + "cislo klavesa klavesu klavesou tlacitko moznost moznosti volba volbu volim vyberu vybiram beru dam davam dejte stisknu stisknete "
            + "stiskni stisknout zmacknu zmacknete zmacknout mackam asi radsi radeji dekuji dekuju"),
        AroundPlaces = Set("termin terminu polozka polozku objednavka objednavku vec misto adresa adresu den vezmu hodi jo ano bod"),
        Pronoun = "",
        Ordinals = Ordinals,
        Last = Set("posledni poslednim"),
        Middle = Set("prostredni prostredek prostrednim"),
        Numbers = new NumberGrammar
        {
            Cut = SpeechText.Words,
            Read = CzechNumberWords.Read,
            Hesitations = Set("e ee eee eeee em ehm ehmm eh hm hmm mm no tak takze teda tedy jako proste prosim moment momentik pockejte jeste to je ta ten"),
            CountedNouns =
            [
                "objednav", "zasil", "balik", "faktur", "cisl", "kod", "minut", "sekund", "vterin", "hodin", "chvil", "vec", "dotaz", "otazk", "problem",
            ],
            And = "a",
            FewestHundreds = 2,
        },
    };
}
