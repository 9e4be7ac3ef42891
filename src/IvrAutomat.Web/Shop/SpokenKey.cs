namespace IvrAutomat.Web.Shop;

/// <summary>
/// What is left of a number when it is said or typed: its digits, leading zeros kept. <c>VO-2026-0001</c> and <c>2026/0001</c> share one.
/// </summary>
internal static class SpokenKey
{
    /// <summary>The fewest digits that make a number.</summary>
    public const int MinLength = 4;

    /// <summary>The most digits that make a number.</summary>
    public const int MaxLength = 20;

    /// <summary>The key of a number; null when it has too few digits or too many to be said.</summary>
    public static string? Of(string? number)
    {
        if (number is null)
        {
            return null;
        }

        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length is >= MinLength and <= MaxLength ? digits : null;
    }
}
