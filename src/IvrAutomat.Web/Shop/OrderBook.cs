using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Requests;

namespace IvrAutomat.Web.Shop;

/// <summary>The shop's orders as they are at this moment. Reading may be slow or fail, as it may with a shop elsewhere.</summary>
internal sealed class OrderBook(Database database, ShopFaults faults, TimeProvider time)
{
    private const string Row = $"""
        SELECT number, phone_key, contact, pin_key, changed_at, changed_by, data, former, import_id, imported, imported_rest,
            (SELECT COUNT(*) FROM ratings WHERE order_id = @id AND at >= @since)
        FROM orders WHERE id = @id AND {OrderRow.IsSeen}
        """;

    /// <summary>How long a shop may take to answer; it is outside the turn.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    /// <summary>An order and whether it was rated, in one round trip; null when the shop does not answer or the order is gone.</summary>
    public async Task<OrderSight?> ReadAsync(string orderId, CancellationToken cancellationToken)
    {
        if (!await faults.AnswersAsync(Limit, cancellationToken))
        {
            return null;
        }

        return await SeeAsync(orderId, cancellationToken);
    }

    /// <summary>The row of an order as this database has it; null when it has none.</summary>
    public async Task<OrderRow?> RowAsync(string orderId, CancellationToken cancellationToken) => (await SeeAsync(orderId, cancellationToken))?.Row;

    private async Task<OrderSight?> SeeAsync(string orderId, CancellationToken cancellationToken)
    {
        await using var connection = await database.BorrowAsync(cancellationToken);
        var command = connection.Command(Row);
        command.AddParameter("@id", orderId);
        command.AddParameter("@since", (time.GetUtcNow() - NoteRatingHandler.OneCase).ToUnixTimeMilliseconds());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new OrderSight(new OrderRow
            {
                Id = orderId,
                Number = reader.GetString(0),
                PhoneKey = reader.TextOrNull(1),
                Contact = reader.IsDBNull(2) ? null : (byte[])reader.GetValue(2),
                PinKey = reader.GetString(3),
                ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)),
                ChangedBy = reader.TextOrNull(5),
                Data = reader.GetString(6),
                Former = reader.TextOrNull(7),
                ImportId = reader.TextOrNull(8),
                Imported = reader.TextOrNull(9),
                ImportedRest = reader.TextOrNull(10),
            })
            {
                IsRated = reader.GetInt64(11) > 0,
            }
            : null;
    }

    /// <summary>The order of a row.</summary>
    public static Order OrderOf(OrderRow row) => StoredJson.Read<Order>(row.Data);
}
