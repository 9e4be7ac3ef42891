using System.Security.Cryptography;

namespace IvrAutomat.Web.Persistence;

/// <summary>The key of an automat that was given none: a file beside the SQLite database, readable by its owner only.</summary>
internal static class SecretKeyFile
{
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

    private static byte[] Read(string file)
    {
        var key = new byte[SecretsOptions.KeyBytes];
        return Convert.TryFromBase64String(File.ReadAllText(file).Trim(), key, out var length) && length == key.Length
            ? key
            : throw new InvalidDataException(
                $"The key file '{Path.GetFileName(file)}' beside the database does not hold {key.Length} bytes in base64. "
                + "Restore it from a backup, or delete database and key file to start anew.");
    }

    // Written apart and then linked into place: two processes starting at once read the same, whole key.
    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var writer = new StreamWriter(draft, options))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretsOptions.KeyBytes)));
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
