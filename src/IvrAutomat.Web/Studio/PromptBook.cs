using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Prompts.Editing;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Studio;

/// <summary>The shop's draft of prompts and the history of what was published.</summary>
internal sealed class PromptBook(IDbContextFactory<AutomatDb> contexts, PromptEditor editor, PromptLibrary library, AuditBook audit, TimeProvider time)
{
    /// <summary>The draft, in the order of keys.</summary>
    public async Task<IReadOnlyList<PromptDraftRow>> DraftAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.PromptDrafts.AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Key, StringComparer.Ordinal).ThenBy(row => row.Language, StringComparer.Ordinal)
            .ThenBy(row => row.Variant, StringComparer.Ordinal).ThenBy(row => row.Rung)];
    }

    /// <summary>Puts a text into the draft; the text that is live takes it out.</summary>
    /// <param name="by">Who.</param>
    /// <param name="edit">The text, with the live one that the person saw.</param>
    /// <param name="seen">The text of the draft that the person saw; null: there was none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DraftKept> KeepAsync(string by, TextEdit edit, string? seen, CancellationToken cancellationToken)
    {
        var place = edit.Place;
        if (LiveOf(place) is not { } live)
        {
            return DraftKept.Gone;
        }

        var line = edit.Line;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.PromptDrafts.FindAsync([place.Language, place.Key, place.Variant, place.Rung], cancellationToken);
        if (row is not null && row.Text != seen && row.Text != line)
        {
            return DraftKept.Overtaken;
        }

        if (line == live)
        {
            await DropAsync(by, place, cancellationToken);
            return DraftKept.Kept;
        }

        if (row is null)
        {
            row = new() { Language = place.Language, Key = place.Key, Variant = place.Variant, Rung = place.Rung, Was = edit.Was, Text = line, ChangedBy = by };
            db.PromptDrafts.Add(row);
        }

        (row.Was, row.Text, row.ChangedBy, row.ChangedAt) = (TextEdit.OneLine(edit.Was), line, by, time.GetUtcNow());
        Tell(db, by, StudioActs.Drafted, Name(place));
        await db.SaveChangesAsync(cancellationToken);
        return DraftKept.Kept;
    }

    // While a file is broken, what was last read from it whole is live.
    private string? LiveOf(PromptPlace place) => editor.TextOf(place)
        ?? (editor.Broken().IsEmpty ? null : library.Current.Texts.Where(text => PromptPlace.Of(text) == place).Select(text => text.Text).FirstOrDefault());

    /// <summary>Takes one text out of the draft, or all.</summary>
    public async Task DropAsync(string by, PromptPlace? place, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = (await db.PromptDrafts.ToListAsync(cancellationToken)).Where(row => place is null || PlaceOf(row) == place).ToList();
        if (rows.Count > 0)
        {
            db.PromptDrafts.RemoveRange(rows);
            Tell(db, by, StudioActs.Dropped, place is null ? "*" : Name(place));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>What was published, the latest first.</summary>
    public async Task<IReadOnlyList<PromptVersion>> VersionsAsync(int after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.PromptVersions.AsNoTracking().Where(row => row.Number > after).OrderByDescending(row => row.Number).ToListAsync(cancellationToken);
        return [.. rows.Select(PromptVersion.Of)];
    }

    /// <summary>The wish that a row of the draft is.</summary>
    public static TextEdit EditOf(PromptDraftRow row) => new(PlaceOf(row), row.Was, row.Text);

    /// <summary>The place that a row of the draft is about.</summary>
    public static PromptPlace PlaceOf(PromptDraftRow row) => new(row.Language, row.Key, row.Variant, row.Rung);

    /// <summary>A place as lists name it: "cs greeting.first", "cs pin silence 2".</summary>
    public static string Name(PromptPlace place) => string.Join(' ', (string[])[
        place.Language, place.Key, .. place.Variant == IvrAutomat.Prompts.Variants.Text ? (string[])[] : [place.Variant], .. place.Rung == 0 ? (string[])[] : [$"{place.Rung + 1}"]]);

    private void Tell(AutomatDb db, string by, string act, string note)
    {
        audit.Stage(db, by, act, new(Note: note));
        db.Feed.Add(new FeedRow { At = time.GetUtcNow(), Kind = FeedKinds.Prompts });
    }
}

/// <summary>What became of a text for the draft.</summary>
internal enum DraftKept
{
    /// <summary>It is in the draft, or it is the live text and needs none.</summary>
    Kept,

    /// <summary>Somebody else has put another text there meanwhile; theirs stays.</summary>
    Overtaken,

    /// <summary>The files have no such text any more.</summary>
    Gone,
}
