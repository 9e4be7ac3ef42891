using System.Text;
using IvrAutomat.Web.Shop.Local;

namespace IvrAutomat.Web.Commands;

/// <summary>Takes the rows that were not imported: all into a file where one is named, the first few on the terminal.</summary>
internal sealed class RejectionReport : IAsyncDisposable
{
    private const int MostTold = 20;
    private readonly List<RejectedRow> _first = [];
    private readonly StreamWriter? _file;
    private int _count;

    private RejectionReport(StreamWriter? file) => _file = file;

    /// <summary>Opens the report; a file of that name is replaced.</summary>
    public static async Task<RejectionReport> OpenAsync(string? path)
    {
        if (path is null)
        {
            return new RejectionReport(file: null);
        }

        try
        {
            // With a mark, so that spreadsheets read it right.
            var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            await file.WriteLineAsync(CsvLine.Of("line", "reason"));
            return new RejectionReport(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OrderFileException("The file of --report cannot be written.");
        }
    }

    /// <summary>Takes a row.</summary>
    public void Add(RejectedRow row)
    {
        _count++;
        if (_first.Count < MostTold)
        {
            _first.Add(row);
        }

        foreach (var reason in _file is null ? [] : row.Reasons)
        {
            _file!.WriteLine(CsvLine.Of($"{row.Line}", reason));
        }
    }

    /// <summary>Prints the first of them.</summary>
    public void Tell()
    {
        foreach (var row in _first)
        {
            Console.WriteLine($"line {row.Line}: {string.Join("; ", row.Reasons)}");
        }

        if (_count > _first.Count)
        {
            Console.WriteLine($"… and {_count - _first.Count} more rows{(_file is null ? "; --report FILE writes all of them down." : ", all in the report.")}");
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? default;
}
