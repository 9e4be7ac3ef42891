using System.Security.Cryptography;
using IvrAutomat.Proof.Canary;
using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IvrAutomat.Proof.World;

/// <summary>The database of a run, gone afterwards: a SQLite file in a folder of its own, or a PostgreSQL server of its own that can be killed.</summary>
internal sealed class Store : IAsyncDisposable
{
    private const int MostTries = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder;
    private readonly PostgresServer? _server;
    private readonly ServiceProvider _services;

    private Store(DirectoryInfo folder, PostgresServer? server, DatabaseOptions options, SecretsOptions secrets)
    {
        (_folder, _server) = (folder, server);
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = $"{options.Provider}",
            ["Database:ConnectionString"] = options.ConnectionString!,
            ["Secrets:Key"] = secrets.Key!,
        };
        _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddPersistence(options, secrets).BuildServiceProvider();
    }

    /// <summary>The folder of a SQLite file.</summary>
    public string Folder => _folder.FullName;

    /// <summary>What a product needs to know of it.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Makes it.</summary>
    /// <param name="onPostgres">On a server of its own; otherwise a SQLite file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="disk">The folder in which its own is made; the system's for passing things unless given.</param>
    public static async Task<Store> OpenAsync(bool onPostgres, CancellationToken cancellationToken, string? disk = null)
    {
        var folder = disk is null ? Directory.CreateTempSubdirectory("ivrautomat-proof-") : Directory.CreateDirectory(Path.Combine(disk, "store"));
        var secrets = new SecretsOptions { Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretsOptions.KeyBytes)) };
        if (!onPostgres)
        {
            return new Store(folder, null, new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "calls.db")}" }, secrets);
        }

        var server = await PostgresServer.StartAsync(cancellationToken);
        return new Store(folder, server, new DatabaseOptions { Provider = DatabaseProvider.PostgreSql, ConnectionString = server.ConnectionString }, secrets);
    }

    /// <summary>Reads it as it is now; connections that died with the server are tried anew.</summary>
    public async Task<T> ReadAsync<T>(Func<AutomatDb, Task<T>> read)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ReadOnceAsync(read);
            }
            catch (Exception gone) when (attempt < MostTries && gone is InvalidOperationException { InnerException: NpgsqlException } or NpgsqlException)
            {
                NpgsqlConnection.ClearAllPools();
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }

    private async Task<T> ReadOnceAsync<T>(Func<AutomatDb, Task<T>> read)
    {
        await using var db = await _services.GetRequiredService<IDbContextFactory<AutomatDb>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Waits until the shop's orders have been mirrored.</summary>
    public async Task MirroredAsync(int orders, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await ReadAsync(db => db.Orders.CountAsync(cancellationToken)) is var count && count < orders)
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException($"Of {orders} orders only {count} were mirrored.");
            }

            await Task.Delay(200, cancellationToken);
        }
    }

    /// <summary>Waits until so many requests are under way, or for so long.</summary>
    public async Task BusyAsync(int requests, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await ReadAsync(db => db.Requests.CountAsync(request => request.Attempts > 0 && request.FinishedAt == null, cancellationToken)) < requests
            && TimeProvider.System.GetElapsedTime(began) < atMost)
        {
            await Task.Delay(20, cancellationToken);
        }
    }

    /// <summary>Kills the server and starts it again; only PostgreSQL has one.</summary>
    /// <returns>How long it was away.</returns>
    public Task<TimeSpan> KillAsync(CancellationToken cancellationToken)
        => _server?.KillAsync(cancellationToken) ?? throw new InvalidOperationException("A SQLite file has no server.");

    /// <summary>Lets all that it left on the disk be searched: its files with what was deleted from them, and a server's dump.</summary>
    public async Task LookAsync(Sweep sweep, CancellationToken cancellationToken)
    {
        if (_server is null)
        {
            sweep.LookAtFiles("SQLite files", _folder.FullName);
            return;
        }

        sweep.LookAtFiles("PostgreSQL files", _server.Data);
        sweep.Look("PostgreSQL dump", await _server.DumpAsync(cancellationToken));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
