namespace IvrAutomat.Language;

/// <summary>The plural rule of CLDR for Czech.</summary>
internal static class CzechPlural
{
    public static PluralForm Of(decimal n) =>
        decimal.Truncate(n) != n ? PluralForm.Many : Math.Abs(n) switch
        {
            1 => PluralForm.One,
            2 or 3 or 4 => PluralForm.Few,
            _ => PluralForm.Other,
        };
}
