using System.Text.Json;
using IvrAutomat.Prompts;
using IvrAutomat.Prompts.Lint;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Line;

/// <summary>Writes the announcement. It holds from the next call on, on every instance within a second.</summary>
internal sealed class AnnouncementBook(IDbContextFactory<AutomatDb> contexts, LineNow now, AuditBook audit, TimeProvider time)
{
    /// <summary>Nobody remembers to end it after that.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>What was written last; null when nothing ever was.</summary>
    public async Task<AnnouncementState?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Announcements.AsNoTracking().SingleOrDefaultAsync(each => each.Id == AnnouncementRow.Only, cancellationToken);
        return row is null ? null : AnnouncementState.Of(row);
    }

    /// <summary>Announces something, instead of what was announced before.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="texts">The texts by language; empty ones are left out.</param>
    /// <param name="from">From when.</param>
    /// <param name="until">Until when.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Why it cannot be said; nothing has changed then. Empty: it is on.</returns>
    public async Task<IReadOnlyList<PromptFinding>> SetAsync(
        string by, IReadOnlyDictionary<string, string> texts, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var written = texts.Select(text => (text.Key, Words: text.Value.Trim())).Where(text => text.Words.Length > 0)
            .ToDictionary(text => text.Key, text => text.Words, StringComparer.Ordinal);
        var problems = Problems(written, from, until);
        if (problems.Count > 0)
        {
            return problems;
        }

        await WriteAsync(by, written, from, until, LineActs.Announced, cancellationToken);
        return [];
    }

    /// <summary>Announces nothing any more.</summary>
    /// <returns>False when nothing was announced.</returns>
    public async Task<bool> OffAsync(string by, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is not { } state || !state.IsOn(time.GetUtcNow()))
        {
            return false;
        }

        await WriteAsync(by, [], state.From, state.Until, LineActs.AnnouncementEnded, cancellationToken);
        return true;
    }

    private List<PromptFinding> Problems(Dictionary<string, string> texts, DateTimeOffset from, DateTimeOffset until)
    {
        var problems = texts.SelectMany(text => AnnouncementLint.Of(text.Key, text.Value)).ToList();
        Add(texts.Count == 0, "empty", "There is no text.", "Write it in one language at least.");
        Add(until <= from, "ends-first", "It would end before it begins.", "Choose a later end.");
        Add(until > from && until <= time.GetUtcNow(), "over", "Its end has passed.", "Choose a later end.");
        Add(until - from > Longest, "too-lasting", $"It would be said for more than {Longest.Days} days.", "Choose an earlier end; it can be prolonged.");
        return problems;

        void Add(bool isWrong, string rule, string message, string remedy)
        {
            if (isWrong)
            {
                problems.Add(new PromptFinding(PromptSeverity.Error, rule, string.Empty, 0, string.Empty, message, remedy));
            }
        }
    }

    private async Task WriteAsync(
        string by, Dictionary<string, string> texts, DateTimeOffset from, DateTimeOffset until, string act, CancellationToken cancellationToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var row = await db.Announcements.SingleOrDefaultAsync(each => each.Id == AnnouncementRow.Only, cancellationToken);
            if (row is null)
            {
                row = new AnnouncementRow { Id = AnnouncementRow.Only, Texts = string.Empty, ChangedBy = by };
                db.Announcements.Add(row);
            }

            (row.Texts, row.FromAt, row.UntilAt, row.ChangedAt, row.ChangedBy) = (JsonSerializer.Serialize(texts), from, until, time.GetUtcNow(), by);
            audit.Stage(db, by, act, new(Note: texts.Count == 0 ? null : $"{string.Join(", ", texts.Keys)} {from:u} - {until:u}"));
            db.Feed.Add(new FeedRow { At = time.GetUtcNow(), Kind = FeedKinds.Line });
            await db.SaveChangesAsync(cancellationToken);
        }

        await now.RefreshAsync(cancellationToken);
    }
}
