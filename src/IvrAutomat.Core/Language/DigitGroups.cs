namespace IvrAutomat.Language;

/// <summary>
/// Identifiers read aloud: always digit by digit, never as quantities, so that a mistake is heard. Groups of three from the left,
/// the last one of up to four, with a comma as the pause: "devět nula nula, nula nula jedna jedna".
/// </summary>
/// <param name="digit">The word of a digit.</param>
/// <param name="name">The name of a letter or sign; null leaves it out.</param>
internal sealed class DigitGroups(Func<int, string> digit, Func<char, string?> name)
{
    private const int GroupLength = 3;
    private const int LongestLastGroup = 4;

    public string Say(string text) => string.Join(", ", Groups(text).Select(group => string.Join(' ', group)));

    /// <summary>For writing down: a pause after every digit, a longer one after every group.</summary>
    public string Slowly(string text) => string.Join(" – ", Groups(text).Select(group => string.Join(", ", group)));

    private List<string[]> Groups(string text)
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

            if (name(text[i]) is { } spoken)
            {
                groups.Add([spoken]);
            }

            i++;
        }

        return groups;
    }

    private void AddDigits(List<string[]> groups, ReadOnlySpan<char> run)
    {
        while (!run.IsEmpty)
        {
            var length = run.Length > LongestLastGroup ? GroupLength : run.Length;
            var words = new string[length];
            for (var i = 0; i < length; i++)
            {
                words[i] = digit(run[i] - '0');
            }

            groups.Add(words);
            run = run[length..];
        }
    }
}
