using System.Text.RegularExpressions;
using Npgsql;

namespace IvrAutomat.Web.Persistence.Backup;

/// <summary>How a PostgreSQL database is backed up: by its own program. The password is not among the words.</summary>
internal static partial class PostgresBackup
{
    /// <summary>The command that writes <paramref name="file"/>, to be run where the server can be reached.</summary>
    public static string Dump(string connectionString, string file) => $"pg_dump --format=custom {Place(connectionString)} --file={Quoted(file)}";

    /// <summary>The command that puts it back into an empty database.</summary>
    public static string Restore(string connectionString, string file) => $"pg_restore --no-owner --exit-on-error {Place(connectionString)} {Quoted(file)}";

    private static string Place(string connectionString)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        (string Option, string? Value)[] words = [("host", server.Host), ("port", $"{server.Port}"), ("username", server.Username), ("dbname", server.Database)];
        return string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word.Value)).Select(word => $"--{word.Option}={Quoted(word.Value!)}"));
    }

    private static string Quoted(string word) => Plain().IsMatch(word) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    [GeneratedRegex("^[A-Za-z0-9_./:@%+=-]+$", RegexOptions.None, 1000)]
    private static partial Regex Plain();
}
