using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IvrAutomat.Web.Tests.Persistence;

/// <summary>
/// A fresh database for one test, deleted afterwards: a SQLite file in a folder of its own, or a database on the PostgreSQL server that
/// IVRAUTOMAT_TEST_POSTGRES names. Without that server a test is skipped with the reason; where CI=true it fails.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "IVRAUTOMAT_TEST_POSTGRES";

    private readonly string? _folder;
    private readonly string? _server;
    private readonly string? _name;
    private readonly ServiceProvider _services;

    private TestDatabase(DatabaseOptions options, SecretsOptions secrets, TimeProvider time, string? folder, string? server, string? name)
    {
        (Options, SecretsOptions, _folder, _server, _name) = (options, secrets, folder, server, name);
        _services = new ServiceCollection().AddSingleton(time).AddPersistence(options, secrets).BuildServiceProvider();
    }

    /// <summary>The settings, to start a host on the same database.</summary>
    public DatabaseOptions Options { get; }

    /// <summary>The key, the same for every host on this database.</summary>
    public SecretsOptions SecretsOptions { get; }

    public Database Database => _services.GetRequiredService<Database>();

    public Secrets Secrets => _services.GetRequiredService<Secrets>();

    public IDbContextFactory<AutomatDb> Contexts => _services.GetRequiredService<IDbContextFactory<AutomatDb>>();

    public JointCommits Commits => _services.GetRequiredService<JointCommits>();

    public DatabaseStart Start => _services.GetRequiredService<DatabaseStart>();

    /// <summary>Creates the database with the present schema.</summary>
    public static async Task<TestDatabase> CreateAsync(string provider, TimeProvider? time = null)
    {
        if (provider == BothDatabasesAttribute.PostgreSql)
        {
            return await CreateAsync(provider, time, await PostgresTemplate.NameAsync(TestContext.Current.CancellationToken));
        }

        var database = await CreateEmptyAsync(provider, time);
        await database.Start.MigrateAsync(TestContext.Current.CancellationToken);
        return database;
    }

    /// <summary>Creates the database without any table.</summary>
    public static Task<TestDatabase> CreateEmptyAsync(string provider, TimeProvider? time = null) => CreateAsync(provider, time, template: null);

    private static async Task<TestDatabase> CreateAsync(string provider, TimeProvider? time, string? template)
    {
        time ??= TimeProvider.System;
        var secrets = new SecretsOptions { Key = Convert.ToBase64String(new byte[SecretsOptions.KeyBytes]) };
        var name = $"ivrautomat_{Guid.NewGuid():N}";
        if (provider == BothDatabasesAttribute.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("ivrautomat-").FullName;
            var file = new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(folder, "test.db")}" };
            return new TestDatabase(file, secrets, time, folder, null, null);
        }

        var server = PostgresServer();
        await ExecuteAsync(server, $"CREATE DATABASE {name}{(template is null ? string.Empty : $" TEMPLATE {template}")}");
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20, Timeout = 15, CommandTimeout = 15 };
        var options = new DatabaseOptions { Provider = DatabaseProvider.PostgreSql, ConnectionString = connection.ConnectionString };
        return new TestDatabase(options, secrets, time, null, server, name);
    }

    /// <summary>The database's name on its server; null for a file.</summary>
    public string? Name => _name;

    public AutomatDb Open() => Contexts.CreateDbContext();

    /// <summary>Closes all connections; the database stays.</summary>
    public ValueTask LeaveAsync() => _services.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        if (_folder is not null)
        {
            await DeleteAsync(_folder);
        }

        await DropAsync();
    }

    // A connection that is still being closed may make or remove a file of its own meanwhile.
    private static async Task DeleteAsync(string folder)
    {
        const int MostTries = 20;
        for (var attempt = 1; Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (attempt < MostTries)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Takes the database away from everybody who uses it; PostgreSQL only.</summary>
    public async Task DropAsync()
    {
        if (_server is not null)
        {
            await ExecuteAsync(_server, $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        }
    }

    private static string PostgresServer()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server)
        {
            return server;
        }

        var reason = $"No PostgreSQL: set {Variable} to a connection string of a user who may create databases.";
        Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), reason);
        throw new InvalidOperationException(reason);
    }

    private static async Task ExecuteAsync(string server, string statement)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Pooling = false });
#pragma warning disable CA2100 // The only part that varies is a name made of hexadecimal digits.
        await using var command = source.CreateCommand(statement);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
