using System.Runtime.CompilerServices;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Backup;

namespace IvrAutomat.Web.Doctor;

/// <summary>Is the newest backup young enough, and nobody else's to read. What is in it, <c>backup --check</c> tells.</summary>
internal sealed class BackupAgeCheck(Database database, BackupOptions options, TimeProvider time) : ICheck
{
    /// <inheritdoc />
    public string System => BackupOptions.Section;

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (database.IsPostgres)
        {
            yield return Finding.Skipped(System, "PostgreSQL is backed up by its own program; the command backup says how");
            yield break;
        }

        if (string.IsNullOrEmpty(options.Folder))
        {
            yield return Finding.Skipped(System, "Backup:Folder is not set, so it cannot be told whether there is a backup");
            yield break;
        }

        if (BackupAge.NewestIn(options.Folder) is not { } newest)
        {
            yield return Finding.Warning(System, "there is none in Backup:Folder. Let the command backup run once a day.");
            yield break;
        }

        var hours = (time.GetUtcNow().UtcDateTime - newest.LastWriteTimeUtc).TotalHours;
        yield return hours > options.Hours
            ? Finding.Warning(System, $"the newest is {hours:0} hours old, and may be {options.Hours}. Look why the command backup does not run.")
            : Finding.Ok(System, $"the newest is {hours:0} hours old");
        if (!OperatingSystem.IsWindows() && (newest.UnixFileMode & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != UnixFileMode.None)
        {
            yield return Finding.Wrong(System, "the newest can be read by others. Run: chmod 600 on it and on its key.");
        }
    }
}
