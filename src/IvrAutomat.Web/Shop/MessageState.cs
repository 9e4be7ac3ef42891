namespace IvrAutomat.Web.Shop;

/// <summary>The states of a message: ours until the carrier has it, then the carrier's.</summary>
internal static class MessageState
{
    /// <summary>Promised, not handed over yet.</summary>
    public const string Waiting = "waiting";

    /// <summary>Never to be sent: written so that nobody can tell from the work done that there is nothing to send.</summary>
    public const string Void = "void";

    /// <summary>Being handed over under a lease.</summary>
    public const string Posting = "posting";

    /// <summary>The carrier may have it: it is looked for there before anything else.</summary>
    public const string Unknown = "unknown";

    /// <summary>The carrier has it.</summary>
    public const string Queued = "queued";

    /// <summary>It arrived.</summary>
    public const string Delivered = "delivered";

    /// <summary>It did not leave.</summary>
    public const string Failed = "failed";

    /// <summary>It left and did not arrive.</summary>
    public const string Undelivered = "undelivered";
}

/// <summary>Puts the carrier's reports in order, which arrive in any.</summary>
internal static class MessageStatus
{
    /// <summary>The state after a report: the later of the two, whichever came first. An unknown report changes nothing.</summary>
    public static string Apply(string current, string reported)
    {
        var next = reported is "accepted" or "scheduled" ? MessageState.Queued : reported;
        return Rank(next) > Rank(current) ? next : current;
    }

    /// <summary>True when the message has not reached anybody and never will.</summary>
    public static bool HasFailed(string state) => state is MessageState.Failed or MessageState.Undelivered or "canceled";

    // A delivery is believed even after a failure was reported: the phone confirmed it.
    private static int Rank(string state) => state switch
    {
        MessageState.Waiting or MessageState.Posting or MessageState.Unknown => 1,
        MessageState.Queued => 2,
        "sending" => 3,
        "sent" => 4,
        MessageState.Failed or MessageState.Undelivered or "canceled" => 5,
        MessageState.Delivered => 6,
        "read" => 7,
        _ => 0,
    };
}
