namespace IvrAutomat.Web;

/// <summary>A line of a table in text as Czech spreadsheets open it: separated by semicolons.</summary>
internal static class CsvLine
{
    private const char Separator = ';';

    /// <summary>Writes values that hold a separator, a quote or a line break in quotes.</summary>
    public static string Of(params ReadOnlySpan<string?> values)
    {
        var cells = new string[values.Length];
        for (var at = 0; at < values.Length; at++)
        {
            var value = values[at] ?? string.Empty;
            cells[at] = value.AsSpan().ContainsAny(Separator, '"', '\n') ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
        }

        return string.Join(Separator, cells);
    }

    /// <summary>A value that a spreadsheet takes for text, whatever it begins with: nobody's name becomes a formula.</summary>
    public static string Harmless(string value) => value.Length > 0 && "=+-@\t\r".Contains(value[0], StringComparison.Ordinal) ? "'" + value : value;
}
