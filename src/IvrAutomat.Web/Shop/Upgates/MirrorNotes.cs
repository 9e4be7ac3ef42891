using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>A few values that the mirror remembers over restarts, shared by all processes, and leases for work that one of them does.</summary>
internal sealed class MirrorNotes(IDbContextFactory<AutomatDb> contexts, TimeProvider time)
{
    private readonly string _owner = Guid.NewGuid().ToString("N");

    /// <summary>A value with the instant at which it was written; null when there is none.</summary>
    public async Task<(string Value, DateTimeOffset At)?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.MirrorNotes.AsNoTracking().SingleOrDefaultAsync(note => note.Name == name, cancellationToken);
        return row is { Value: { } value, At: { } at } ? (value, at) : null;
    }

    /// <summary>Writes a value over the present one; null takes it away.</summary>
    public async Task WriteAsync(string name, string? value, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await AddAsync(db, name, cancellationToken);
        DateTimeOffset? now = time.GetUtcNow();
        await db.MirrorNotes.Where(note => note.Name == name).ExecuteUpdateAsync(
            set => set.SetProperty(note => note.Value, value).SetProperty(note => note.At, now), cancellationToken);
    }

    /// <summary>Takes, or keeps, the right to do a work that only one process does at a time.</summary>
    /// <returns>False when another process has it.</returns>
    public async Task<bool> TakeAsync(string name, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await AddAsync(db, name, cancellationToken);
        var now = time.GetUtcNow();
        DateTimeOffset? until = now + length;
        return await db.MirrorNotes
            .Where(note => note.Name == name && (note.LeaseOwner == _owner || note.LeaseUntil == null || note.LeaseUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(note => note.LeaseOwner, _owner).SetProperty(note => note.LeaseUntil, until), cancellationToken) == 1;
    }

    private static async Task AddAsync(AutomatDb db, string name, CancellationToken cancellationToken)
        => await db.Database.ExecuteSqlAsync($"INSERT INTO mirror_notes (name) VALUES ({name}) ON CONFLICT (name) DO NOTHING", cancellationToken);
}
