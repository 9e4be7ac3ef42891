using System.Data.Common;

namespace IvrAutomat.Web.Persistence;

/// <summary>
/// Copies SQLite's log into its file while turns go on being written. Left to itself SQLite does so within a commit, and everybody who waits to
/// write waits for megabytes to reach the disk. Not for PostgreSQL, which has a process of its own for that.
/// </summary>
internal sealed class Checkpoints(Database database)
{
    // A few megabytes of log: seldom enough that pages written again and again are copied once, often enough that the log stays small.
    private const int Every = 512;

    private int _since;
    private int _isRunning;

    /// <summary>So many changes have been committed; begins to copy when it is time, and waits for nothing.</summary>
    public void Note(int changes)
    {
        if (Interlocked.Add(ref _since, changes) < Every || Interlocked.Exchange(ref _isRunning, 1) == 1)
        {
            return;
        }

        Volatile.Write(ref _since, 0);
        _ = Task.Run(CopySafelyAsync);
    }

    private async Task CopySafelyAsync()
    {
        try
        {
            await using var connection = await database.OpenAsync(CancellationToken.None);
            await using var command = connection.CreateCommand();

            // Passive: it waits for nobody, and nobody for it.
            command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            await command.ExecuteNonQueryAsync();

            // What was written meanwhile is little. Once nothing is left to copy, the log begins again at its start instead of growing.
            using var turn = await database.WriteAsync(CancellationToken.None);
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            // Tried again after the next turns. Nothing is lost meanwhile: the log is part of the database, and a disk that is full is told of by them.
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }
}
