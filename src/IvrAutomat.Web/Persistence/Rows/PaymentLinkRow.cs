namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>A link on which an order can be paid by card.</summary>
internal sealed class PaymentLinkRow
{
    /// <summary>The keyed hash of the link's random part, by which it is found.</summary>
    public required string Key { get; set; }

    /// <summary>The random part, encrypted, so that the same link can be sent again.</summary>
    public required byte[] Token { get; set; }

    /// <summary>The order.</summary>
    public required string OrderId { get; set; }

    /// <summary>What is paid on it, in hellers: an order whose total changed needs a new link.</summary>
    public long Hellers { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>From when on it is worth nothing.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When the order was paid on it; null while it was not.</summary>
    public DateTimeOffset? PaidAt { get; set; }
}
