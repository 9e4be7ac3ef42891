namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>When the house last did something; see <see cref="HouseMarks"/>.</summary>
internal sealed class MarkRow
{
    /// <summary>What.</summary>
    public required string Name { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
}
