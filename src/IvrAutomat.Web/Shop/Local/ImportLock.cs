using System.Data.Common;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>Lets one import run at a time, in whatever process. It vanishes with its process, so a killed one leaves nothing behind.</summary>
internal sealed class ImportLock : IAsyncDisposable
{
    private readonly FileStream? _file;
    private readonly DbConnection? _connection;

    private ImportLock(FileStream? file, DbConnection? connection) => (_file, _connection) = (file, connection);

    /// <summary>Takes the lock; null while another import runs.</summary>
    public static async Task<ImportLock?> TryTakeAsync(Database database, CancellationToken cancellationToken)
    {
        if (database.File is { } file)
        {
            try
            {
                return new ImportLock(new FileStream(Path.GetFullPath(file) + ".import", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), null);
            }
            catch (IOException)
            {
                return null;
            }
        }

        var connection = await database.OpenAsync(cancellationToken);
        if (await AskAsync(connection, "SELECT CASE WHEN pg_try_advisory_lock(4977112027) THEN 1 ELSE 0 END", cancellationToken) == 1)
        {
            return new ImportLock(null, connection);
        }

        await connection.DisposeAsync();
        return null;
    }

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
            await AskAsync(_connection, "SELECT CASE WHEN pg_advisory_unlock(4977112027) THEN 1 ELSE 0 END", CancellationToken.None);
            await _connection.DisposeAsync();
        }
    }

    private static async Task<int> AskAsync(DbConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Both statements are literals of this class.
        command.CommandText = statement;
#pragma warning restore CA2100
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }
}
