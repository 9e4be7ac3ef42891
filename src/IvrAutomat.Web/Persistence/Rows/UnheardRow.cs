namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>What a caller said in a menu and nobody understood, numbers left out; kept for some weeks, so that an admin can teach it.</summary>
internal sealed class UnheardRow
{
    /// <summary>In the order of saying.</summary>
    public long Id { get; set; }

    /// <summary>The call.</summary>
    public required string CallId { get; set; }

    /// <summary>The state of the conversation that listened.</summary>
    public required string State { get; set; }

    /// <summary>The language that was listened in.</summary>
    public required string Language { get; set; }

    /// <summary>The words; see <see cref="IvrAutomat.Calls.UnheardWords"/>.</summary>
    public required string Words { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
}
