using System.Runtime.CompilerServices;

namespace IvrAutomat.Web.Doctor;

/// <summary>Is there room where the automat writes: the database with its log, audio, prompts.</summary>
/// <param name="folders">The folders, each with the word for what lies there; one that is not there yet is judged by the next above it.</param>
internal sealed class DiskCheck(IReadOnlyList<(string Name, string Folder)> folders) : ICheck
{
    private const long Megabyte = 1024 * 1024;
    private const long LittleRoom = 500 * Megabyte;
    private const long NoRoom = 50 * Megabyte;

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
