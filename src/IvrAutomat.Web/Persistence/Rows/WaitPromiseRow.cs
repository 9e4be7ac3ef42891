namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>A range that a waiting caller was told; how long it took indeed stands in the wait.</summary>
internal sealed class WaitPromiseRow
{
    /// <summary>The wait.</summary>
    public required string Wait { get; set; }

    /// <summary>When it was told.</summary>
    public DateTimeOffset ToldAt { get; set; }

    /// <summary>From so many minutes, counted from then.</summary>
    public int FromMinutes { get; set; }

    /// <summary>To so many.</summary>
    public int ToMinutes { get; set; }
}
