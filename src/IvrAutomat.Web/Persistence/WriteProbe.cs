using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace IvrAutomat.Web.Persistence;

/// <summary>Tells whether the database can be written, by writing: a full disk lets everything be read. At most once a second, whoever asks.</summary>
internal sealed class WriteProbe(HouseMarks marks, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Task<string?> _last = Task.FromResult<string?>(null);
    private long _lookedAt;
    private bool _hasLooked;

    /// <summary>Why nothing can be written and what to do; null when it can.</summary>
    public async Task<string?> WhyNotAsync(CancellationToken cancellationToken)
    {
        Task<string?> last;
        lock (_lock)
        {
            if (!_hasLooked || (_last.IsCompleted && time.GetElapsedTime(_lookedAt) >= Fresh))
            {
                // For all who ask now: the first of them may go away.
                (_last, _lookedAt, _hasLooked) = (LookAsync(), time.GetTimestamp(), true);
            }

            last = _last;
        }

        return await last.WaitAsync(cancellationToken);
    }

    /// <summary>What a failure to write means and asks for; null when somebody else is writing, so that it can be done.</summary>
    public static string? Remedy(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } => null,
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } or DbException { SqlState: "53100" } => "its disk is full. Make room; then it goes on by itself",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_IOERR } => "its disk refuses to be written: it is full for this user, or broken. Make room, or look at the disk; then it goes on by itself",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_READONLY } => "it is read-only. Give this user the right to write the file and its folder",
        _ => "it does not answer. Look whether its server runs and Database:ConnectionString leads there",
    };

    private async Task<string?> LookAsync()
    {
        try
        {
            await marks.SetAsync(HouseMarks.Written, time.GetUtcNow(), CancellationToken.None);
            return null;
        }
        catch (TimeoutException)
        {
            // Turns are being written, one after the other.
            return null;
        }
        catch (DbException failure)
        {
            return Remedy(failure);
        }
    }
}
