using System.Runtime.CompilerServices;
using CsvHelper;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>A table in text, row by row; its separator (a semicolon, a comma, a tab or a bar) is found from its first lines.</summary>
internal static class CsvOrders
{
    // A quote that is never closed would swallow the rest of the file.
    private const int LongestRow = 256 * 1024;

    /// <summary>Reads the rows after the first line, which names the columns.</summary>
    /// <param name="text">The file.</param>
    /// <param name="onHeader">Hears what the columns mean, before the first row.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OrderFileException">The first line cannot be read, or a quote is not closed.</exception>
    public static async IAsyncEnumerable<FileRow> ReadAsync(
        TextReader text, Action<OrderHeader> onHeader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isBroken = false;
        await using var table = CsvReader.Create(text, new CsvReaderOptions
        {
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = _ => isBroken = true,
        }, leaveOpen: true);
        await table.ReadHeaderAsync(cancellationToken);
        var header = OrderHeader.Read(table.Headers);
        onHeader(header);
        while (await ReadAsync(table, cancellationToken))
        {
            if (isBroken && table.RawRecord.Contains((byte)'\n'))
            {
                throw Unclosed(table.LineNumber);
            }

            yield return RowOf(table, header, isBroken);
            isBroken = false;
        }
    }

    private static async ValueTask<bool> ReadAsync(CsvReader table, CancellationToken cancellationToken)
    {
        try
        {
            return await table.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException endless)
        {
            throw Unclosed(endless.LineNumber);
        }
    }

    private static OrderFileException Unclosed(long line) => new($"From line {line} on the file cannot be read: a quote is not closed.");

    private static FileRow RowOf(CsvReader table, OrderHeader header, bool isBroken)
    {
        var line = (int)table.LineNumber;
        if (isBroken)
        {
            return new FileRow(line) { Broken = "its quotes do not match" };
        }

        if (table.FieldCount > header.Columns.Length && Enumerable.Range(header.Columns.Length, table.FieldCount - header.Columns.Length).Any(at => !table.IsEmpty(at)))
        {
            return new FileRow(line) { Broken = $"has {table.FieldCount} values instead of {header.Columns.Length}; put values that hold the separator into quotes" };
        }

        var row = new FileRow(line);
        for (var at = 0; at < Math.Min(table.FieldCount, header.Columns.Length); at++)
        {
            if (header.Columns[at] is { } column)
            {
                row[column] = table.GetString(at);
            }
        }

        return row;
    }
}
