namespace IvrAutomat.Language;

/// <summary>Amounts in Czech crowns, as English says them. Rounded half away from zero to the smallest unit, as prices are.</summary>
internal static class EnglishMoney
{
    private const decimal Largest = 1_000_000_000_000_000_000m;

    public static string Crowns(decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Math.Abs(amount), Largest, nameof(amount));
        var rounded = decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
        if (rounded == 0)
        {
            return "free of charge";
        }

        var size = Math.Abs(rounded);
        var whole = (ulong)decimal.Truncate(size);
        var rest = (ulong)((size - whole) * 100);
        var words = (whole, rest) switch
        {
            (_, 0) => Crowns(whole),
            (0, _) => Hellers(rest),
            _ => Crowns(whole) + " and " + Hellers(rest),
        };
        return (rounded < 0 ? "minus " : "") + words;
    }

    private static string Crowns(ulong n) => EnglishNumbers.Counted(n, "crown", "crowns");

    private static string Hellers(ulong n) => EnglishNumbers.Counted(n, "heller", "hellers");
}
