using IvrAutomat.Orders;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Stage;

/// <summary>The demo shop, whose orders this database keeps.</summary>
internal sealed class DemoOnStage(DemoShop shop, IDbContextFactory<AutomatDb> contexts) : IPlayedShop
{
    /// <summary>Delivered, and a return was noted on that day.</summary>
    private const string ReturnNoted = "ReturnNoted";

    /// <inheritdoc />
    public int Busy => 0;

    /// <inheritdoc />
    public IReadOnlyList<DemoCaller> Callers => [.. shop.Orders.Select(demo => new DemoCaller(
        demo.Phone, demo.Situation, demo.Order.Number, demo.Pin, Email: demo.Email))];

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> PrepareAsync(IReadOnlyDictionary<string, string> orders, CancellationToken ct)
    {
        await shop.ResetAsync(ct);
        var problems = new List<string>();
        foreach (var (number, state) in orders)
        {
            Func<Order, Order>? shape = state == ReturnNoted ? WithReturn
                : Enum.TryParse<OrderState>(state, ignoreCase: true, out var wanted) ? order => order with { State = wanted }
                : null;
            if (shape is null)
            {
                problems.Add($"There is no state '{state}'. Use one of {string.Join(", ", Enum.GetNames<OrderState>())}, {ReturnNoted}.");
            }
            else if (!await ShapeAsync(number, shape, ct))
            {
                problems.Add($"There is no order {number} in the demo shop.");
            }
        }

        return problems;
    }

    /// <inheritdoc />
    public async Task<OrderSeen?> OrderAsync(string number, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Orders.Where(order => order.Number == number).Select(order => order.Data).FirstOrDefaultAsync(ct) is { } data
            && StoredJson.Read<Order>(data) is { } stored
            ? new OrderSeen(stored.Number, stored.State.ToString(), Payment(stored))
            : null;
    }

    private async Task<bool> ShapeAsync(string number, Func<Order, Order> shape, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Orders.FirstOrDefaultAsync(order => order.Number == number, ct) is not { } row)
        {
            return false;
        }

        row.Data = StoredJson.Write(shape(StoredJson.Read<Order>(row.Data)));
        await db.SaveChangesAsync(ct);
        return true;
    }

    private static Order WithReturn(Order order)
    {
        var on = order.DeliveredOn ?? order.OrderedOn;
        return order with { State = OrderState.Delivered, Return = new GoodsReturn(on, [], on.AddDays(14)) };
    }

    // What is not paid yet is told by how it will be, where that is not the card on which it failed.
    private static string Payment(Order order)
        => order.IsPaid ? "paid" : order.Payment == PaymentMethod.Card ? "unpaid" : $"{order.Payment}";
}
