using System.Text;
using IvrAutomat.Web.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Proof.Canary;

/// <summary>Every value of every table, and the bytes of the file with what was deleted from it.</summary>
internal sealed class DatabaseDump
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly StringBuilder _bytes = new();

    // Hundreds of megabytes: put together once for all searches.
    private string? _joinedTexts;
    private string? _joinedBytes;

    /// <summary>All texts, each on lines of its own.</summary>
    public string Texts => _joinedTexts ??= string.Join('\n', _texts);

    /// <summary>All binary values and the raw files, a character a byte.</summary>
    public string Bytes => _joinedBytes ??= _bytes.ToString();

    /// <summary>Adds all tables as they are now.</summary>
    public async Task TakeAsync(IServiceProvider services)
    {
        await using var connection = await services.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
        var tables = new List<string>();
        await using (var names = connection.CreateCommand())
        {
            names.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
            await using var reader = await names.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A name from the schema itself.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    Keep(reader.GetValue(column));
                }
            }
        }
    }

    /// <summary>Adds the database's files byte by byte.</summary>
    public async Task TakeFilesAsync(IServiceProvider services)
    {
        var file = services.GetRequiredService<Database>().File!;
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory);
            lock (_gate)
            {
                _joinedBytes = null;
                _bytes.Append(Encoding.Latin1.GetString(memory.GetBuffer(), 0, (int)memory.Length));
            }
        }
    }

    // Whole numbers are instants and counters: four digits of one prove nothing.
    private void Keep(object value)
    {
        lock (_gate)
        {
            (_joinedTexts, _joinedBytes) = (null, null);
            if (value is string text)
            {
                _texts.Add(text);
            }
            else if (value is byte[] bytes)
            {
                _bytes.Append(Encoding.Latin1.GetString(bytes)).Append('\n');
            }
        }
    }
}
