using System.Data.Common;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Requests;

namespace IvrAutomat.Web.Shop;

/// <summary>The shop's orders as they are at this moment. Reading may be slow or fail, as it may with a shop elsewhere.</summary>
internal sealed class OrderBook(Database database, ShopFaults faults, TimeProvider time)
{
    /// <summary>What is read of an order by <see cref="Read"/>; <c>@rated</c> is the instant since which a mark counts.</summary>
    public const string Columns = """
        orders.id, number, phone_key, contact, pin_key, changed_at, changed_by, data, former, import_id, imported, imported_rest,
            (SELECT COUNT(*) FROM ratings WHERE ratings.order_id = orders.id AND ratings.at >= @rated)
        """;

    private const string Row = $"SELECT {Columns} FROM orders WHERE id = @id AND {OrderRow.IsSeen}";

    /// <summary>How long a shop may take to answer; it is outside the turn.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    /// <summary>An order and whether it was rated, in one round trip; null when the shop does not answer or the order is gone.</summary>
    /// <param name="orderId">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="justRead">Asked once the shop has answered: the order, where somebody has read it a moment ago.</param>
    public async Task<OrderSight?> ReadAsync(string orderId, CancellationToken cancellationToken, Func<string, OrderSight?>? justRead = null)
        => await faults.AnswersAsync(Limit, cancellationToken) ? justRead?.Invoke(orderId) ?? await SeeAsync(orderId, cancellationToken) : null;

    /// <summary>The row of an order as this database has it; null when it has none.</summary>
    public async Task<OrderRow?> RowAsync(string orderId, CancellationToken cancellationToken) => (await SeeAsync(orderId, cancellationToken))?.Row;

    private async Task<OrderSight?> SeeAsync(string orderId, CancellationToken cancellationToken)
    {
        await using var connection = await database.BorrowAsync(cancellationToken);
        var command = connection.Command(Row);
        command.AddParameter("@id", orderId);
        command.AddParameter("@rated", RatedSince(time.GetUtcNow()));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    /// <summary>Since when a mark counts: the value of <c>@rated</c>.</summary>
    public static long RatedSince(DateTimeOffset now) => (now - NoteRatingHandler.OneCase).ToUnixTimeMilliseconds();

    /// <summary>The order of a reader that stands on <see cref="Columns"/>.</summary>
    public static OrderSight Read(DbDataReader reader) => new(new OrderRow
    {
        Id = reader.GetString(0),
        Number = reader.GetString(1),
        PhoneKey = reader.TextOrNull(2),
        Contact = reader.IsDBNull(3) ? null : (byte[])reader.GetValue(3),
        PinKey = reader.GetString(4),
        ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(5)),
        ChangedBy = reader.TextOrNull(6),
        Data = reader.GetString(7),
        Former = reader.TextOrNull(8),
        ImportId = reader.TextOrNull(9),
        Imported = reader.TextOrNull(10),
        ImportedRest = reader.TextOrNull(11),
    })
    {
        IsRated = reader.GetInt64(12) > 0,
    };

    /// <summary>The order of a row.</summary>
    public static Order OrderOf(OrderRow row) => StoredJson.Read<Order>(row.Data);
}
