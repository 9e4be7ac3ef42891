namespace IvrAutomat.Language;

/// <summary>Lengths of time, as exact as a caller needs them: minutes, from an hour on hours and minutes, from a day on days and hours.</summary>
internal static class SlovakDurations
{
    private static readonly string[] LittleWhile = ["chvíľka", "chvíľky", "chvíľke", "chvíľku", "chvíľke", "chvíľkou"];

    public static string Say(TimeSpan length, GrammaticalCase c)
    {
        if (length < TimeSpan.FromMinutes(1))
        {
            return LittleWhile[(int)c];
        }

        var minutes = (ulong)Math.Round(length.TotalMinutes, MidpointRounding.AwayFromZero);
        return minutes switch
        {
            < 60 => SlovakNoun.Minuta.Counted(minutes, c),
            < 24 * 60 => TwoUnits(minutes, 60, SlovakNoun.Hodina, SlovakNoun.Minuta, c),
            _ => TwoUnits(minutes / 60, 24, SlovakNoun.Den, SlovakNoun.Hodina, c),
        };
    }

    private static string TwoUnits(ulong small, ulong perLarge, SlovakNoun large, SlovakNoun smaller, GrammaticalCase c)
    {
        var (whole, rest) = Math.DivRem(small, perLarge);
        return rest == 0 ? large.Counted(whole, c) : large.Counted(whole, c) + " " + smaller.Counted(rest, c);
    }
}
