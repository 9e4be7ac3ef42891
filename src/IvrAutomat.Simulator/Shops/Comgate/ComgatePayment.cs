namespace IvrAutomat.Simulator.Shops.Comgate;

/// <summary>A payment as the gateway has it.</summary>
/// <param name="TransId">The gateway's identifier, <c>XXXX-XXXX-XXXX</c>.</param>
/// <param name="RefId">The shop's reference.</param>
/// <param name="Price">In minor units: 293 Kč is 29300.</param>
/// <param name="Currency">Three letters.</param>
/// <param name="Label">What the bank statement shows.</param>
/// <param name="Method">The ways of paying that are offered.</param>
/// <param name="IsTest">No money moves.</param>
/// <param name="ExpiresAt">From when on nobody can pay any more.</param>
public sealed record ComgatePayment(
    string TransId, string RefId, long Price, string Currency, string Label, string Method, bool IsTest, DateTimeOffset ExpiresAt)
{
    /// <summary><see cref="Pending"/>, <see cref="Paid"/> or <see cref="Cancelled"/>.</summary>
    public string Status { get; init; } = Pending;

    /// <summary>The payer's address; empty when none was given.</summary>
    public string Email { get; init; } = string.Empty;

    /// <summary>The payer's number; empty when none was given.</summary>
    public string Phone { get; init; } = string.Empty;

    /// <summary>Where the browser goes after paying, after cancelling, and otherwise; empty when the shop named none.</summary>
    public (string Paid, string Cancelled, string Pending) Return { get; init; } = (string.Empty, string.Empty, string.Empty);

    /// <summary>What has been sent back, in minor units.</summary>
    public long Refunded { get; init; }

    /// <summary>Made, and not finished.</summary>
    public const string Pending = "PENDING";

    /// <summary>The money is there.</summary>
    public const string Paid = "PAID";

    /// <summary>Called off by somebody, or expired.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>Names the payment and nobody.</summary>
    public override string ToString() => TransId;
}

/// <summary>How the gateway differs from its usual manner: other readings of its documentation, and what goes wrong with payments.</summary>
public sealed record ComgateSwitches
{
    /// <summary>Notifications are JSON; otherwise forms, as the documentation has it.</summary>
    public bool PushAsJson { get; init; }

    /// <summary>The payment is paid, and that is notified, before the request that creates it is answered.</summary>
    public bool PushBeforeAnswer { get; init; }

    /// <summary>Every notification is sent twice at once.</summary>
    public bool PushTwice { get; init; }

    /// <summary>The secret in notifications; null for the right one.</summary>
    public string? PushSecret { get; init; }

    /// <summary>What was paid, in minor units; null for what was asked for. Notification and state agree.</summary>
    public long? PaidPrice { get; init; }

    /// <summary>In which currency it was paid; null for that which was asked for.</summary>
    public string? PaidCurrency { get; init; }

    /// <summary>Every request is answered with this code and nothing is done; null for none.</summary>
    public int? Code { get; init; }

    /// <summary>A wrong login is answered with code 1301 instead of HTTP 401.</summary>
    public bool LoginByCode { get; init; }

    /// <summary>The caller's address is not allowed in the portal.</summary>
    public bool AddressRefused { get; init; }

    /// <summary>The HTTP status that goes with an error code; the documentation does not say.</summary>
    public int ErrorStatus { get; init; } = 400;
}
