namespace IvrAutomat.Simulator.Carrier;

/// <summary>What can be told about a number from its digits alone.</summary>
internal static class PhoneNumberShape
{
    /// <summary>A plus, then 7 to 15 ASCII digits, the first not zero.</summary>
    public static bool IsE164(string number) =>
        number.Length is >= 8 and <= 16 && number[0] == '+' && number[1] != '0' && number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Geographic numbers of the Czech (+420 2 to 5) and Slovak (+421 2 to 5) plans, which take no messages.</summary>
    public static bool IsLandline(string number) =>
        number.Length > 4 && (number.StartsWith("+420", StringComparison.Ordinal) || number.StartsWith("+421", StringComparison.Ordinal))
        && number[4] is >= '2' and <= '5';

    /// <summary>Whether every character is a hex digit of either case.</summary>
    public static bool ContainsOnlyHex(this ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiHexDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
