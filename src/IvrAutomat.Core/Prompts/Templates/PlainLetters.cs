using System.Collections.Frozen;
using System.Text;

namespace IvrAutomat.Prompts.Templates;

/// <summary>Letters that keep a text message in the GSM alphabet, one message instead of three.</summary>
internal static class PlainLetters
{
    private static readonly FrozenDictionary<char, string> Plain = Pairs().ToFrozenDictionary(pair => pair.Key, pair => pair.Value);

    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter < 128)
            {
                plain.Append(letter);
            }
            else
            {
                plain.Append(Plain.TryGetValue(letter, out var bare) ? bare : "?");
            }
        }

        return plain.ToString();
    }

    private static IEnumerable<KeyValuePair<char, string>> Pairs()
    {
        const string accented = "áäčďéěëíĺľňóôöŕřšťúůüýž";
        const string bare = "aacdeeeillnooorrstuuuyz";
        for (var i = 0; i < accented.Length; i++)
        {
            yield return new(accented[i], bare[i].ToString());
            yield return new(char.ToUpperInvariant(accented[i]), char.ToUpperInvariant(bare[i]).ToString());
        }

        foreach (var (from, to) in new[] { ('„', "\""), ('“', "\""), ('”', "\""), ('’', "'"), ('–', "-"), ('—', "-"), ('…', "..."), ('\u00A0', " ") })
        {
            yield return new(from, to);
        }
    }
}
