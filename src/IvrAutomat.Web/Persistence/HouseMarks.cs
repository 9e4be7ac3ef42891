namespace IvrAutomat.Web.Persistence;

/// <summary>When the house, whichever of its processes, last did something. It outlives restarts.</summary>
internal sealed class HouseMarks(Database database)
{
    /// <summary>Retention ran to its end.</summary>
    public const string Retention = "retention";

    /// <summary>The database was written in order to see whether it can be.</summary>
    public const string Written = "written";

    /// <summary>When it was done last; null while it never was.</summary>
    public async Task<DateTimeOffset?> LastAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT at FROM marks WHERE name = @name";
        command.AddParameter("@name", name);
        return await command.ExecuteScalarAsync(cancellationToken) is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }

    /// <summary>It was done.</summary>
    public async Task SetAsync(string name, DateTimeOffset at, CancellationToken cancellationToken)
    {
        using var turn = await database.WriteAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO marks (name, at) VALUES (@name, @at) ON CONFLICT (name) DO UPDATE SET at = excluded.at";
        command.AddParameter("@name", name);
        command.AddInstant("@at", at);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
