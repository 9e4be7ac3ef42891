namespace IvrAutomat.Language;

/// <summary>
/// Identifiers read aloud: always digit by digit, never as quantities, so that a mistake is heard. Groups of three from the left,
/// the last one of up to four, with a comma as the pause: "devět nula nula, nula nula jedna jedna".
/// </summary>
internal static class CzechDigits
{
    private const int GroupLength = 3;
    private const int LongestLastGroup = 4;

    public static string Say(string text) => string.Join(", ", Groups(text).Select(group => string.Join(' ', group)));

    /// <summary>For writing down: a pause after every digit, a longer one after every group.</summary>
    public static string Slowly(string text) => string.Join(" – ", Groups(text).Select(group => string.Join(", ", group)));

    private static List<string[]> Groups(string text)
    {
        var groups = new List<string[]>();
        for (var i = 0; i < text.Length;)
        {
            var run = text.AsSpan(i).IndexOfAnyExceptInRange('0', '9');
            run = run < 0 ? text.Length - i : run;
            if (run > 0)
            {
                AddDigits(groups, text.AsSpan(i, run));
                i += run;
                continue;
            }

            if (CzechLetters.Name(text[i]) is { } name)
            {
                groups.Add([name]);
            }

            i++;
        }

        return groups;
    }

    private static void AddDigits(List<string[]> groups, ReadOnlySpan<char> run)
    {
        while (!run.IsEmpty)
        {
            var length = run.Length > LongestLastGroup ? GroupLength : run.Length;
            var words = new string[length];
            for (var i = 0; i < length; i++)
            {
                words[i] = CzechNumeralForms.Digit(run[i] - '0');
            }

            groups.Add(words);
            run = run[length..];
        }
    }
}
