namespace IvrAutomat.Web.Line;

/// <summary>What is written into the audit log about what callers hear and when people answer.</summary>
internal static class LineActs
{
    /// <summary>Something is announced to every caller.</summary>
    public const string Announced = "announcement.set";

    /// <summary>The announcement was ended before its time.</summary>
    public const string AnnouncementEnded = "announcement.off";

    /// <summary>Opening hours or closures changed.</summary>
    public const string HoursChanged = "hours.changed";

    /// <summary>The meanings of the shop's statuses changed.</summary>
    public const string StatusesChanged = "statuses.changed";
}
