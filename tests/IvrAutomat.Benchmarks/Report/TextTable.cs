using System.Text;

namespace IvrAutomat.Benchmarks.Report;

/// <summary>A Markdown table that is also readable as it stands: columns are as wide as their longest cell, figures stand to the right.</summary>
internal static class TextTable
{
    /// <summary>Writes the table.</summary>
    /// <param name="header">The columns; all but the first hold figures.</param>
    /// <param name="rows">As many cells as columns.</param>
    public static string Of(string[] header, IEnumerable<string[]> rows)
    {
        string[][] lines = [header, .. rows];
        var widths = Enumerable.Range(0, header.Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        var text = new StringBuilder();
        Append(text, header, widths);
        var rule = widths.Select((width, column) => column == 0 ? new string('-', width + 2) : new string('-', width + 1) + ':');
        text.Append('|').AppendJoin('|', rule).AppendLine("|");
        foreach (var row in lines[1..])
        {
            Append(text, row, widths);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string[] cells, int[] widths)
    {
        var padded = cells.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
        text.Append("| ").AppendJoin(" | ", padded).AppendLine(" |");
    }
}
