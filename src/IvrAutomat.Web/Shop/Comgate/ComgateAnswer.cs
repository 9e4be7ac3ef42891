namespace IvrAutomat.Web.Shop.Comgate;

/// <summary>What the gateway said, as far as it matters to us. It prints a code and nothing of the payment.</summary>
/// <param name="Meaning">What it means for what was asked.</param>
/// <param name="Why">For the log: its code, or how far the request got.</param>
internal sealed record ComgateAnswer(ComgateMeaning Meaning, string Why)
{
    /// <summary>The gateway's identifier of the payment; empty when it named none.</summary>
    public string TransId { get; init; } = string.Empty;

    /// <summary>The page on which it is paid; empty when it named none.</summary>
    public string Redirect { get; init; } = string.Empty;

    /// <summary>Our reference.</summary>
    public string RefId { get; init; } = string.Empty;

    /// <summary>Its state: <c>PENDING</c>, <c>PAID</c>, <c>CANCELLED</c>, <c>AUTHORIZED</c>.</summary>
    public string Status { get; init; } = string.Empty;

    /// <summary>The amount in hundredths; -1 when it named none.</summary>
    public long Price { get; init; } = -1;

    /// <summary>Three letters; empty when it named none.</summary>
    public string Currency { get; init; } = string.Empty;

    /// <summary>No money has moved.</summary>
    public bool IsTest { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Meaning} {Why}";
}

/// <summary>What an answer of the gateway means.</summary>
internal enum ComgateMeaning
{
    /// <summary>It did what was asked.</summary>
    Ok,

    /// <summary>It certainly did not, and only the moment was wrong.</summary>
    NotNow,

    /// <summary>It certainly did not, and will not: what was asked is wrong, or not possible any more.</summary>
    Never,

    /// <summary>It does not know us; it is not asked any more.</summary>
    LoginRefused,

    /// <summary>It may have done it or not.</summary>
    Unknown,
}
