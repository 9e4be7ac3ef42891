namespace IvrAutomat.Web.Shop.Local;

/// <summary>A file of orders, read row by row: it may be larger than the memory.</summary>
internal sealed class OrderFile : IAsyncDisposable
{
    private readonly FileStream _stream;
    private readonly OrderFileFormat _format;

    private OrderFile(FileStream stream, OrderFileFormat format) => (_stream, _format) = (stream, format);

    /// <summary>How long it is, in bytes.</summary>
    public long Length => _stream.Length;

    /// <summary>How far it has been read, in bytes.</summary>
    public long Position => _stream.Position;

    /// <summary>The names of the columns that are not used; complete after the first row.</summary>
    public IReadOnlyList<string> Unused { get; private set; } = [];

    /// <summary>When it was written, which is taken for the moment at which the shop wrote its orders down.</summary>
    public DateTimeOffset WrittenAt { get; private init; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="format">How it is written; null goes by its name.</param>
    /// <exception cref="OrderFileException">There is no such file, or its format is not known.</exception>
    public static OrderFile Open(string path, OrderFileFormat? format)
    {
        var known = format ?? Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" or ".tsv" or ".txt" => OrderFileFormat.Csv,
            ".json" or ".jsonl" or ".ndjson" => OrderFileFormat.Json,
            _ => throw new OrderFileException("The file's name does not tell its format. Add --format csv or --format json."),
        };
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return new OrderFile(stream, known) { WrittenAt = new DateTimeOffset(File.GetLastWriteTimeUtc(path)) };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OrderFileException("The file is not there, or may not be read.");
        }
    }

    /// <summary>Reads the rows, once.</summary>
    /// <exception cref="OrderFileException">The file cannot be read as orders from here on.</exception>
    public async IAsyncEnumerable<FileRow> RowsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = await FileText.OpenAsync(_stream, cancellationToken);
        var rows = _format == OrderFileFormat.Json
            ? JsonOrders.ReadAsync(text, cancellationToken)
            : CsvOrders.ReadAsync(text, header => Unused = header.Unused, cancellationToken);
        await foreach (var row in rows)
        {
            yield return row;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}

/// <summary>How a file of orders is written.</summary>
internal enum OrderFileFormat
{
    /// <summary>A table in text.</summary>
    Csv,

    /// <summary>JSON objects.</summary>
    Json,
}
