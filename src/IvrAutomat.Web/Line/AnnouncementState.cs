using System.Text.Json;
using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Line;

/// <summary>The announcement as an admin wrote it.</summary>
/// <param name="Texts">The texts by language; empty: nothing is announced.</param>
/// <param name="From">From when it is said.</param>
/// <param name="Until">From when it is not said any more.</param>
internal sealed record AnnouncementState(IReadOnlyDictionary<string, string> Texts, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>When it was changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>By whose account.</summary>
    public required string ChangedBy { get; init; }

    /// <summary>It is said, or will be.</summary>
    public bool IsOn(DateTimeOffset at) => Texts.Count > 0 && at < Until;

    /// <summary>What is said at an instant.</summary>
    public ValueList<AnnouncedText> At(DateTimeOffset at)
        => at >= From && at < Until ? [.. Texts.Select(text => new AnnouncedText(text.Key, text.Value))] : [];

    /// <summary>What a row holds.</summary>
    public static AnnouncementState Of(AnnouncementRow row) => new(
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.Texts) ?? [], row.FromAt, row.UntilAt)
    {
        ChangedAt = row.ChangedAt,
        ChangedBy = row.ChangedBy,
    };
}
