namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>What every caller hears after the greeting; no row while nothing was ever announced.</summary>
internal sealed class AnnouncementRow
{
    /// <summary>There is one row.</summary>
    public const int Only = 1;

    /// <summary>Always <see cref="Only"/>.</summary>
    public int Id { get; set; }

    /// <summary>The texts by language, as JSON; an empty object: nothing is announced.</summary>
    public required string Texts { get; set; }

    /// <summary>From when it is said.</summary>
    public DateTimeOffset FromAt { get; set; }

    /// <summary>From when it is not said any more.</summary>
    public DateTimeOffset UntilAt { get; set; }

    /// <summary>When it was changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>By whose account.</summary>
    public required string ChangedBy { get; set; }
}
