using System.Data.Common;
using System.Text;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Privacy;

/// <summary>Every cell of every table, and the bytes of the files: what somebody finds who has the disk and knows what to look for.</summary>
internal sealed class TableWalk
{
    private readonly List<(string Table, byte[] Value, bool IsSealed)> _cells = [];

    /// <summary>Whatever is there now.</summary>
    public static async Task<TableWalk> TakeAsync(TestDatabase database)
    {
        var walk = new TableWalk();
        await using var db = database.Open();
        await using var connection = await database.Database.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var table in Tables(db))
        {
            await walk.ReadAsync(connection, table);
        }

        if (database.Database.File is { } file)
        {
            SqliteConnection.ClearAllPools();
            foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"))
            {
                walk._cells.Add((Path.GetFileName(path), await BytesAsync(path), IsSealed: false));
            }
        }

        return walk;
    }

    /// <summary>The names of all tables.</summary>
    public static IEnumerable<string> Tables(AutomatDb db) => db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct();

    /// <summary>The encrypted values of a table: each is a mark that no other row has.</summary>
    public IEnumerable<byte[]> Encrypted(string table) => _cells.Where(cell => cell.Table == table && cell.IsSealed).Select(cell => cell.Value);

    /// <summary>The tables and files in which a value stands.</summary>
    public IEnumerable<string> Where(byte[] mark) => _cells.Where(cell => cell.Value.AsSpan().IndexOf(mark) >= 0).Select(cell => cell.Table).Distinct();

    /// <summary>The same for a text.</summary>
    public IEnumerable<string> Where(string mark) => Where(Encoding.UTF8.GetBytes(mark));

    private async Task ReadAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A name from the model itself.
        command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (reader.GetValue(column) is var value and not DBNull)
                {
                    _cells.Add((table, value as byte[] ?? Encoding.UTF8.GetBytes($"{value}"), value is byte[]));
                }
            }
        }
    }

    private static async Task<byte[]> BytesAsync(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }
}
