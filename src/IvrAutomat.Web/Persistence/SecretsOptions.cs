namespace IvrAutomat.Web.Persistence;

/// <summary>The key that hashes and encrypts what must not be readable. Section <c>Secrets</c> of the settings.</summary>
internal sealed class SecretsOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Secrets";

    /// <summary>How long the key is, in bytes.</summary>
    public const int KeyBytes = 32;

    /// <summary>32 random bytes in base64.</summary>
    /// <value>
    /// No default. On SQLite a key file is created beside the database when this is not set; on PostgreSQL it is required, because
    /// all machines need the same one.
    /// </value>
    public string? Key { get; set; }

    /// <summary>Everything that is wrong, each with its remedy.</summary>
    public IReadOnlyList<string> Validate(DatabaseProvider provider)
    {
        if (string.IsNullOrWhiteSpace(Key))
        {
            return provider == DatabaseProvider.PostgreSql
                ? ["Secrets:Key is missing. PostgreSQL needs it, the same on every machine. Make one with: openssl rand -base64 32"]
                : [];
        }

        var bytes = new byte[Key.Length];
        return Convert.TryFromBase64String(Key.Trim(), bytes, out var length) && length == KeyBytes
            ? []
            : [$"Secrets:Key is not {KeyBytes} bytes in base64. Make one with: openssl rand -base64 32"];
    }
}
