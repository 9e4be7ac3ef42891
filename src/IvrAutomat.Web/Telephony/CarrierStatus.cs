namespace IvrAutomat.Web.Telephony;

/// <summary>Where a call stands, as the carrier tells it. An unknown word is no status rather than an error.</summary>
internal enum CallStatus
{
    /// <summary>Waits to be dialled.</summary>
    Queued,

    /// <summary>Dialling begins.</summary>
    Initiated,

    /// <summary>It rings.</summary>
    Ringing,

    /// <summary>The parties are connected.</summary>
    InProgress,

    /// <summary>Over, after a connection.</summary>
    Completed,

    /// <summary>Over: busy.</summary>
    Busy,

    /// <summary>Over: could not be placed.</summary>
    Failed,

    /// <summary>Over: nobody answered.</summary>
    NoAnswer,

    /// <summary>Over: taken back before an answer.</summary>
    Canceled,
}

/// <summary>Where an outgoing message stands. Callbacks may arrive in any order.</summary>
internal enum MessageStatus
{
    /// <summary>Taken by the carrier, sender not chosen yet.</summary>
    Accepted,

    /// <summary>To be sent later.</summary>
    Scheduled,

    /// <summary>Waits to be sent.</summary>
    Queued,

    /// <summary>Being sent.</summary>
    Sending,

    /// <summary>Handed to the network.</summary>
    Sent,

    /// <summary>On the telephone.</summary>
    Delivered,

    /// <summary>Did not reach the telephone.</summary>
    Undelivered,

    /// <summary>Could not be sent.</summary>
    Failed,

    /// <summary>Taken back before sending.</summary>
    Canceled,
}

/// <summary>Reads the carrier's words.</summary>
internal static class CarrierStatus
{
    /// <summary>True when the call is over, however it ended.</summary>
    public static bool IsFinal(this CallStatus status) => status >= CallStatus.Completed;

    /// <summary>The status of a call, or <see langword="null"/> for a word not known.</summary>
    public static CallStatus? OfCall(string? word) => word switch
    {
        "queued" => CallStatus.Queued,
        "initiated" => CallStatus.Initiated,
        "ringing" => CallStatus.Ringing,
        "in-progress" => CallStatus.InProgress,
        "completed" => CallStatus.Completed,
        "busy" => CallStatus.Busy,
        "failed" => CallStatus.Failed,
        "no-answer" => CallStatus.NoAnswer,
        "canceled" => CallStatus.Canceled,
        _ => null,
    };

    /// <summary>The status of a message, or <see langword="null"/> for a word not known.</summary>
    public static MessageStatus? OfMessage(string? word) => word switch
    {
        "accepted" => MessageStatus.Accepted,
        "scheduled" => MessageStatus.Scheduled,
        "queued" => MessageStatus.Queued,
        "sending" => MessageStatus.Sending,
        "sent" => MessageStatus.Sent,
        "delivered" => MessageStatus.Delivered,
        "undelivered" => MessageStatus.Undelivered,
        "failed" => MessageStatus.Failed,
        "canceled" => MessageStatus.Canceled,
        _ => null,
    };
}
