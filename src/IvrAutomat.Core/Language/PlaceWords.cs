using System.Collections.Immutable;
using System.Text;

namespace IvrAutomat.Language;

/// <summary>
/// Places and addresses as they are read aloud in a Slavic language: names stay as they are, undeclined; numbers become words, because what a
/// voice makes of bare digits is its own guess ("12/1027" is "dvanáct lomeno tisíc dvacet sedm", "5a" is "pět á").
/// </summary>
/// <param name="abbreviations">How signs and envelopes shorten; a voice would spell them or stop at the dot.</param>
/// <param name="slash">What is said for a stroke between numbers, with its blanks.</param>
/// <param name="number">The words of a number of up to four digits.</param>
/// <param name="dayInGenitive">The day in the name of a street: "náměstí dvacátého osmého října".</param>
/// <param name="groups">How longer runs of digits are read.</param>
/// <param name="name">The name of a letter; null where it has none.</param>
internal sealed class PlaceWords(
    ImmutableArray<(string Written, string Said)> abbreviations,
    string slash,
    Func<long, string> number,
    Func<int, string> dayInGenitive,
    DigitGroups groups,
    Func<char, string?> name)
{
    // Longer runs are identifiers rather than numbers of houses, and are read digit by digit.
    private const int LongestNumber = 4;

    /// <summary>The words of a place.</summary>
    public string Say(string place)
    {
        foreach (var (written, said) in abbreviations)
        {
            place = place.Replace(written, said, StringComparison.OrdinalIgnoreCase);
        }

        return Numbers(place);
    }

    private string Numbers(string place)
    {
        if (!place.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return place;
        }

        var said = new StringBuilder(place.Length * 2);
        for (var at = 0; at < place.Length;)
        {
            var end = at;
            while (end < place.Length && char.IsAsciiDigit(place[end]))
            {
                end++;
            }

            at = end > at ? Number(said, place, at, end) : Sign(said, place, at);
        }

        return said.ToString();
    }

    private int Number(StringBuilder said, string place, int from, int to)
    {
        Space(said);
        var digits = place.AsSpan(from, to - from);

        // A dot makes it the day in the name of a street: "náměstí 28. října".
        if (digits.Length <= 2 && to + 1 < place.Length && place[to] == '.' && place[to + 1] == ' ')
        {
            said.Append(dayInGenitive(int.Parse(digits)));
            return to + 1;
        }

        said.Append(digits.Length <= LongestNumber && (digits[0] != '0' || digits.Length == 1)
            ? number(long.Parse(digits))
            : groups.Say(digits.ToString()));

        // The letter of a house number is named; a word that follows is a word.
        if (to < place.Length && char.IsLetter(place[to]) && (to + 1 == place.Length || !char.IsLetter(place[to + 1])) && name(place[to]) is { } letter)
        {
            said.Append(' ').Append(letter);
            return to + 1;
        }

        if (to < place.Length && char.IsLetter(place[to]))
        {
            said.Append(' ');
        }

        return to;
    }

    private int Sign(StringBuilder said, string place, int at)
    {
        var isBetweenNumbers = at > 0 && at + 1 < place.Length && char.IsAsciiDigit(place[at - 1]) && char.IsAsciiDigit(place[at + 1]);
        said.Append(isBetweenNumbers && place[at] == '/' ? slash : place[at].ToString());
        return at + 1;
    }

    private static void Space(StringBuilder said)
    {
        if (said.Length > 0 && char.IsLetter(said[^1]))
        {
            said.Append(' ');
        }
    }
}
