using System.Data.Common;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Tests.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace IvrAutomat.Web.Tests.Persistence;

public sealed class SchemaTests
{
    private const string SqliteSchema = """
        SELECT m.name || '.' || c.name || ' ' || c.type || ' null:' || (c."notnull" = 0) || ' key:' || c.pk
        FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION ALL
        SELECT name || ': ' || replace(replace(sql, '  ', ' '), char(10), ' ') FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
        UNION ALL
        SELECT m.name || '.' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' ' || f.on_delete
        FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        UNION ALL
        SELECT name || ' counts up' FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'
        """;

    private const string PostgresSchema = """
        SELECT table_name || '.' || column_name || ' ' || data_type || ' null:' || is_nullable || ' identity:' || is_identity
            || ' default:' || coalesce(column_default, '')
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        UNION ALL SELECT conname || ': ' || pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%' AND contype IN ('p', 'f', 'u', 'c')
        """;

    [Theory, BothDatabases]
    public async Task MigratedSchema_IsTheSchemaOfTheModel(string provider)
    {
        await using var migrated = await TestDatabase.CreateAsync(provider);
        await using var created = await TestDatabase.CreateEmptyAsync(provider);
        await using (var db = created.Open())
        {
            await db.GetService<IRelationalDatabaseCreator>().EnsureCreatedAsync(TestContext.Current.CancellationToken);
        }

        var actual = await SchemaAsync(migrated);
        Assert.NotEmpty(actual);
        Assert.Equal(await SchemaAsync(created), actual);
    }

    /// <summary>With <c>IVRAUTOMAT_RENEW</c> set the file is written anew: after each new migration.</summary>
    [Fact]
    public async Task SchemaOfANewDatabase_IsWhatTheMigrationsMake()
    {
        await using var empty = await TestDatabase.CreateEmptyAsync(BothDatabasesAttribute.Sqlite);
        await using var db = empty.Open();
        var made = db.GetService<IMigrator>().GenerateScript().ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("IVRAUTOMAT_RENEW") is not null)
        {
            await File.WriteAllTextAsync(
                Repository.At("src", "IvrAutomat.Web", "Persistence", "Migrations", "new.sqlite.sql"), made, TestContext.Current.CancellationToken);
            return;
        }

        Assert.Equal(made, DatabaseStart.ReadNewSchema());
    }

    [Fact]
    public async Task DatabaseOfAnEarlierVersion_GetsWhatIsMissing()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using (var db = database.Open())
        {
            // As it was before 0022_QuietCalls.
            await db.Database.ExecuteSqlRawAsync(
                "CREATE INDEX ix_calls_updated_at ON calls (updated_at); DELETE FROM __EFMigrationsHistory WHERE MigrationId = '0022_QuietCalls'",
                TestContext.Current.CancellationToken);
        }

        await database.Start.MigrateAsync(TestContext.Current.CancellationToken);
        await using var created = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        Assert.Equal(await SchemaAsync(created), await SchemaAsync(database));
    }

    [Theory, BothDatabases]
    public async Task EightHostsStartingAtOnce_MigrateOnce(string provider)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(provider);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => database.Start.MigrateAsync(TestContext.Current.CancellationToken))));
        await using var db = database.Open();
        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task LockLeftByAKilledMigration_DoesNotBlockTheNextStart()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(BothDatabasesAttribute.Sqlite);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '')",
                TestContext.Current.CancellationToken);
        }

        await database.Start.MigrateAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(nameof(DatabaseDurability.Normal), 1L)]
    [InlineData(nameof(DatabaseDurability.Full), 2L)]
    public async Task SqliteConnections_AreWriteAheadAndAsDurableAsAsked(string durability, long synchronous)
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        database.Options.Durability = Enum.Parse<DatabaseDurability>(durability);
        await using var same = new IvrAutomat.Web.Persistence.Database(database.Options);
        await using var connection = await same.OpenAsync(TestContext.Current.CancellationToken);
        Assert.Equal("wal", await ScalarAsync(connection, "PRAGMA journal_mode"));
        Assert.Equal(synchronous, await ScalarAsync(connection, "PRAGMA synchronous"));
        Assert.Equal(1L, await ScalarAsync(connection, "PRAGMA foreign_keys"));
        Assert.Equal(500L, await ScalarAsync(connection, "PRAGMA busy_timeout"));
    }

    private static async Task<List<string>> SchemaAsync(TestDatabase database)
    {
        var lines = new List<string>();
        await using var connection = await database.Database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = database.Database.IsPostgres ? PostgresSchema : SqliteSchema;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(reader.GetString(0));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static async Task<object?> ScalarAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
