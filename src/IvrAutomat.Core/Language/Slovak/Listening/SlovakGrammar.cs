using System.Collections.Frozen;
using static IvrAutomat.Language.ListeningGrammar;

namespace IvrAutomat.Language;

/// <summary>The small words of Slovak, and of the Czech that callers of a Czech shop mix into it.</summary>
internal static class SlovakGrammar
{
    private static readonly FrozenDictionary<string, int> Ordinals = Enumerable.Range(1, 9)
        .SelectMany(n => new[] { SlovakOrdinals.Nominative(n), Feminine(n, "á", "a"), Feminine(n, "ú", "u"), SlovakOrdinals.FeminineInstrumental(n) }
            .Select(word => (Word: PlainText.Of(word), Place: n)))
        .DistinctBy(each => each.Word)
        .ToFrozenDictionary(each => each.Word, each => each.Place);

    public static ListeningGrammar Instance { get; } = new()
    {
        Cut = SpeechText.Words,
        Fillers = Set("no tak takze teda potom a i e ee eee ehm hm hmm mm prosim vas vam ja by som si mi ma sa uz ako proste vlastne viete to ta "
            + "ten tu dajte chcel chcela chcem tam pekne dobry den este jo ano hej"),
        Conditions = Set("ale lenze pokial ak keby ked az radsej rad miesto mozno asi snad najskor iba okrem alebo"),
        Refusals = Set("nechcem nechceme nechcel nechcela nechcite nepotrebujem nepotrebujeme nebudem nebudeme nemusite nemusim netreba nezelam"),
        NewWish = Set("chcem chceme ale a dajte by potrebujem potrebujeme radsej"),
        TopicMarks = Set("kvoli ohladom ohladne o oddelenie oddelenim"),
        BareNo = "nie",
        Exclusions = Set("nie nechcem nemozem nemozeme nehodi nejde nesom nebudem nebudeme nevyhovuje okrem nesmie nepaci nestiham nestihnem ne"),
        IsImperative = word => word.EndsWith("te", StringComparison.Ordinal),
        AroundKeys = Set("no tak takze teda prosim prosimvas vas ehm hm eh e ja by som si chcem chcel chcela bude je to ta ten tu tou tam tym za na pod s "
            + "cislo klaves klavesa klavesu klavesou tlacidlo moznost moznosti volba volbu volim vyberam vyberiem beriem dam davam dajte stlacim stlacte "
            + "stlacam stlacit asi radsej dakujem"),
        AroundPlaces = Set("termin terminu polozka polozku objednavka objednavku vec miesto adresa adresu den vezmem hodi ano hej bod"),
        Pronoun = "",
        Ordinals = Ordinals,
        Last = Set("posledny posledna poslednu poslednym poslednou"),
        Middle = Set("prostredny prostredna prostrednu stredny stredna strednu"),
        Numbers = new NumberGrammar
        {
            Cut = SpeechText.Words,
            Read = SlovakNumberWords.Read,
            Hesitations = Set("e ee eee eeee em ehm ehmm eh hm hmm mm no tak takze teda ako proste prosim moment momentik pockajte este to je ta ten"),
            CountedNouns =
            [
                "objednav", "zasiel", "balik", "faktur", "cisl", "kod", "minut", "sekund", "hodin", "chvil", "vec", "dopyt", "otazk", "problem",
            ],
            And = "a",
            FewestHundreds = 2,
        },
    };

    private static string Feminine(int n, string afterShort, string afterLong)
    {
        var nominative = SlovakOrdinals.Nominative(n);
        return nominative[..^1] + nominative[^1] switch
        {
            'ý' => afterShort,
            'í' => afterShort == "á" ? "ia" : "iu",
            _ => afterLong,
        };
    }
}
