using System.Data.Common;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// Writes the demo orders within a transaction. In SQL, because the start waits for it: EF Core would first have to be woken, which takes longer
/// than all that is done here.
/// </summary>
/// <param name="transaction">The transaction.</param>
/// <param name="fill">Brings a row, new or as it is, to the day.</param>
internal sealed class DemoSeed(DbTransaction transaction, Action<OrderRow, DemoOrder> fill)
{
    private const string Save = """
        INSERT INTO orders (id, number, phone_key, contact, pin_key, changed_at, changed_by, data, former)
        VALUES (@id, @number, @phone, @contact, @pin, @at, @by, @data, @former)
        ON CONFLICT (id) DO UPDATE SET phone_key = excluded.phone_key, contact = excluded.contact, pin_key = excluded.pin_key,
            changed_at = excluded.changed_at, data = excluded.data, former = excluded.former
        """;

    /// <summary>Adds or renews these orders, and the numbers that callers know them by.</summary>
    public async Task RunAsync(IReadOnlyList<DemoOrder> orders, CancellationToken cancellationToken)
    {
        foreach (var demo in orders)
        {
            var row = await FindAsync(demo.Order.Id, cancellationToken)
                ?? new OrderRow { Id = demo.Order.Id, Number = demo.Order.Number, PinKey = string.Empty, Data = string.Empty };
            fill(row, demo);
            await SaveAsync(row, cancellationToken);
            await NameAsync(demo, cancellationToken);
        }
    }

    private async Task<OrderRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var command = Command("SELECT number, changed_at, changed_by, data, former FROM orders WHERE id = @id");
        command.AddParameter("@id", id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new OrderRow
            {
                Id = id,
                Number = reader.GetString(0),
                PinKey = string.Empty,
                ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)),
                ChangedBy = reader.TextOrNull(2),
                Data = reader.GetString(3),
                Former = reader.TextOrNull(4),
            }
            : null;
    }

    private async Task SaveAsync(OrderRow row, CancellationToken cancellationToken)
    {
        await using var command = Command(Save);
        command.AddParameter("@id", row.Id);
        command.AddParameter("@number", row.Number);
        command.AddParameter("@phone", row.PhoneKey);
        command.AddBytes("@contact", row.Contact);
        command.AddParameter("@pin", row.PinKey);
        command.AddInstant("@at", row.ChangedAt);
        command.AddParameter("@by", row.ChangedBy);
        command.AddParameter("@data", row.Data);
        command.AddParameter("@former", row.Former);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task NameAsync(DemoOrder demo, CancellationToken cancellationToken)
    {
        await using (var command = Command("DELETE FROM order_keys WHERE order_id = @id"))
        {
            command.AddParameter("@id", demo.Order.Id);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        foreach (var (kind, key) in demo.Numbers().Select(number => (number.Kind, SpokenKey.Of(number.Number)!)).Distinct())
        {
            await using var command = Command("INSERT INTO order_keys (spoken_key, kind, order_id) VALUES (@key, @kind, @id)");
            command.AddParameter("@key", key);
            command.AddParameter("@kind", $"{kind}");
            command.AddParameter("@id", demo.Order.Id);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private DbCommand Command(string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Literals of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
