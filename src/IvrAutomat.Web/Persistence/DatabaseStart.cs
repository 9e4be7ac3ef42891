using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence;

/// <summary>
/// Brings the database to the present schema before anything else runs. EF Core is asked only where something is missing: waking it takes longer
/// than the rest of a start.
/// </summary>
internal sealed class DatabaseStart(Database database, IDbContextFactory<AutomatDb> contexts)
{
    /// <summary>The schema as the migrations make it, for an empty SQLite database. A test makes it anew and compares.</summary>
    public const string NewSchema = "IvrAutomat.Web.Persistence.Migrations.new.sqlite.sql";

    private static readonly TimeSpan MigrationTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Creates the database if need be and applies what is missing; several processes may call it at once.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (database.File is { } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        }

        await using var alone = await StartLock.TakeAsync(database, cancellationToken);
        if (!await IsPresentAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            db.Database.SetCommandTimeout(MigrationTimeout);
            await db.Database.MigrateAsync(cancellationToken);
        }
    }

    private async Task<bool> IsPresentAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        if (!database.IsPostgres)
        {
            // Readers and the one writer do not wait for each other; the mode stays with the file.
            await ExecuteAsync(connection, "PRAGMA journal_mode=WAL", cancellationToken);
            // EF Core's own lock is a row, which a process killed in a migration leaves behind for good. Ours excludes everybody else here.
            await ExecuteAsync(connection, "DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
            if (await CountAsync(connection, "SELECT COUNT(*) FROM sqlite_master", cancellationToken) == 0)
            {
                await ExecuteAsync(connection, ReadNewSchema(), cancellationToken);
                return true;
            }
        }

        var tables = database.IsPostgres
            ? "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = '__EFMigrationsHistory'"
            : "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'";
        if (await CountAsync(connection, tables, cancellationToken) == 0)
        {
            return false;
        }

        var applied = new HashSet<string>(StringComparer.Ordinal);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetString(0));
        }

        return Known().All(applied.Contains);
    }

    /// <summary>The text of <see cref="NewSchema"/>.</summary>
    internal static string ReadNewSchema()
    {
        using var stream = typeof(DatabaseStart).Assembly.GetManifestResourceStream(NewSchema)
            ?? throw new InvalidOperationException($"The program lacks its part {NewSchema}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> Known()
        => typeof(AutomatDb).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Migration))).Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id);

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals of this class, and a part of the program.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = (int)MigrationTimeout.TotalSeconds;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<long> CountAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }
}
