namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>How the line was switched last; no row while nobody has switched it.</summary>
internal sealed class LineRow
{
    /// <summary>There is one row.</summary>
    public const int Only = 1;

    /// <summary>Always <see cref="Only"/>.</summary>
    public int Id { get; set; }

    /// <summary>One of <see cref="IvrAutomat.Calls.LineMode"/>.</summary>
    public required string Mode { get; set; }

    /// <summary>How long people ring first, in seconds.</summary>
    public int OverflowSeconds { get; set; }

    /// <summary>The automat's share, in percent.</summary>
    public int SharePercent { get; set; }

    /// <summary>When it was switched.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>By whose account.</summary>
    public required string ChangedBy { get; set; }
}
