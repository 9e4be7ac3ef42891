namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>What a carrier said last of a parcel, so that it is not asked for each call.</summary>
internal sealed class ParcelRow
{
    /// <summary>The carrier's number of it: ten digits.</summary>
    public required string Id { get; set; }

    /// <summary>What it said, as JSON; null while it has never answered.</summary>
    public string? State { get; set; }

    /// <summary>When it said so.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>When it was last asked, answered or not.</summary>
    public DateTimeOffset? TriedAt { get; set; }

    /// <summary>How often its stay at a point was made longer by phone.</summary>
    public int Extended { get; set; }
}

/// <summary>The name of a carrier's pick-up point.</summary>
internal sealed class PickupPointRow
{
    /// <summary>The carrier's number of it.</summary>
    public required int Id { get; set; }

    /// <summary>Its name, in the nominative, the town in it.</summary>
    public required string Name { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset SeenAt { get; set; }
}
