using Npgsql;

namespace IvrAutomat.Benchmarks.Hosts;

/// <summary>A database of this process's own on the server to be measured: a run finds nothing of another.</summary>
internal static class PostgresDatabase
{
    private static readonly string Name = NameOf(Environment.ProcessId);

    /// <summary>How it is reached.</summary>
    public static string ConnectionString => ConnectionStringOf(Environment.ProcessId);

    /// <summary>How that of another process is reached.</summary>
    public static string ConnectionStringOf(int process) => new NpgsqlConnectionStringBuilder(Variant.PostgresServer) { Database = NameOf(process) }.ConnectionString;

    /// <summary>Makes it.</summary>
    public static Task CreateAsync(CancellationToken cancellationToken) => ExecuteAsync($"CREATE DATABASE {Name}", cancellationToken);

    /// <summary>Removes it.</summary>
    public static Task DropAsync() => ExecuteAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)", CancellationToken.None);

    private static string NameOf(int process) => $"ivr_benchmark_{process}";

    private static async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var server = NpgsqlDataSource.Create(Variant.PostgresServer!);
#pragma warning disable CA2100 // The name is this class's own.
        await using var command = server.CreateCommand(sql);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
