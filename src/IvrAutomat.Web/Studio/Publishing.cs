using System.Collections.Immutable;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Prompts.Editing;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Studio;

/// <summary>
/// Makes texts live: all of them or none. With <see cref="PromptStore.Files"/> the files are written within the transaction that records
/// the version; with <see cref="PromptStore.Database"/> the row is the publish, and each instance writes its own files.
/// </summary>
internal sealed class Publishing(
    IDbContextFactory<AutomatDb> contexts, PromptBook book, PromptEditor editor, PromptLibrary library, PublishedFiles published, AuditBook audit, TimeProvider time)
{
    private const int LongestNote = 200;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    // A reload needs half a second; a page that waits longer helps nobody.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Publishes the draft.</summary>
    /// <param name="by">Who.</param>
    /// <param name="note">Why; may be empty.</param>
    /// <param name="only">One text of the draft; null: all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Publication> PublishAsync(string by, string note, PromptPlace? only, CancellationToken cancellationToken)
    {
        var drafts = (await book.DraftAsync(cancellationToken)).Select(PromptBook.EditOf).Where(edit => only is null || edit.Place == only);
        return await PublishAsync(by, note, backTo: null, [.. drafts], cancellationToken);
    }

    /// <summary>What would change if a version were gone back to: the state right after it, 0 for the state before the first.</summary>
    public async Task<IReadOnlyList<TextEdit>> BackToAsync(int number, CancellationToken cancellationToken)
    {
        var later = await book.VersionsAsync(number, cancellationToken);
        return [.. from each in PromptVersion.Before(later)
                   let now = editor.TextOf(each.Place)
                   where now is not null && now != each.Text
                   select new TextEdit(each.Place, now, each.Text)];
    }

    /// <summary>Goes back to a version, by publishing what was live after it.</summary>
    public async Task<Publication> RollBackAsync(string by, int number, CancellationToken cancellationToken) =>
        await PublishAsync(by, string.Empty, number, await BackToAsync(number, cancellationToken), cancellationToken);

    private async Task<Publication> PublishAsync(
        string by, string note, int? backTo, IReadOnlyList<TextEdit> edits, CancellationToken cancellationToken)
    {
        var plan = editor.Plan(edits);
        if (edits.Count == 0 || !plan.IsGood)
        {
            return new(!plan.Conflicts.IsEmpty ? SaveOutcome.Conflict : !plan.Broken.IsEmpty ? SaveOutcome.Broken : SaveOutcome.Refused, plan, Number: null);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var number = (await db.PromptVersions.MaxAsync(row => (int?)row.Number, cancellationToken) ?? 0) + 1;
        db.PromptVersions.Add(new()
        {
            Number = number,
            At = time.GetUtcNow(),
            PublishedBy = by,
            Note = note.Length <= LongestNote ? note : note[..LongestNote],
            BackTo = backTo,
            Edits = StoredJson.Write<ImmutableArray<TextEdit>>([.. edits]),
        });
        var places = edits.Select(edit => edit.Place).ToHashSet();
        db.PromptDrafts.RemoveRange((await db.PromptDrafts.ToListAsync(cancellationToken)).Where(row => places.Contains(PromptBook.PlaceOf(row))));
        audit.Stage(db, by, backTo is null ? StudioActs.Published : StudioActs.RolledBack, new(Note: backTo is null ? $"{number}" : $"{number} = {backTo}"));
        db.Feed.Add(new FeedRow { At = time.GetUtcNow(), Kind = FeedKinds.Prompts });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody published between our look and our row: their number is this one, and their texts have to be seen first.
            return new(SaveOutcome.Conflict, plan, Number: null);
        }

        // Nothing is judged again here: while the row is not committed, calls on SQLite wait for their turn to write.
        if (!published.AreRows && editor.Write(plan) is not SaveOutcome.Saved and var failed)
        {
            return new(failed, plan, Number: null);
        }

        await transaction.CommitAsync(cancellationToken);
        await published.CatchUpAsync(cancellationToken);
        return new(SaveOutcome.Saved, plan, number) { IsHeard = await IsHeardAsync(plan, cancellationToken) };
    }

    // The answer says "live", so it waits until the next caller hears it.
    private async Task<bool> IsHeardAsync(EditPlan plan, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Glance)
        {
            if (library.Current.Hash == plan.Set.Catalogue!.Hash)
            {
                return true;
            }

            // Files are looked at in real time, whatever clock conversations live by.
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }

        return false;
    }
}
