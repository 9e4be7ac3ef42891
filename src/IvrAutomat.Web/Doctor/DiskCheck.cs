using System.Runtime.CompilerServices;

namespace IvrAutomat.Web.Doctor;

/// <summary>Is there room where the automat writes: the database with its log, audio, prompts.</summary>
/// <param name="folders">The folders, each with the word for what lies there; one that is not there yet is judged by the next above it.</param>
/// <param name="database">The folder of a SQLite database, in which a file is written and taken back: a limit of this user shows nowhere else. Null: none.</param>
internal sealed class DiskCheck(IReadOnlyList<(string Name, string Folder)> folders, string? database = null) : ICheck
{
    private const long Megabyte = 1024 * 1024;
    private const long LittleRoom = 500 * Megabyte;
    private const long NoRoom = 50 * Megabyte;
    private const int ProbeBytes = 256 * 1024;

    /// <inheritdoc />
    public string System => "Disk";

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var (name, folder) in folders)
        {
            yield return RoomIn(folder) switch
            {
                null => Finding.Skipped(System, $"the room left for {name} cannot be told here"),
                < NoRoom and var room => Finding.Wrong(System, $"{room / Megabyte} MB are left for {name}: callers are about to be sent to a person. Make room."),
                < LittleRoom and var room => Finding.Warning(System, $"only {room / Megabyte} MB are left for {name}. Make room."),
                var room => Finding.Ok(System, $"{room / Megabyte / 1024} GB are left for {name}"),
            };
        }

        if (database is not null && Directory.Exists(database) && await WriteAsync(database, cancellationToken) is { } why)
        {
            yield return Finding.Wrong(System, $"nothing can be written beside the database ({why}). Make room, and give this user the right to write in its folder.");
        }
    }

    private static async Task<string?> WriteAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose };
            await using var probe = new FileStream(Path.Combine(folder, $"doctor-{Guid.NewGuid():N}.probe"), options);
            await probe.WriteAsync(new byte[ProbeBytes], cancellationToken);
            probe.Flush(flushToDisk: true);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The last is the framework's word for a limit on this user's files.
            return failure is ArgumentOutOfRangeException ? "files of this user are limited" : failure.GetType().Name;
        }
    }

    private static long? RoomIn(string folder)
    {
        try
        {
            var there = Path.GetFullPath(folder);
            while (!Directory.Exists(there) && Path.GetDirectoryName(there) is { } above)
            {
                there = above;
            }

            return new DriveInfo(there).AvailableFreeSpace;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
