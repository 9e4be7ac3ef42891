namespace IvrAutomat.Web.Persistence;

/// <summary>The words by which open pages are told that something has changed.</summary>
internal static class FeedKinds
{
    /// <summary>A call began, ended or was identified.</summary>
    public const string Call = "call";

    /// <summary>Somebody waits, is rung, talks, or does not any more.</summary>
    public const string Queue = "queue";

    /// <summary>A case was opened, changed or closed.</summary>
    public const string Case = "case";

    /// <summary>A colleague's state changed.</summary>
    public const string Agent = "agent";

    /// <summary>An account changed: whoever is signed in may be no longer. No page hears of it.</summary>
    public const string Account = "account";

    /// <summary>The mode of the line changed.</summary>
    public const string Line = "line";

    /// <summary>Prompts were published, or their draft changed.</summary>
    public const string Prompts = "prompts";
}
