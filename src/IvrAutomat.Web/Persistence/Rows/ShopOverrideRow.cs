namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>A part of the shop's settings that was changed on a page; while there is no row, the settings hold.</summary>
internal sealed class ShopOverrideRow
{
    /// <summary>Which part.</summary>
    public required string Name { get; set; }

    /// <summary>What it is now, in the form that this part is stored in.</summary>
    public required string Value { get; set; }

    /// <summary>When it was changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>By whose account.</summary>
    public required string ChangedBy { get; set; }
}
