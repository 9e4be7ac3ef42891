using IvrAutomat.Proof.World;

namespace IvrAutomat.Proof.Disk;

/// <summary>What an operator does while nothing can be written: asks the doctor, and makes a backup there.</summary>
internal sealed class Operations
{
    private const string Backup = "backup.db";

    private readonly FullDisk _disk;
    private readonly Store _store;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly List<string> _broken = [];

    /// <summary>Lays the key beside the database, where an automat that was given none keeps it: it belongs to a backup.</summary>
    public Operations(FullDisk disk, Store store, IReadOnlyDictionary<string, string> settings)
    {
        (_disk, _store, _settings) = (disk, store, settings);
        File.WriteAllText(Path.Combine(store.Folder, "calls.key"), settings["Secrets:Key"]);
    }

    /// <summary>What did not hold.</summary>
    public IReadOnlyList<string> Broken => _broken;

    /// <summary>Does both.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var (doctor, said) = await RunAsync(["doctor"], cancellationToken);
        if (doctor == 0 || !said.Split('\n').Any(line => line.StartsWith("WRONG", StringComparison.Ordinal) && line.Contains("Make room", StringComparison.Ordinal)))
        {
            _broken.Add($"nothing can be written, and doctor ends with {doctor} and says: {said}");
        }

        var (backup, why) = await RunAsync(["backup", Path.Combine(_store.Folder, Backup)], cancellationToken);
        if (backup == 0 || !why.Contains("could not be written", StringComparison.Ordinal))
        {
            _broken.Add($"a backup onto a full disk ends with {backup} and says: {why}");
        }

        foreach (var left in Directory.EnumerateFiles(_store.Folder, "backup*"))
        {
            _broken.Add($"a backup onto a full disk leaves {Path.GetFileName(left)}");
        }
    }

    private Task<(int Code, string Said)> RunAsync(string[] arguments, CancellationToken cancellationToken)
        => ProductCommand.RunAsync(arguments, _settings, cancellationToken, _disk.LauncherWhenFull);
}
