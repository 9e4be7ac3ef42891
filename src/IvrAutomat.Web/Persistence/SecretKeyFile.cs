using System.Security.Cryptography;

namespace IvrAutomat.Web.Persistence;

/// <summary>The key of an automat that was given none: a file beside the SQLite database, readable by its owner only.</summary>
internal static class SecretKeyFile
{
    private const int MostLooks = 100;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The key from the settings, else from the file, which is created when it is not there.</summary>
    public static byte[] Take(SecretsOptions options, Database database)
    {
        if (!string.IsNullOrWhiteSpace(options.Key))
        {
            return Convert.FromBase64String(options.Key.Trim());
        }

        if (database.File is not { } databaseFile)
        {
            throw new InvalidOperationException(options.Validate(database.Provider)[0]);
        }

        var file = Beside(databaseFile);
        if (!File.Exists(file))
        {
            Create(file);
        }

        return Read(file);
    }

    /// <summary>Where the key of a SQLite database lies when the settings have none.</summary>
    public static string Beside(string databaseFile) => Path.ChangeExtension(Path.GetFullPath(databaseFile), ".key");

    // Empty is a file that another process has just claimed: its key follows at once.
    private static byte[] Read(string file)
    {
        var text = File.ReadAllText(file);
        for (var look = 0; text.Length == 0 && look < MostLooks; look++)
        {
            Thread.Sleep(BetweenLooks);
            text = File.ReadAllText(file);
        }

        var key = new byte[SecretsOptions.KeyBytes];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == key.Length
            ? key
            : throw new InvalidDataException(
                $"The key file '{Path.GetFileName(file)}' beside the database does not hold {key.Length} bytes in base64. "
                + "Restore it from a backup, or delete database and key file to start anew.");
    }

    // Of several processes starting at once the one that makes the file gives the key. Moving alone does not decide: it looks first and moves then.
    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            Open(file).Dispose();
        }
        catch (IOException) when (File.Exists(file))
        {
            return;
        }

        // Written apart, then put in place of the claim: nobody ever reads half a key.
        var draft = $"{file}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(Open(draft)))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretsOptions.KeyBytes)));
        }

        File.Move(draft, file, overwrite: true);
    }

    private static FileStream Open(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(file, options);
    }
}
