namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>What the shop's own system says about an order of which this database holds a mirror. It holds no personal data.</summary>
internal sealed class MirrorRow
{
    /// <summary>The order; its row holds what is derived from this one.</summary>
    public required string OrderId { get; set; }

    /// <summary>The number that names it there.</summary>
    public required string Number { get; set; }

    /// <summary>Its status there; null when it has none.</summary>
    public string? StatusId { get; set; }

    /// <summary>What the status is called there.</summary>
    public string? Status { get; set; }

    /// <summary>When it last changed there.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>As of when it is known: the beginning of the request that read it, or the end of the write that changed it.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>It was deleted there.</summary>
    public bool IsGone { get; set; }

    /// <summary>Everything else that the order is derived from, as JSON.</summary>
    public required string Facts { get; set; }

    /// <summary>The status before we cancelled it; null when we did not.</summary>
    public string? FormerStatusId { get; set; }

    /// <summary>When we last wrote to it there.</summary>
    public DateTimeOffset? WrittenAt { get; set; }
}

/// <summary>A message that an order changed. It is a hint: the order is read before anything is believed.</summary>
internal sealed class HintRow
{
    /// <summary>The order's number; further hints about it become one.</summary>
    public required string Number { get; set; }

    /// <summary>When the order changed, as the hint says.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>The status it is said to have; null where the hint does not say.</summary>
    public string? StatusId { get; set; }

    /// <summary>When the hint came.</summary>
    public DateTimeOffset ReceivedAt { get; set; }
}

/// <summary>Something that the mirror of the shop's system has to remember, and who works on it.</summary>
internal sealed class MirrorNoteRow
{
    /// <summary>What it is.</summary>
    public required string Name { get; set; }

    /// <summary>Its value.</summary>
    public string? Value { get; set; }

    /// <summary>When the value was written.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>Who has the lease.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Until when others keep away.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }
}

/// <summary>A status of the shop that a conversation met and nobody has given a meaning.</summary>
internal sealed class MetStatusRow
{
    /// <summary>The status.</summary>
    public required string StatusId { get; set; }

    /// <summary>What it was called.</summary>
    public required string Name { get; set; }

    /// <summary>How often an order in it was read for a caller.</summary>
    public int Times { get; set; }

    /// <summary>When that last happened.</summary>
    public DateTimeOffset At { get; set; }
}

/// <summary>A record for the history of an order in the shop's system: told to the shop's people, never to the customer.</summary>
internal sealed class ShopRecordRow
{
    /// <summary>Ours, and part of the record, so that it can be looked for.</summary>
    public required string Id { get; set; }

    /// <summary>The order's number.</summary>
    public required string Number { get; set; }

    /// <summary>What happened, in the words of the shop's people.</summary>
    public required string Text { get; set; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is sent, or looked for; null once it is there or given up.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>How often the PIN of an order was renewed.</summary>
internal sealed class PinVersionRow
{
    /// <summary>The order's number, as the shop writes it.</summary>
    public required string Number { get; set; }

    /// <summary>1 is the first renewal; an order without a row has its first PIN.</summary>
    public int Version { get; set; }
}
