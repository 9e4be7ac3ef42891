using System.Globalization;
using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Language;

/// <summary>Says a number as people dictate it: digits, pairs, triples, counted zeros and thousands in any mixture.</summary>
internal static class DictationStyle
{
    /// <param name="digits">What is dictated.</param>
    /// <param name="choices">Free choices, one for each group; they decide style, separators, spelling and marks.</param>
    public static string Say(string digits, int[] choices)
    {
        var spoken = new List<string>();
        var at = 0;
        for (var i = 0; at < digits.Length; i++)
        {
            var choice = choices[i % choices.Length];
            var length = Math.Min(1 + choice % 4, digits.Length - at);
            spoken.Add(Group(digits.Substring(at, length), choice / 4) + (choice % 3 == 0 ? "," : choice % 7 == 0 ? " ehm" : ""));
            at += length;
        }

        var text = string.Join(' ', spoken);
        return choices[0] % 2 == 0 ? text : PlainText.Of(text);
    }

    private static string Group(string digits, int choice)
    {
        if (digits.Length > 1 && digits.Distinct().Count() == 1 && choice % 2 == 0)
        {
            return Counted(digits[0] - '0', digits.Length, choice / 2);
        }

        var zeros = digits.Length - digits.TrimStart('0').Length;
        var rest = digits[zeros..];
        var words = Enumerable.Repeat("nula", zeros).ToList();
        if (rest.Length > 0)
        {
            words.Add(Number(int.Parse(rest, CultureInfo.InvariantCulture), choice));
        }

        return string.Join(' ', words);
    }

    private static string Number(int n, int choice) => (n, choice % 3) switch
    {
        ( > 20 and < 100, 1) when n % 10 > 0 => CzechNumeralForms.Inverted(n),
        (_, 2) => n.ToString(CultureInfo.InvariantCulture),
        _ => Czech.Instance.Number(n, GrammaticalCase.Nominative, Gender.Feminine),
    };

    private static string Counted(int digit, int times, int choice)
    {
        string[] few = ["nuly", "jedničky", "dvojky", "trojky", "čtyřky", "pětky", "šestky", "sedmičky", "osmičky", "devítky"];
        string[] word = ["", "", "dvakrát", "třikrát", "čtyřikrát"];
        return choice % 2 == 0
            ? Czech.Instance.Number(times, GrammaticalCase.Nominative, Gender.Feminine) + " " + few[digit]
            : word[times] + " " + Czech.Instance.Digits(digit.ToString(CultureInfo.InvariantCulture));
    }
}
