namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>An order of the shop that this database itself keeps.</summary>
internal sealed class OrderRow
{
    /// <summary>
    /// In SQL of our own, what EF Core's filter adds by itself: an order that an import has brought is seen once the import has been decided.
    /// It stands in a query whose only table of that name is <c>orders</c>.
    /// </summary>
    public const string IsSeen = "(orders.import_id IS NULL OR NOT EXISTS (SELECT 1 FROM imports WHERE imports.id = orders.import_id AND imports.decided_at IS NULL))";

    /// <summary>The host's identifier, not the number that customers know.</summary>
    public required string Id { get; set; }

    /// <summary>The number that customers know.</summary>
    public required string Number { get; set; }

    /// <summary>The keyed hash of the customer's phone; null when none is known.</summary>
    public string? PhoneKey { get; set; }

    /// <summary>How the customer can be reached, encrypted; null when there is no way.</summary>
    public byte[]? Contact { get; set; }

    /// <summary>The keyed hash of order and PIN.</summary>
    public required string PinKey { get; set; }

    /// <summary>When something last happened to it.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The request that changed it last; null when the shop did. A request that finds itself here is done.</summary>
    public string? ChangedBy { get; set; }

    /// <summary>The order as JSON.</summary>
    public required string Data { get; set; }

    /// <summary>The order before the automat changed it, as JSON, to take the change back.</summary>
    public string? Former { get; set; }

    /// <summary>The import that brought it; it cannot be seen before that is decided. Null for orders that came in another way.</summary>
    public string? ImportId { get; set; }

    /// <summary>The order as the last file told it, as JSON: what differs from it was changed by calls. Null as <see cref="ImportId"/> is.</summary>
    public string? Imported { get; set; }

    /// <summary>The keyed hash of what else that file said of it: contact, PIN and numbers.</summary>
    public string? ImportedRest { get; set; }
}

/// <summary>A number under which customers know an order.</summary>
internal sealed class OrderKeyRow
{
    /// <summary>Its digits, leading zeros kept, 4 to 20 long.</summary>
    public required string SpokenKey { get; set; }

    /// <summary>Which number it is.</summary>
    public required string Kind { get; set; }

    /// <summary>The order.</summary>
    public required string OrderId { get; set; }
}
