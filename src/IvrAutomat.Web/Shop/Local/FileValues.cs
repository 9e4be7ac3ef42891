using System.Globalization;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>Values as shops write them into files: Czech and international numbers, days and yeses.</summary>
internal static class FileValues
{
    private static readonly string[] Days =
    [
        "yyyy-MM-dd", "d.M.yyyy", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss",
        "d.M.yyyy H:mm", "d.M.yyyy H:mm:ss",
    ];

    private static readonly string[] Instants =
        ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:sszzz"];

    /// <summary>
    /// An amount: <c>1290</c>, <c>1 290,50 Kč</c>, <c>1.290,50</c>, <c>1290.50</c>. One sign before exactly three digits (<c>1.290</c>) is not
    /// read: it may stand before thousands or before decimals.
    /// </summary>
    public static decimal? Amount(string text)
    {
        var plain = Unit(string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))));
        var comma = plain.LastIndexOf(',');
        var dot = plain.LastIndexOf('.');
        if (comma >= 0 && dot >= 0)
        {
            var (thousands, point) = comma > dot ? (".", ',') : (",", '.');
            plain = plain.Replace(thousands, string.Empty, StringComparison.Ordinal).Replace(point, '.');
        }
        else if (Math.Max(comma, dot) is var only and >= 0)
        {
            if (plain.Length - only - 1 == 3)
            {
                return null;
            }

            plain = plain.Replace(',', '.');
        }

        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    /// <summary>A day, with or without a time: <c>2026-11-23</c>, <c>23. 11. 2026</c>, <c>23.11.2026 14:05</c>, ISO 8601 with an offset.</summary>
    public static DateTimeOffset? Instant(string text, TimeZoneInfo zone)
    {
        var plain = text.Trim().Replace(". ", ".", StringComparison.Ordinal);
        if (DateTimeOffset.TryParseExact(plain, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && HasOffset(plain))
        {
            return TimeZoneInfo.ConvertTime(instant, zone);
        }

        return DateTime.TryParseExact(plain, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local))
            : null;
    }

    /// <summary>Yes or no in Czech or English.</summary>
    public static bool? Answer(string text) => Folded.Of(text) switch
    {
        "ano" or "a" or "yes" or "y" or "true" or "1" or "paid" or "zaplaceno" or "uhrazeno" => true,
        "ne" or "n" or "no" or "false" or "0" or "unpaid" or "nezaplaceno" or "neuhrazeno" => false,
        _ => null,
    };

    private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');

    private static string Unit(string text)
    {
        foreach (var unit in (string[])["Kč", "CZK", ",-"])
        {
            text = text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) ? text[..^unit.Length] : text;
        }

        return text.EndsWith(",-", StringComparison.Ordinal) ? text[..^2] : text;
    }
}
