using IvrAutomat.Orders;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Stage;

/// <summary>The demo shop, whose orders this database keeps.</summary>
internal sealed class DemoOnStage(DemoShop shop, IDbContextFactory<AutomatDb> contexts) : IPlayedShop
{
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
            if (!Enum.TryParse<OrderState>(state, ignoreCase: true, out var wanted))
            {
                problems.Add($"There is no state '{state}'. Use one of {string.Join(", ", Enum.GetNames<OrderState>())}.");
            }
            else if (!await SetStateAsync(number, wanted, ct))
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

    private async Task<bool> SetStateAsync(string number, OrderState state, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Orders.FirstOrDefaultAsync(order => order.Number == number, ct) is not { } row)
        {
            return false;
        }

        row.Data = StoredJson.Write(StoredJson.Read<Order>(row.Data) with { State = state });
        await db.SaveChangesAsync(ct);
        return true;
    }

    // What is not paid yet is told by how it will be, where that is not the card on which it failed.
    private static string Payment(Order order)
        => order.IsPaid ? "paid" : order.Payment == PaymentMethod.Card ? "unpaid" : $"{order.Payment}";
}
