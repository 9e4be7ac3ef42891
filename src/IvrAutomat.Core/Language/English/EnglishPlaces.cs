using System.Text;

namespace IvrAutomat.Language;

/// <summary>Czech places and addresses in English speech: names as they are, numbers in words ("12/1027" is "twelve slash one thousand and twenty-seven").</summary>
internal static class EnglishPlaces
{
    // Longer runs are identifiers rather than numbers of houses, and are read digit by digit.
    private const int LongestNumber = 4;

    public static string Say(string place)
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

            if (end > at)
            {
                Number(said, place.AsSpan(at, end - at));
                at = end;
                continue;
            }

            Sign(said, place, at);
            at++;
        }

        return said.ToString();
    }

    private static void Number(StringBuilder said, ReadOnlySpan<char> digits)
    {
        if (said.Length > 0 && char.IsLetter(said[^1]))
        {
            said.Append(' ');
        }

        said.Append(digits.Length <= LongestNumber && (digits[0] != '0' || digits.Length == 1)
            ? EnglishNumbers.Say(long.Parse(digits))
            : EnglishLetters.Groups.Say(digits.ToString()));
    }

    private static void Sign(StringBuilder said, string place, int at)
    {
        var afterNumber = at > 0 && char.IsAsciiDigit(place[at - 1]);
        if (afterNumber && place[at] == '/' && at + 1 < place.Length && char.IsAsciiDigit(place[at + 1]))
        {
            said.Append(" slash ");
            return;
        }

        if (afterNumber && char.IsLetter(place[at]))
        {
            said.Append(' ');
        }

        said.Append(place[at]);
    }
}
