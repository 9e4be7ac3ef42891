namespace IvrAutomat.Web.Persistence.Backup;

/// <summary>Which backup in a folder is the newest.</summary>
internal static class BackupAge
{
    /// <summary>The newest file that looks like a backup of ours; null where there is none, or no such folder.</summary>
    public static FileInfo? NewestIn(string folder) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles("*.db").MaxBy(file => file.LastWriteTimeUtc)
        : null;
}
