namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>The mark that a caller gave: one for a call and an order.</summary>
internal sealed class RatingRow
{
    /// <summary>The request that kept it.</summary>
    public required string Id { get; set; }

    /// <summary>The call.</summary>
    public required string CallId { get; set; }

    /// <summary>The order that was talked about; empty when none was, so that a call still counts once.</summary>
    public required string OrderId { get; set; }

    /// <summary>A school mark, 1 best to 5 worst.</summary>
    public int Mark { get; set; }

    /// <summary>When it was given.</summary>
    public DateTimeOffset At { get; set; }
}
