namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>
/// A payment at the payment gateway. The row is written before the gateway is asked for it, so that money that comes for a payment whose
/// answer was lost still finds its order.
/// </summary>
internal sealed class GatewayPaymentRow
{
    /// <summary>Its identifier here: random, safe to log.</summary>
    public required string Id { get; set; }

    /// <summary>Its identifier at the gateway's side of the contract: the order's number and a counter.</summary>
    public required string RefId { get; set; }

    /// <summary>The order.</summary>
    public required string OrderId { get; set; }

    /// <summary>The request that wanted it.</summary>
    public required string RequestId { get; set; }

    /// <summary>The attempt that made it: the reference of its <see cref="OutsideActRow"/>.</summary>
    public required string Reference { get; set; }

    /// <summary>The keyed hash of its short address, by which it is found.</summary>
    public required string TokenKey { get; set; }

    /// <summary>The random part of its short address, encrypted, so that the same one can be sent again.</summary>
    public required byte[] Token { get; set; }

    /// <summary>What is to be paid, in hellers.</summary>
    public long Hellers { get; set; }

    /// <summary>The gateway's identifier; null until it is known.</summary>
    public string? TransId { get; set; }

    /// <summary>The gateway's page, encrypted; null until it is known.</summary>
    public byte[]? Address { get; set; }

    /// <summary>One of <see cref="GatewayPaymentState"/>.</summary>
    public required string State { get; set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>From when on the gateway takes no money for it.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When the gateway is to be asked about it next; null when nothing is left to ask.</summary>
    public DateTimeOffset? AskAt { get; set; }

    /// <summary>How often it was asked about.</summary>
    public int Asked { get; set; }

    /// <summary>When the gateway said that it is paid.</summary>
    public DateTimeOffset? PaidAt { get; set; }
}

/// <summary>The states of a payment at the gateway.</summary>
internal static class GatewayPaymentState
{
    /// <summary>The gateway is being asked for it, or the process died while it was.</summary>
    public const string Creating = "creating";

    /// <summary>It can be paid.</summary>
    public const string Open = "open";

    /// <summary>The gateway may have made it; nobody knows its address, so that nobody can pay it. It expires.</summary>
    public const string Lost = "lost";

    /// <summary>The gateway did not make it. Final.</summary>
    public const string Refused = "refused";

    /// <summary>The gateway has the money. Final.</summary>
    public const string Paid = "paid";

    /// <summary>Called off, or expired. Final.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The gateway has other money than was asked for: a person looks. Final.</summary>
    public const string Disputed = "disputed";
}
