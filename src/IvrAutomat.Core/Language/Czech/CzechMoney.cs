namespace IvrAutomat.Language;

/// <summary>Amounts of money in words. Rounded half away from zero to the smallest unit, as prices are.</summary>
internal static class CzechMoney
{
    private const decimal Largest = 1_000_000_000_000_000_000m;

    public static string Crowns(decimal amount, GrammaticalCase c) => Say(amount, c, CzechNoun.Koruna, CzechNoun.Haler);

    public static string Euros(decimal amount, GrammaticalCase c) => Say(amount, c, CzechNoun.Euro, CzechNoun.Cent);

    private static string Say(decimal amount, GrammaticalCase c, CzechNoun unit, CzechNoun hundredth)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Math.Abs(amount), Largest, nameof(amount));
        var rounded = decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
        if (rounded == 0)
        {
            return "zdarma";
        }

        var size = Math.Abs(rounded);
        var whole = (ulong)decimal.Truncate(size);
        var rest = (ulong)((size - whole) * 100);
        var words = new List<string>();
        if (rounded < 0)
        {
            words.Add("mínus");
        }

        if (whole > 0)
        {
            words.Add(unit.Counted(whole, c));
        }

        if (rest > 0)
        {
            words.Add(hundredth.Counted(rest, c));
        }

        return string.Join(' ', words);
    }
}
