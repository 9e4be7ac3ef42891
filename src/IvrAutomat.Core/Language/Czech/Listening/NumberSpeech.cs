using System.Collections.Frozen;
using System.Globalization;
using Kind = IvrAutomat.Language.NumberWordKind;

namespace IvrAutomat.Language;

/// <summary>From words to number words: what says nothing is dropped, what separates becomes a pause, and a correction cuts off what it corrects.</summary>
internal static class NumberSpeech
{
    private const int MostNumberWords = 64;

    private static readonly FrozenSet<string> Hesitations =
        Set("e ee eee eeee em ehm ehmm eh hm hmm mm no tak takze teda tedy jako proste prosim moment momentik pockejte jeste to je ta ten");

    /// <summary>Nouns that a lone first number counts: in "jednu objednávku, číslo …" the one is no digit of the number.</summary>
    private static readonly string[] CountedNouns =
    [
        "objednav", "zasil", "balik", "faktur", "cisl", "kod", "minut", "sekund", "vterin", "hodin", "chvil", "vec", "dotaz", "otazk", "problem",
    ];

    /// <summary>What was corrected, if anything, and what counts.</summary>
    internal readonly record struct Dictation(IReadOnlyList<NumberWord> Corrected, IReadOnlyList<NumberWord> Current);

    public static Dictation Read(string speech)
    {
        var current = new List<NumberWord>();
        IReadOnlyList<NumberWord> corrected = [];
        var pendingNo = false;
        var gap = NumberGap.None;
        foreach (var word in SpeechText.Words(speech))
        {
            var parts = Parts(word.Text);
            gap = word.AfterPause ? NumberGap.Pause : gap;
            if (parts.Count == 0)
            {
                gap = Widen(gap, word.Text);
                DropCount(current, word.Text);
                continue;
            }

            if (parts[0].Kind is Kind.Restart or Kind.No)
            {
                pendingNo |= parts[0].Kind == Kind.No;
                (corrected, current) = parts[0].Kind == Kind.Restart ? (Latest(current, corrected), []) : (corrected, current);
                continue;
            }

            if (pendingNo)
            {
                (corrected, current, pendingNo) = (Latest(current, corrected), [], false);
            }

            foreach (var (kind, value) in parts)
            {
                current.Add(new NumberWord(kind, value, kind == Kind.Written ? word.Text : "", gap));
                gap = NumberGap.None;
            }
        }

        return current.Count > MostNumberWords ? new Dictation([], []) : new Dictation(corrected, current);
    }

    private static IReadOnlyList<NumberWord> Latest(List<NumberWord> current, IReadOnlyList<NumberWord> corrected) =>
        current.Count > 0 ? current : corrected;

    private static IReadOnlyList<(Kind Kind, long Value)> Parts(string word)
    {
        if (!char.IsAsciiDigit(word[0]))
        {
            return NumberVocabulary.Read(word);
        }

        // A longer run is only ever copied; its value is not asked for.
        var value = word.Length <= 12 ? long.Parse(word, CultureInfo.InvariantCulture) : -1;
        return [(Kind.Written, value)];
    }

    private static NumberGap Widen(NumberGap gap, string word) => word switch
    {
        "a" when gap == NumberGap.None => NumberGap.And,
        _ when Hesitations.Contains(word) => gap,
        _ => NumberGap.Pause,
    };

    private static void DropCount(List<NumberWord> current, string word)
    {
        if (current is [{ Kind: Kind.Digit or Kind.Written }] && CountedNouns.Any(noun => word.StartsWith(noun, StringComparison.Ordinal)))
        {
            current.Clear();
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
