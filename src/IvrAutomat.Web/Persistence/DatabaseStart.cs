using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Persistence;

/// <summary>Brings the database to the present schema before anything else runs.</summary>
internal sealed class DatabaseStart(Database database, IDbContextFactory<AutomatDb> contexts)
{
    private static readonly TimeSpan MigrationTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Creates the database if need be and applies what is missing; several processes may call it at once.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (database.File is { } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        }

        await using var alone = await StartLock.TakeAsync(database, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Database.SetCommandTimeout(MigrationTimeout);
        if (!database.IsPostgres)
        {
            // Readers and the one writer do not wait for each other; the mode stays with the file.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
            // EF Core's own lock is a row, which a process killed in a migration leaves behind for good. Ours excludes everybody else here.
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
    }
}
