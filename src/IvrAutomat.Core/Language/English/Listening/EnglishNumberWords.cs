using System.Collections.Frozen;
using System.Globalization;
using Kind = IvrAutomat.Language.NumberWordKind;

namespace IvrAutomat.Language;

/// <summary>Every word that numbers are dictated with in English. Words that only sound like a number ("to", "for") are left out.</summary>
internal static class EnglishNumberWords
{
    private static readonly FrozenDictionary<string, (Kind Kind, long Value)> Words = Build();

    /// <summary>The parts that a word stands for; empty when it is no number word.</summary>
    public static IReadOnlyList<(Kind Kind, long Value)> Read(string word) => Words.TryGetValue(word, out var known) ? [known] : [];

    private static FrozenDictionary<string, (Kind, long)> Build()
    {
        var words = new Dictionary<string, (Kind, long)>(StringComparer.Ordinal);
        for (var n = 0; n < 100; n++)
        {
            var word = EnglishNumbers.Say(n);
            if (!word.Contains('-', StringComparison.Ordinal))
            {
                words[word] = (n < 10 ? Kind.Digit : n < 20 ? Kind.Teen : Kind.Ten, n);
            }
            else
            {
                // Some recognisers write it as one word.
                words[word.Replace("-", "", StringComparison.Ordinal)] = (Kind.Inverted, n);
            }

            if (n < 10)
            {
                words[word + (n == 6 ? "es" : "s")] = (Kind.PluralDigit, n);
            }
        }

        foreach (var (kind, value, list) in new[]
        {
            (Kind.Digit, 0L, "oh o nought naught nil null"), (Kind.Digit, 9, "niner"), (Kind.Digit, 4, "fore"), (Kind.PluralDigit, 0, "zeroes noughts ohs"),
            (Kind.Ten, 40, "fourty"), (Kind.Hundreds, 100, "hundred hundreds"), (Kind.Scale, 1_000, "thousand thousands"),
            (Kind.Scale, 1_000_000, "million millions"), (Kind.Scale, 1_000_000_000, "billion billions"), (Kind.Times, 2, "double twice"),
            (Kind.Times, 3, "triple treble thrice"), (Kind.Times, 4, "quadruple"), (Kind.TimesSign, 0, "times x ×"),
            (Kind.Restart, 0, "correction again sorry wrong mistake restart oops rather actually"), (Kind.No, 0, "no"),
        })
        {
            foreach (var word in list.Split(' '))
            {
                words[word] = (kind, value);
            }
        }

        return words.ToFrozenDictionary();
    }

    /// <summary>The number that a word or written digits stand for, up to three digits.</summary>
    public static int? Number(string word) => char.IsAsciiDigit(word[0])
        ? word.Length <= 3 ? int.Parse(word, CultureInfo.InvariantCulture) : null
        : Read(word) is [{ Kind: Kind.Digit or Kind.Teen or Kind.Ten or Kind.Inverted, Value: var value }] ? (int)value : null;
}
