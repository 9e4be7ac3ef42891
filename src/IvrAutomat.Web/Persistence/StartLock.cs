using System.Data.Common;

namespace IvrAutomat.Web.Persistence;

/// <summary>
/// Lets one process at a time prepare the database: a lock on a file beside SQLite, an advisory lock on PostgreSQL. Both vanish with
/// their process, so a killed one leaves nothing behind.
/// </summary>
internal sealed class StartLock : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream? _file;
    private readonly DbConnection? _connection;

    private StartLock(FileStream? file, DbConnection? connection) => (_file, _connection) = (file, connection);

    /// <summary>Waits for the lock, at most two minutes.</summary>
    public static async Task<StartLock> TakeAsync(Database database, CancellationToken cancellationToken)
        => database.File is { } file
            ? new StartLock(await LockFileAsync(Path.GetFullPath(file) + ".lock", cancellationToken), null)
            : new StartLock(null, await LockServerAsync(database, cancellationToken));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
        {
            await _file.DisposeAsync();
        }

        if (_connection is not null)
        {
            // A pooled connection keeps its session, and with it the lock.
            await ExecuteAsync(_connection, "SELECT pg_advisory_unlock_all()", CancellationToken.None);
            await _connection.DisposeAsync();
        }
    }

    private static async Task<FileStream> LockFileAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Other processes live in the machine's time, whatever time this host plays.
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (time.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    private static async Task<DbConnection> LockServerAsync(Database database, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, "SELECT pg_advisory_lock(4977112026)", cancellationToken);
        return connection;
    }

    private static async Task ExecuteAsync(DbConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Both statements are literals of this class.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.CommandTimeout = (int)Patience.TotalSeconds;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
