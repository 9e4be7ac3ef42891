namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>
/// A one-time code that was asked for. Asking leaves a row also when no code was made, because there is no such order or too many were
/// sent: limits count rows, and nobody can tell from the work done which of it was the case.
/// </summary>
internal sealed class CodeRow
{
    /// <summary>The request that asked.</summary>
    public required string Id { get; set; }

    /// <summary>The order whose contact got it; null when no code was made.</summary>
    public string? OrderId { get; set; }

    /// <summary>The keyed hash of that order's phone; null when it has none, or when no code was made.</summary>
    public string? PhoneKey { get; set; }

    /// <summary>The keyed hash of the number that asked; null when withheld.</summary>
    public string? CallerKey { get; set; }

    /// <summary>The call that asked.</summary>
    public required string CallId { get; set; }

    /// <summary>The keyed hash of this row and the code; null when no code was made.</summary>
    public string? CodeKey { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>From when on it is worth nothing: thirty minutes later, or when a newer code took its place.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>How many complete entries were held against it without being right.</summary>
    public int Tries { get; set; }

    /// <summary>When it was first given right; from then on it holds for the caller or call that gave it, and for nobody else.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>The keyed hash of the number that gave it right; null when withheld or not used.</summary>
    public string? UsedBy { get; set; }

    /// <summary>The call that gave it right first.</summary>
    public string? UsedIn { get; set; }
}
