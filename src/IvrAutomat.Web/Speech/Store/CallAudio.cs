namespace IvrAutomat.Web.Speech.Store;

/// <summary>
/// What belongs to one caller: names, places, numbers. It lies in a folder of the call's own, which goes with the call; one that a killed
/// process left goes at the next start or sweep.
/// </summary>
/// <param name="store">Writes files.</param>
/// <param name="names">Names folders.</param>
internal sealed class CallAudio(AudioStore store, AudioNames names)
{
    private const string Calls = "calls";

    private string Root => Path.Combine(store.Folder, Calls);

    /// <summary>The call's folder and the file in it, as an address has them.</summary>
    public string AddressOf(string callId, string name) => $"{names.OfCall(callId)}/{name}";

    /// <summary>Whether it is there.</summary>
    public bool Has(string callId, string name) => File.Exists(PathOf(names.OfCall(callId), name));

    /// <summary>Takes a file.</summary>
    /// <returns>False when the disk did not take it.</returns>
    public Task<bool> SaveAsync(string callId, string name, byte[] content) => store.WriteAsync(PathOf(names.OfCall(callId), name), content);

    /// <summary>Where a file is, or would be.</summary>
    public string PathOf(string call, string name) => Path.Combine(Root, call, name + ".wav");

    /// <summary>The call is over and nobody fetches anything any more.</summary>
    public void Forget(string callId) => Delete(Path.Combine(Root, names.OfCall(callId)));

    /// <summary>Deletes what belongs to no call that goes on.</summary>
    /// <param name="live">The calls that do.</param>
    /// <param name="untouchedSince">A folder written to later is left: its last words may still be fetched.</param>
    public void Sweep(IEnumerable<string> live, DateTimeOffset untouchedSince)
    {
        if (!Directory.Exists(Root))
        {
            return;
        }

        var kept = live.Select(names.OfCall).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in new DirectoryInfo(Root).EnumerateDirectories())
        {
            if (!kept.Contains(folder.Name) && folder.LastWriteTimeUtc <= untouchedSince.UtcDateTime)
            {
                Delete(folder.FullName);
            }
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is gone already, or another process is deleting it; else the next sweep finds it.
        }
    }
}
