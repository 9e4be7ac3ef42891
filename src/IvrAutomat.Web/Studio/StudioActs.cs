namespace IvrAutomat.Web.Studio;

/// <summary>What the studio writes into the audit log.</summary>
internal static class StudioActs
{
    /// <summary>A text was put into the draft.</summary>
    public const string Drafted = "prompt.drafted";

    /// <summary>A text, or all of them, were taken out of the draft.</summary>
    public const string Dropped = "prompt.dropped";

    /// <summary>The draft went live.</summary>
    public const string Published = "prompt.published";

    /// <summary>An earlier version went live again.</summary>
    public const string RolledBack = "prompt.rolled-back";
}
