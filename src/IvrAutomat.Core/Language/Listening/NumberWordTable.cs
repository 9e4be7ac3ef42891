using System.Collections.Frozen;
using Kind = IvrAutomat.Language.NumberWordKind;

namespace IvrAutomat.Language;

/// <summary>
/// Every word that numbers are dictated with in a Slavic language, without diacritics. The regular forms in all cases come from the tables that
/// numbers are spoken with, so that whatever can be said is understood; the rest is listed by the language.
/// </summary>
internal sealed class NumberWordTable
{
    private const int LongestCompound = 40;

    private readonly FrozenDictionary<string, (Kind Kind, long Value)> _words;

    /// <param name="listed">What the spoken forms do not give: digit nouns, scales, colloquial forms; words apart by blanks.</param>
    /// <param name="say">How the language speaks a number.</param>
    /// <param name="one">The head of a number said unit first when the unit is one: "jedna" of "jednadvacet".</param>
    /// <param name="neverSaid">A spoken form that means something else in a dictation.</param>
    public NumberWordTable((Kind Kind, long Value, string Words)[] listed, Func<long, GrammaticalCase, Gender, string> say, string one, string neverSaid)
    {
        var words = new Dictionary<string, (Kind Kind, long Value)>();
        foreach (var (kind, value, list) in listed)
        {
            foreach (var word in list.Split(' '))
            {
                words.TryAdd(word, (kind, value));
            }
        }

        foreach (var c in Enum.GetValues<GrammaticalCase>())
        {
            foreach (var g in Enum.GetValues<Gender>())
            {
                AddSpokenForms(words, n => say(n, c, g));
            }
        }

        AddInverted(words, one);
        words.Remove(neverSaid);
        _words = words.ToFrozenDictionary();
    }

    /// <summary>The parts that a word stands for; a recogniser may write "dvacetpět" or "dvěstě" as one word. Empty when it is no number word.</summary>
    public IReadOnlyList<(Kind Kind, long Value)> Read(string word)
    {
        if (_words.TryGetValue(word, out var known))
        {
            return [known];
        }

        return word.Length <= LongestCompound ? Split(word, _words) : [];
    }

    /// <summary>The split into the fewest known words; what counts nothing or restarts is never a part of one.</summary>
    private static List<(Kind Kind, long Value)> Split(string word, IReadOnlyDictionary<string, (Kind Kind, long Value)> words)
    {
        var best = new List<(Kind, long)>?[word.Length + 1];
        best[word.Length] = [];
        for (var start = word.Length - 1; start >= 0; start--)
        {
            for (var end = word.Length; end >= start + 3; end--)
            {
                if (best[end] is { } rest && (best[start] is null || rest.Count + 1 < best[start]!.Count)
                    && words.TryGetValue(word[start..end], out var part)
                    && part.Kind is not (Kind.Restart or Kind.No or Kind.TimesSign or Kind.InvertedHead))
                {
                    best[start] = [part, .. rest];
                }
            }
        }

        return best[0] ?? [];
    }

    private static void AddSpokenForms(Dictionary<string, (Kind, long)> words, Func<long, string> say)
    {
        // Small ones and tens first: "dvadsaťpäť" is then made of two known words, and may be 25 as well as 20 and 5.
        foreach (var n in Enumerable.Range(0, 100).OrderBy(n => KindOf(n) == Kind.Inverted))
        {
            var form = PlainText.Of(say(n));
            if (!form.Contains(' ', StringComparison.Ordinal) && (KindOf(n) != Kind.Inverted || Split(form, words).Count == 0))
            {
                words.TryAdd(form, (KindOf(n), n));
            }
        }
    }

    private static Kind KindOf(int n) => n switch
    {
        < 10 => Kind.Digit,
        < 20 => Kind.Teen,
        _ when n % 10 == 0 => Kind.Ten,
        _ => Kind.Inverted,
    };

    private static void AddInverted(Dictionary<string, (Kind Kind, long Value)> words, string one)
    {
        var heads = words.Where(word => word.Value.Kind == Kind.InvertedHead).Append(new(one, (Kind.Digit, 1))).ToList();
        foreach (var ten in words.Where(word => word.Value.Kind == Kind.Ten).ToList())
        {
            foreach (var head in heads)
            {
                words.TryAdd(head.Key + ten.Key, (Kind.Inverted, ten.Value.Value + head.Value.Value));
            }
        }
    }
}
