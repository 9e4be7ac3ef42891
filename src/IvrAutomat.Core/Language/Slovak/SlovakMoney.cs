namespace IvrAutomat.Language;

/// <summary>Amounts of money in words. Rounded half away from zero to the smallest unit, as prices are.</summary>
internal static class SlovakMoney
{
    private const decimal Largest = 1_000_000_000_000_000_000m;

    public static string Crowns(decimal amount, GrammaticalCase c) => Say(amount, c, SlovakNoun.Koruna, SlovakNoun.Halier);

    public static string Euros(decimal amount, GrammaticalCase c) => Say(amount, c, SlovakNoun.Euro, SlovakNoun.Cent);

    private static string Say(decimal amount, GrammaticalCase c, SlovakNoun unit, SlovakNoun hundredth)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Math.Abs(amount), Largest, nameof(amount));
        var rounded = decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
        if (rounded == 0)
        {
            return "zadarmo";
        }

        var size = Math.Abs(rounded);
        var whole = (ulong)decimal.Truncate(size);
        var rest = (ulong)((size - whole) * 100);
        string?[] words =
        [
            rounded < 0 ? "mínus" : null,
            whole > 0 ? unit.Counted(whole, c) : null,
            rest > 0 ? hundredth.Counted(rest, c) : null,
        ];
        return string.Join(' ', words.Where(word => word is not null));
    }
}
