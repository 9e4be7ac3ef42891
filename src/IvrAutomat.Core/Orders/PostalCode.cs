namespace IvrAutomat.Orders;

/// <summary>A postal code (PSČ) of Czechia or Slovakia: five digits, kept without a space.</summary>
public static class PostalCode
{
    private const int Length = 5;

    /// <summary>"120 00" and "12000" give "12000"; anything that is not five digits gives null.</summary>
    public static string? Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digits = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        return digits.Length == Length && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
