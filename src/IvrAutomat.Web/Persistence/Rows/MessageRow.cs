namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>A message to the contact of an order. The row is the intent: it exists before anything is sent.</summary>
internal sealed class MessageRow
{
    /// <summary>Its identifier, which the carrier's status callbacks carry in their URL.</summary>
    public required string Id { get; set; }

    /// <summary>The call that promised it.</summary>
    public string? CallId { get; set; }

    /// <summary>The order it is about.</summary>
    public string? OrderId { get; set; }

    /// <summary>The case it is about.</summary>
    public string? CaseId { get; set; }

    /// <summary>How it travels: <c>Sms</c> or <c>Email</c>.</summary>
    public required string Channel { get; set; }

    /// <summary>The prompt that says it.</summary>
    public required string PromptKey { get; set; }

    /// <summary>One of the states that the shop's <c>MessageStatus</c> ranks.</summary>
    public required string State { get; set; }

    /// <summary>The carrier's identifier; null until it is known.</summary>
    public string? Sid { get; set; }

    /// <summary>How often it was handed to the carrier or looked for there.</summary>
    public int Attempts { get; set; }

    /// <summary>The carrier's code for why it did not arrive.</summary>
    public string? Error { get; set; }

    /// <summary>Nobody else may touch it before.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Where it goes, encrypted.</summary>
    public byte[]? Contact { get; set; }

    /// <summary>What it says, encrypted: an utterance as JSON until it is sent.</summary>
    public byte[]? Body { get; set; }

    /// <summary>When it was promised.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When its state last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}
