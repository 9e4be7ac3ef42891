namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>A file of orders being imported. Until it is decided, nothing of it can be seen; afterwards all of it holds.</summary>
internal sealed class ImportRow
{
    /// <summary>Random.</summary>
    public required string Id { get; set; }

    /// <summary>When the shop wrote the file.</summary>
    public DateTimeOffset AsOf { get; set; }

    /// <summary>When the import began.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it was decided; null before, and for good if its process died.</summary>
    public DateTimeOffset? DecidedAt { get; set; }
}

/// <summary>What a file changes about an order that is known already, until it is taken over.</summary>
internal sealed class ImportOrderRow
{
    /// <summary>The order.</summary>
    public required string OrderId { get; set; }

    /// <summary>The import.</summary>
    public required string ImportId { get; set; }

    /// <summary>Changes are taken over in pieces, so that no transaction lasts; from 0.</summary>
    public int Piece { get; set; }

    /// <summary>The keyed hash of the customer's phone.</summary>
    public string? PhoneKey { get; set; }

    /// <summary>How the customer can be reached, encrypted.</summary>
    public byte[]? Contact { get; set; }

    /// <summary>The keyed hash of order and PIN.</summary>
    public required string PinKey { get; set; }

    /// <summary>When the shop changed it.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The order as the file tells it, as JSON.</summary>
    public required string Data { get; set; }

    /// <summary>See <see cref="OrderRow.ImportedRest"/>.</summary>
    public required string Rest { get; set; }
}

/// <summary>A number of an order that waits in <see cref="ImportOrderRow"/>.</summary>
internal sealed class ImportKeyRow
{
    /// <summary>The order.</summary>
    public required string OrderId { get; set; }

    /// <summary>Which number it is.</summary>
    public required string Kind { get; set; }

    /// <summary>Its digits.</summary>
    public required string SpokenKey { get; set; }
}
