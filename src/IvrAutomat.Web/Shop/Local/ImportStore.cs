using System.Data;
using System.Data.Common;
using IvrAutomat.Web.Persistence;
using Microsoft.Data.Sqlite;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>
/// Where an import waits until it is decided. New orders are written where orders are, unseen; changes of known ones wait beside them. Each
/// transaction is short, and pauses between them let calls write.
/// </summary>
internal sealed class ImportStore : IAsyncDisposable
{
    private const int ChangesInAPiece = 2_000;
    private const int RowsToDrop = 500;
    private const int PatienceSeconds = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly DbConnection _connection;
    private readonly BulkInsert _orders;
    private readonly BulkInsert _keys;
    private readonly BulkInsert _changes;
    private readonly BulkInsert _changedKeys;
    private int _changed;

    private ImportStore(DbConnection connection)
    {
        _connection = connection;
        _orders = new BulkInsert(
            connection, "orders", ("id", DbType.String), ("number", DbType.String), ("phone_key", DbType.String), ("contact", DbType.Binary),
            ("pin_key", DbType.String), ("changed_at", DbType.Int64), ("data", DbType.String), ("import_id", DbType.String),
            ("imported", DbType.String), ("imported_rest", DbType.String));
        _keys = new BulkInsert(connection, "order_keys", ("order_id", DbType.String), ("kind", DbType.String), ("spoken_key", DbType.String));
        _changes = new BulkInsert(
            connection, "import_orders", ("order_id", DbType.String), ("import_id", DbType.String), ("piece", DbType.Int32),
            ("phone_key", DbType.String), ("contact", DbType.Binary), ("pin_key", DbType.String), ("changed_at", DbType.Int64),
            ("data", DbType.String), ("rest", DbType.String));
        _changedKeys = new BulkInsert(connection, "import_keys", ("order_id", DbType.String), ("kind", DbType.String), ("spoken_key", DbType.String));
    }

    /// <summary>Opens a connection of its own.</summary>
    public static async Task<ImportStore> OpenAsync(Database database, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken);
        if (connection is SqliteConnection sqlite)
        {
            // An import can wait for calls; calls must not wait for an import.
            sqlite.DefaultTimeout = PatienceSeconds;
        }

        return new ImportStore(connection);
    }

    /// <summary>Begins an import.</summary>
    public Task BeginAsync(string importId, DateTimeOffset asOf, DateTimeOffset now, CancellationToken cancellationToken) => ExecuteAsync(
        "INSERT INTO imports (id, as_of, started_at) VALUES (@import, @asOf, @now)", importId, cancellationToken,
        ("@asOf", asOf.ToUnixTimeMilliseconds()), ("@now", now.ToUnixTimeMilliseconds()));

    /// <summary>Adds an order that nobody knows yet.</summary>
    public void AddNew(string importId, StagedOrder order)
    {
        _orders.Add(
            order.Id, order.Number, order.PhoneKey, order.Contact, order.PinKey, order.ChangedAt.ToUnixTimeMilliseconds(), order.Data, importId,
            order.Data, order.Rest);
        foreach (var (kind, key) in order.Numbers)
        {
            _keys.Add(order.Id, kind, key);
        }
    }

    /// <summary>Adds a change of an order that is known.</summary>
    public void AddChange(string importId, StagedOrder order)
    {
        _changes.Add(
            order.Id, importId, _changed++ / ChangesInAPiece, order.PhoneKey, order.Contact, order.PinKey, order.ChangedAt.ToUnixTimeMilliseconds(),
            order.Data, order.Rest);
        foreach (var (kind, key) in order.Numbers)
        {
            _changedKeys.Add(order.Id, kind, key);
        }
    }

    /// <summary>Writes what was added, in one short transaction, and pauses.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using (var transaction = await _connection.BeginTransactionAsync(cancellationToken))
        {
            await _orders.WriteAsync(transaction, cancellationToken);
            await _keys.WriteAsync(transaction, cancellationToken);
            await _changes.WriteAsync(transaction, cancellationToken);
            await _changedKeys.WriteAsync(transaction, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await PauseAsync(cancellationToken);
    }

    /// <summary>Forgets imports that were never decided, a short transaction at a time: their processes died.</summary>
    public async Task DropUndecidedAsync(CancellationToken cancellationToken)
    {
        const string Undecided = "(SELECT id FROM imports WHERE decided_at IS NULL)";
        while (await SomeAsync($"SELECT id FROM orders WHERE import_id IN {Undecided} LIMIT {RowsToDrop}", cancellationToken) is { Length: > 0 } ids)
        {
            // Made by this program: hexadecimal digits, a letter and a dash.
            var list = string.Join(',', ids.Select(id => $"'{id}'"));

            // The keys first: they refer to the orders.
            await ExecuteAsync($"DELETE FROM order_keys WHERE order_id IN ({list})", importId: null, cancellationToken);
            await ExecuteAsync($"DELETE FROM orders WHERE id IN ({list})", importId: null, cancellationToken);
            await PauseAsync(cancellationToken);
        }

        await ExecuteAsync($"DELETE FROM import_keys WHERE order_id IN (SELECT order_id FROM import_orders WHERE import_id IN {Undecided})", importId: null, cancellationToken);
        await ExecuteAsync($"DELETE FROM import_orders WHERE import_id IN {Undecided}", importId: null, cancellationToken);
        await ExecuteAsync("DELETE FROM imports WHERE decided_at IS NULL", importId: null, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _orders.DisposeAsync();
        await _keys.DisposeAsync();
        await _changes.DisposeAsync();
        await _changedKeys.DisposeAsync();
        await _connection.DisposeAsync();
    }

    // Calls are taken by other processes, which live in the machine's time.
    private static Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(Pause, TimeProvider.System, cancellationToken);

    private async Task<string[]> SomeAsync(string query, CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // A literal of this class.
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(reader.GetString(0));
        }

        return [.. found];
    }

    private async Task<int> ExecuteAsync(string statement, string? importId, CancellationToken cancellationToken, params (string Name, long Value)[] values)
    {
        await using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Literals of this class.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.CommandTimeout = PatienceSeconds;
        if (importId is not null)
        {
            command.AddParameter("@import", importId);
        }

        foreach (var (name, value) in values)
        {
            command.AddParameter(name, value);
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>An order of a file in the form of its row.</summary>
internal sealed record StagedOrder(
    string Id, string Number, string? PhoneKey, byte[]? Contact, string PinKey, DateTimeOffset ChangedAt, string Data, string Rest,
    IReadOnlyList<(string Kind, string SpokenKey)> Numbers)
{
    /// <inheritdoc />
    public override string ToString() => $"order {Id}";
}
