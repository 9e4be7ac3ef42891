using System.Collections.Frozen;
using static IvrAutomat.Language.ListeningGrammar;

namespace IvrAutomat.Language;

/// <summary>The small words of English, native or not.</summary>
internal static class EnglishGrammar
{
    private static readonly FrozenDictionary<string, int> Ordinals = Enumerable.Range(1, 9)
        .ToFrozenDictionary(EnglishNumbers.Ordinal, n => n, StringComparer.Ordinal);

    public static ListeningGrammar Instance { get; } = new()
    {
        Cut = Cut,
        Fillers = Set("well so then and uh um er hm hmm mm please i id im like just want would to me my we us you it its that this the a an hi hello "
            + "there now right thanks thank also with give get can could yes yeah ok okay"),
        Conditions = Set("but if unless when rather instead maybe perhaps probably except or only later"),
        Refusals = Set("dont not never wont cannot cant didnt wouldnt shouldnt neednt without"),
        NewWish = Set("but id i please just then instead rather and"),
        TopicMarks = Set("about regarding concerning department"),
        BareNo = "no",
        Exclusions = Set("no not dont cant cannot wont never except nope neither isnt doesnt without"),
        IsImperative = _ => false,
        AroundKeys = Set("well so uh um er hm the a an i id ill want would like to please press key number option choice choose take pick it is its that this "
            + "thanks thank you say and then just go for with button my"),
        AroundPlaces = Set("order item thing day slot appointment place address ill have yes okay"),
        Pronoun = "one",
        Ordinals = Ordinals,
        Last = Set("last"),
        Middle = Set("middle"),
        Numbers = new NumberGrammar
        {
            Cut = Cut,
            Read = EnglishNumberWords.Read,
            Hesitations = Set("uh um er hm hmm mm well so then the a is its it please ok okay now my like"),
            CountedNouns = ["order", "parcel", "package", "invoice", "number", "code", "minute", "second", "hour", "moment", "thing", "question", "problem"],
            And = "and",
            FewestHundreds = 1,
        },
    };

    /// <summary>A hyphen joins in English ("twenty-one", "pick-up") where it pauses elsewhere.</summary>
    private static IReadOnlyList<SpokenWord> Cut(string speech)
    {
        ArgumentNullException.ThrowIfNull(speech);
        return SpeechText.Words(speech.Replace('-', ' '));
    }
}
