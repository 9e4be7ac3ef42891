using System.Collections.Concurrent;

namespace IvrAutomat.Web.Speech.Store;

/// <summary>
/// Audio on the disk, shared by all processes that use the folder: a file that is there is whole and never changes. Above its limit what was
/// not heard for longest goes. A disk that takes nothing costs the voice, not the call.
/// </summary>
/// <param name="folder">Where the files are.</param>
/// <param name="mostBytes">The limit.</param>
/// <param name="log">Hears of trouble with the disk.</param>
internal sealed partial class AudioStore(string folder, long mostBytes, ILogger<AudioStore> log)
{
    private const string Extension = ".wav";
    private const string Unfinished = ".part";
    private const double KeptOnEviction = 0.9;
    private static readonly TimeSpan Touched = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Kept> _files = new(StringComparer.Ordinal);
    private readonly Lock _evicting = new();
    private long _bytes;
    private int _isBroken;

    /// <summary>Where the files are.</summary>
    public string Folder => folder;

    /// <summary>How many bytes it holds, as far as this process knows.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Learns what is there from earlier.</summary>
    public void Open()
    {
        try
        {
            foreach (var file in Directory.CreateDirectory(folder).EnumerateFiles())
            {
                if (file.Extension == Unfinished && TimeProvider.System.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > Touched)
                {
                    file.Delete();
                }
                else if (file.Extension == Extension && AudioNames.IsName(Path.GetFileNameWithoutExtension(file.Name)))
                {
                    Know(Path.GetFileNameWithoutExtension(file.Name), file.Length, file.LastWriteTimeUtc);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Break(e);
        }
    }

    /// <summary>Whether it is there. Asking is using: what is asked for stays.</summary>
    public bool Has(string name)
    {
        var file = new FileInfo(PathOf(name));
        if (!file.Exists)
        {
            // Another process evicted it, or somebody cleared the folder.
            Forget(name);
            return false;
        }

        if (_files.TryGetValue(name, out var kept))
        {
            Touch(name, kept);
            return true;
        }

        Know(name, file.Length, file.LastWriteTimeUtc);
        return true;
    }

    /// <summary>Takes a file; it appears whole or not at all.</summary>
    /// <returns>False when the disk did not take it.</returns>
    public async Task<bool> SaveAsync(string name, byte[] content)
    {
        if (!await WriteAsync(PathOf(name), content))
        {
            return false;
        }

        Know(name, content.Length, TimeProvider.System.GetUtcNow().UtcDateTime);
        if (Bytes > mostBytes)
        {
            Evict();
        }

        return true;
    }

    /// <summary>Writes a file beside its place and moves it there.</summary>
    /// <returns>False when the disk did not take it.</returns>
    internal async Task<bool> WriteAsync(string path, byte[] content)
    {
        var part = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(part, content);
            File.Move(part, path, overwrite: true);
            Mend();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Break(e);
            return false;
        }
    }

    /// <summary>Where a name's file is, or would be.</summary>
    public string PathOf(string name) => Path.Combine(folder, name + Extension);

    private void Know(string name, long bytes, DateTime used)
    {
        if (_files.TryAdd(name, new Kept(bytes, used)))
        {
            Interlocked.Add(ref _bytes, bytes);
        }
    }

    // The file's own time is the use that all processes, and the next start, can see.
    private void Touch(string name, Kept kept)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        if (now - kept.Used < Touched || !_files.TryUpdate(name, kept with { Used = now }, kept))
        {
            return;
        }

        try
        {
            File.SetLastWriteTimeUtc(PathOf(name), now);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Forget(name);
        }
    }

    private void Evict()
    {
        lock (_evicting)
        {
            foreach (var (name, _) in _files.OrderBy(file => file.Value.Used))
            {
                if (Bytes <= mostBytes * KeptOnEviction)
                {
                    break;
                }

                try
                {
                    File.Delete(PathOf(name));
                    Forget(name);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    Break(e);
                    break;
                }
            }
        }
    }

    private void Forget(string name)
    {
        if (_files.TryRemove(name, out var kept))
        {
            Interlocked.Add(ref _bytes, -kept.Bytes);
        }
    }

    private void Break(Exception reason)
    {
        if (Interlocked.Exchange(ref _isBroken, 1) == 0)
        {
            LogBroken(reason.GetType().Name);
        }
    }

    private void Mend()
    {
        if (Volatile.Read(ref _isBroken) == 1 && Interlocked.Exchange(ref _isBroken, 0) == 1)
        {
            LogMended();
        }
    }

    private sealed record Kept(long Bytes, DateTime Used);

    [LoggerMessage(EventId = 5011, Level = LogLevel.Warning,
        Message = "The folder of audio cannot be used ({Error}); the carrier speaks instead. Check Speech:Folder, its rights and the free space")]
    private partial void LogBroken(string error);

    [LoggerMessage(EventId = 5012, Level = LogLevel.Information, Message = "The folder of audio can be used again")]
    private partial void LogMended();
}
