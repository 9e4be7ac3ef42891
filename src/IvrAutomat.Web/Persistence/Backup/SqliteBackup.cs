using System.Data.Common;

namespace IvrAutomat.Web.Persistence.Backup;

/// <summary>
/// Copies a SQLite database while calls are written: one snapshot, in one file, complete or not there at all. With it goes the key file that
/// lies beside the database, because without the key neither PINs nor contacts can be read. It copies nothing else.
/// </summary>
internal static class SqliteBackup
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes the copy.</summary>
    /// <param name="database">A SQLite database; others may read and write it meanwhile.</param>
    /// <param name="target">The file to make. Where a key lies beside the database, its copy gets the same name with <c>.key</c>.</param>
    /// <param name="cancellationToken">Gives up and leaves nothing behind.</param>
    public static async Task<BackupOutcome> WriteAsync(Database database, string target, CancellationToken cancellationToken)
    {
        var (source, file) = (Path.GetFullPath(database.File!), Path.GetFullPath(target));
        var (key, keyCopy) = (SecretKeyFile.Beside(source), SecretKeyFile.Beside(file));
        var withKey = File.Exists(key);
        if (!File.Exists(source))
        {
            return new BackupOutcome.Refused("There is no database yet, so nothing can be lost.");
        }

        if (file == keyCopy)
        {
            return new BackupOutcome.Refused("A name that ends in .key is the key's. End it in .db.");
        }

        if (Array.Find([file, keyCopy], File.Exists) is { } taken)
        {
            return new BackupOutcome.Refused($"'{Path.GetFileName(taken)}' is there already and is not overwritten. Give another name.");
        }

        var draft = $"{file}.{Guid.NewGuid():N}";
        var halfDone = string.Empty;
        try
        {
            Create(draft);
            await CopyAsync(database, draft, cancellationToken);
            await KeepAsync(draft, cancellationToken);
            if (withKey)
            {
                // The key first: a database without its key would look like a backup and be none.
                Create(keyCopy);
                halfDone = keyCopy;
                await File.WriteAllBytesAsync(keyCopy, await File.ReadAllBytesAsync(key, cancellationToken), cancellationToken);
                await KeepAsync(keyCopy, cancellationToken);
            }

            File.Move(draft, file, overwrite: false);
            halfDone = string.Empty;
            return new BackupOutcome.Written(new FileInfo(file).Length, withKey ? keyCopy : null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException)
        {
            return new BackupOutcome.Refused($"The backup could not be written: {failure.Message}");
        }
        finally
        {
            File.Delete(draft);
            if (halfDone.Length > 0)
            {
                // A key without its database would keep the next attempt from this name.
                File.Delete(halfDone);
            }
        }
    }

    // SQLite writes into an empty file that is there, and so keeps the rights it was made with.
    private static void Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        new FileStream(file, options).Dispose();
    }

    private static async Task CopyAsync(Database database, string draft, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO @file";
        command.AddParameter("@file", draft);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // SQLite does not promise that what VACUUM INTO wrote has reached the disk.
    private static async Task KeepAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        await stream.FlushAsync(cancellationToken);
        stream.Flush(flushToDisk: true);
    }
}

/// <summary>What became of a backup.</summary>
internal abstract record BackupOutcome
{
    /// <summary>It is written.</summary>
    /// <param name="Bytes">The size of the database's copy.</param>
    /// <param name="KeyFile">The copy of the key; null where the key stands in the settings.</param>
    public sealed record Written(long Bytes, string? KeyFile) : BackupOutcome;

    /// <summary>It is not written, and nothing is left of it.</summary>
    /// <param name="Why">Why, and what to do.</param>
    public sealed record Refused(string Why) : BackupOutcome;
}
