using System.Globalization;
using Kind = IvrAutomat.Language.NumberWordKind;

namespace IvrAutomat.Language;

/// <summary>From words to number words: what says nothing is dropped, what separates becomes a pause, and a correction cuts off what it corrects.</summary>
internal static class NumberSpeech
{
    private const int MostNumberWords = 64;

    /// <summary>What was corrected, if anything, and what counts.</summary>
    internal readonly record struct Dictation(IReadOnlyList<NumberWord> Corrected, IReadOnlyList<NumberWord> Current);

    public static Dictation Read(string speech, NumberGrammar grammar)
    {
        var current = new List<NumberWord>();
        IReadOnlyList<NumberWord> corrected = [];
        var pendingNo = false;
        var gap = NumberGap.None;
        foreach (var word in grammar.Cut(speech))
        {
            var parts = Parts(word.Text, grammar);
            gap = word.AfterPause ? NumberGap.Pause : gap;
            if (parts.Count == 0)
            {
                gap = Widen(gap, word.Text, grammar);
                DropCount(current, word.Text, grammar);
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

    private static IReadOnlyList<(Kind Kind, long Value)> Parts(string word, NumberGrammar grammar)
    {
        if (!char.IsAsciiDigit(word[0]))
        {
            return grammar.Read(word);
        }

        // A longer run is only ever copied; its value is not asked for.
        var value = word.Length <= 12 ? long.Parse(word, CultureInfo.InvariantCulture) : -1;
        return [(Kind.Written, value)];
    }

    private static NumberGap Widen(NumberGap gap, string word, NumberGrammar grammar) => word switch
    {
        _ when word == grammar.And && gap == NumberGap.None => NumberGap.And,
        _ when grammar.Hesitations.Contains(word) => gap,
        _ => NumberGap.Pause,
    };

    private static void DropCount(List<NumberWord> current, string word, NumberGrammar grammar)
    {
        if (current is [{ Kind: Kind.Digit or Kind.Written }] && grammar.CountedNouns.Any(noun => word.StartsWith(noun, StringComparison.Ordinal)))
        {
            current.Clear();
        }
    }
}
