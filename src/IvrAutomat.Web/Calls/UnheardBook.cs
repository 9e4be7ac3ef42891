using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Calls;

/// <summary>Reads what callers said and nobody understood, and forgets it in time. It is written with the turn.</summary>
internal sealed class UnheardBook(IDbContextFactory<AutomatDb> contexts, TimeProvider time)
{
    /// <summary>For so long words are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int Most = 200;

    /// <summary>What was said, by state and language, the most frequent first.</summary>
    public async Task<IReadOnlyList<UnheardPhrase>> ReadAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Kept;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Unheard.Where(row => row.At >= since).GroupBy(row => new { row.State, row.Language, row.Words })
            .Select(group => new { group.Key.State, group.Key.Language, group.Key.Words, Times = group.Count(), Last = group.Max(row => row.At) })
            .OrderByDescending(group => group.Times).ThenByDescending(group => group.Last).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new UnheardPhrase(row.State, row.Language, row.Words, row.Times, row.Last))];
    }

    /// <summary>Erases what has been kept for long enough.</summary>
    public async Task EraseAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Kept;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Unheard.Where(row => row.At < before).ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>Words that meant nothing in a menu.</summary>
/// <param name="State">The state that listened.</param>
/// <param name="Language">The language that was listened in.</param>
/// <param name="Words">The words, numbers left out.</param>
/// <param name="Times">How often they were said.</param>
/// <param name="Last">When last.</param>
internal sealed record UnheardPhrase(string State, string Language, string Words, int Times, DateTimeOffset Last)
{
    // The generated text would show a caller's words.
    public override string ToString() => nameof(UnheardPhrase);
}
