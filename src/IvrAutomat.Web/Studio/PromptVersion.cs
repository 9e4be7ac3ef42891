using System.Collections.Immutable;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Prompts.Editing;

namespace IvrAutomat.Web.Studio;

/// <summary>One publish.</summary>
/// <param name="Number">Its number, from one.</param>
/// <param name="At">When.</param>
/// <param name="By">By whose account.</param>
/// <param name="Note">Why; may be empty.</param>
/// <param name="BackTo">The version that was gone back to; null for new words.</param>
/// <param name="Edits">Its texts with what they replaced.</param>
internal sealed record PromptVersion(int Number, DateTimeOffset At, string By, string Note, int? BackTo, ImmutableArray<TextEdit> Edits)
{
    public static PromptVersion Of(PromptVersionRow row) =>
        new(row.Number, row.At, row.PublishedBy, row.Note, row.BackTo, StoredJson.Read<ImmutableArray<TextEdit>>(row.Edits));

    /// <summary>The texts as they were before these versions, which follow each other.</summary>
    public static IEnumerable<(PromptPlace Place, string Text)> Before(IEnumerable<PromptVersion> versions) =>
        from version in versions.OrderBy(version => version.Number)
        from edit in version.Edits
        group edit.Was by edit.Place into place
        select (place.Key, place.First());

    /// <summary>The texts as they are after them.</summary>
    public static IEnumerable<(PromptPlace Place, string Text)> After(IEnumerable<PromptVersion> versions) =>
        from version in versions.OrderBy(version => version.Number)
        from edit in version.Edits
        group edit.Line by edit.Place into place
        select (place.Key, place.Last());
}

/// <summary>How a publish ended.</summary>
/// <param name="Outcome">Whether it is live.</param>
/// <param name="Plan">What would be live, with conflicts and findings.</param>
/// <param name="Number">The version's number; null when nothing was published.</param>
internal sealed record Publication(SaveOutcome Outcome, EditPlan Plan, int? Number)
{
    /// <summary>Whether the next caller at this instance hears it; false: it is recorded, but the files did not follow.</summary>
    public bool IsHeard { get; init; }
}
