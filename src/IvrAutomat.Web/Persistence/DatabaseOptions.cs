using Microsoft.Data.Sqlite;

namespace IvrAutomat.Web.Persistence;

/// <summary>Where calls, orders and promises are kept. Section <c>Database</c> of the settings.</summary>
internal sealed class DatabaseOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Database";

    /// <summary>Which database.</summary>
    /// <value>
    /// The default is <see cref="DatabaseProvider.Sqlite"/>: one machine, any number of processes. More machines need PostgreSQL.
    /// </value>
    public DatabaseProvider Provider { get; set; }

    /// <summary>How to reach it, in the provider's own form.</summary>
    /// <value>The default is the file <c>data/ivrautomat.db</c> for SQLite. PostgreSQL has no default.</value>
    public string? ConnectionString { get; set; }

    /// <summary>What a saved turn survives on SQLite. PostgreSQL has this in its own settings and ignores it here.</summary>
    /// <value>The default is <see cref="DatabaseDurability.Normal"/>.</value>
    public DatabaseDurability Durability { get; set; }

    /// <summary>The connection string in use.</summary>
    public string EffectiveConnectionString
        => string.IsNullOrWhiteSpace(ConnectionString) ? "Data Source=data/ivrautomat.db" : ConnectionString;

    /// <summary>The SQLite file; null for PostgreSQL.</summary>
    public string? File
        => Provider == DatabaseProvider.Sqlite ? new SqliteConnectionStringBuilder(EffectiveConnectionString).DataSource : null;

    /// <summary>Everything that is wrong, each with its remedy; empty when the settings can be used.</summary>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        if (!Enum.IsDefined(Provider))
        {
            problems.Add("Database:Provider is not known. Use Sqlite or PostgreSql.");
        }

        if (!Enum.IsDefined(Durability))
        {
            problems.Add("Database:Durability is not known. Use Normal (survives a killed process) or Full (survives power loss).");
        }

        if (Provider == DatabaseProvider.PostgreSql)
        {
            ValidatePostgres(problems);
        }
        else
        {
            ValidateSqlite(problems);
        }

        return problems;
    }

    private void ValidatePostgres(List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(ConnectionString))
        {
            problems.Add("Database:ConnectionString is missing. Write it as 'Host=db;Database=ivrautomat;Username=ivrautomat'.");
            return;
        }

        try
        {
            _ = new Npgsql.NpgsqlConnectionStringBuilder(ConnectionString);
        }
        catch (ArgumentException)
        {
            // The text may hold a password, so it is not repeated.
            problems.Add("Database:ConnectionString cannot be read. Write it as 'Host=db;Database=ivrautomat;Username=ivrautomat'.");
        }
    }

    private void ValidateSqlite(List<string> problems)
    {
        try
        {
            var file = new SqliteConnectionStringBuilder(EffectiveConnectionString);
            if (file.Mode == SqliteOpenMode.Memory || file.DataSource.Length == 0
                || file.DataSource.Contains(":memory:", StringComparison.Ordinal))
            {
                // Each connection would see a database of its own.
                problems.Add("Database:ConnectionString names a database in memory. Name a file: 'Data Source=data/ivrautomat.db'.");
            }
        }
        catch (ArgumentException)
        {
            problems.Add("Database:ConnectionString cannot be read. Write it as 'Data Source=data/ivrautomat.db'.");
        }
    }
}

/// <summary>The databases that can be used.</summary>
internal enum DatabaseProvider
{
    /// <summary>One file; several processes of one machine may share it.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, shared by several machines.</summary>
    PostgreSql,
}

/// <summary>What a saved turn survives; SQLite's <c>synchronous</c>.</summary>
internal enum DatabaseDurability
{
    /// <summary>A killed process. After power loss the last moments may be missing, never the consistency.</summary>
    Normal,

    /// <summary>Power loss, at the price of one disk flush a turn.</summary>
    Full,
}
