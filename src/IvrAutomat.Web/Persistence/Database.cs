using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IvrAutomat.Web.Persistence;

/// <summary>
/// The one way to an open connection: pooled, with the settings that correctness needs. EF Core uses the same strings, so what holds
/// here holds there.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    // A turn has 1.5 seconds; a database that stays locked longer has to fail in time for the human number to be connected.
    private const int BusyMilliseconds = 500;
    private const int TimeoutSeconds = 1;

    private const int PreparedStatements = 64;

    // 16 MB of log before it is copied into the file: at the default, a busy line does that several times a second.
    private const int CheckpointPages = 4096;

    // In kB: what turns read of an hour's calls, for each connection that is kept. Turns leave copying the log to Checkpoints, unless that fails for long.
    private const string HotPragmas = "PRAGMA cache_size=-8192;PRAGMA wal_autocheckpoint=65536;";

    // As many as can do something at once; those beyond are opened and closed.
    private static readonly int MostHot = Math.Max(4, Environment.ProcessorCount * 2);

    // SQLite has one writer at a time and does not queue those that wait: whoever polls luckily goes first. Within a process we queue.
    private readonly SemaphoreSlim? _writer;
    private readonly string _pragmas;
    private readonly string _connectionString;
    private readonly ConcurrentBag<HotConnection> _hot = [];
    private volatile bool _isClosed;

    /// <summary>Prepares connections; opens none.</summary>
    public Database(DatabaseOptions options)
    {
        Provider = options.Provider;
        File = options.File;
        var synchronous = options.Durability == DatabaseDurability.Full ? "FULL" : "NORMAL";
        _writer = options.Provider == DatabaseProvider.PostgreSql ? null : new SemaphoreSlim(1);
        // What is erased or replaced is overwritten, so that no file of the database still has it; it costs a turn nothing that can be measured.
        _pragmas = $"PRAGMA busy_timeout={BusyMilliseconds};PRAGMA synchronous={synchronous};PRAGMA wal_autocheckpoint={CheckpointPages};PRAGMA secure_delete=ON;";
        if (IsPostgres)
        {
            var builder = new NpgsqlConnectionStringBuilder(options.EffectiveConnectionString);
            // The driver's defaults are 15 and 30 seconds; a value that the operator wrote stands.
            builder.Timeout = builder.ContainsKey("Timeout") ? builder.Timeout : TimeoutSeconds;
            builder.CommandTimeout = builder.ContainsKey("Command Timeout") ? builder.CommandTimeout : TimeoutSeconds;
            // What every turn asks is prepared once a connection. Behind a pooler that shares connections, write Max Auto Prepare=0.
            builder.MaxAutoPrepare = builder.ContainsKey("Max Auto Prepare") ? builder.MaxAutoPrepare : PreparedStatements;
            _connectionString = builder.ConnectionString;
            Postgres = NpgsqlDataSource.Create(builder);
        }
        else
        {
            _connectionString = new SqliteConnectionStringBuilder(options.EffectiveConnectionString)
            {
                ForeignKeys = true,
                DefaultTimeout = TimeoutSeconds,
            }.ConnectionString;
        }
    }

    /// <summary>Which database it is.</summary>
    public DatabaseProvider Provider { get; }

    /// <summary>True for PostgreSQL, false for SQLite.</summary>
    public bool IsPostgres => Provider == DatabaseProvider.PostgreSql;

    /// <summary>The SQLite file; null for PostgreSQL.</summary>
    public string? File { get; }

    /// <summary>PostgreSQL's pool; null for SQLite.</summary>
    internal NpgsqlDataSource? Postgres { get; }

    /// <summary>SQLite's connection string; EF Core opens its own connections with it.</summary>
    internal string ConnectionString => _connectionString;

    /// <summary>Opens a connection that the caller disposes of. Throws <see cref="DbException"/> when the database is gone.</summary>
    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (Postgres is not null)
        {
            return await Postgres.OpenConnectionAsync(cancellationToken);
        }

        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            Prepare(connection);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection for what every turn does; the caller disposes of it. Throws <see cref="DbException"/> when the database is gone.</summary>
    public async ValueTask<HotConnection> BorrowAsync(CancellationToken cancellationToken)
    {
        if (Postgres is not null)
        {
            return new HotConnection(await Postgres.OpenConnectionAsync(cancellationToken));
        }

        while (_hot.TryTake(out var kept))
        {
            // Whoever deletes the file takes the database away: writing on into what nobody will find again would lose calls unseen.
            if (System.IO.File.Exists(File))
            {
                return kept;
            }

            kept.Close();
        }

        var opened = new HotConnection((SqliteConnection)await OpenAsync(cancellationToken), GiveBack);
        opened.Execute(HotPragmas);
        return opened;
    }

    private void GiveBack(HotConnection connection)
    {
        if (_isClosed || _hot.Count >= MostHot)
        {
            connection.Close();
            return;
        }

        _hot.Add(connection);
    }

    /// <summary>Waits for this process's turn to write; other processes still meet at the database. To be disposed of when written.</summary>
    /// <exception cref="TimeoutException">The writers before it took too long.</exception>
    public async ValueTask<WriteTurn> WriteAsync(CancellationToken cancellationToken)
    {
        if (_writer is null)
        {
            return default;
        }

        return await _writer.WaitAsync(TimeSpan.FromSeconds(TimeoutSeconds), cancellationToken)
            ? new WriteTurn(_writer)
            : throw new TimeoutException($"Nobody could write to the database for {TimeoutSeconds} s.");
    }

    /// <summary>The right to write, until disposed of.</summary>
    internal readonly struct WriteTurn(SemaphoreSlim? writer) : IDisposable
    {
        public void Dispose() => writer?.Release();
    }

    /// <summary>Sets what SQLite forgets between connections.</summary>
    internal void Prepare(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        // The text is built from two constants of this class.
#pragma warning disable CA2100
        command.CommandText = _pragmas;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Postgres is not null)
        {
            await Postgres.DisposeAsync();
            return;
        }

        _writer?.Dispose();
        _isClosed = true;
        while (_hot.TryTake(out var kept))
        {
            kept.Close();
        }

        // The pool keeps the file open, which would keep a test from deleting it.
        await using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
