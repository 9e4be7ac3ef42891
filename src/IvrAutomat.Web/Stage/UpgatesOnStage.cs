using IvrAutomat.Orders;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Simulator.Shops.Upgates;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Stage;

/// <summary>The stand-in for an Upgates shop: its orders are what counts, this database only mirrors them.</summary>
internal sealed class UpgatesOnStage(UpgatesStandIn shop, IDbContextFactory<AutomatDb> contexts) : IPlayedShop
{
    /// <inheritdoc />
    public IReadOnlyList<DemoCaller> Callers => [.. UpgatesStandIn.Callers.Select(caller => new DemoCaller(
        caller.Phone, caller.Situation, caller.Order, caller.Pin, Email: caller.Email))];

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> PrepareAsync(IReadOnlyDictionary<string, string> orders, CancellationToken ct)
    {
        shop.Reset();
        string[] problems = [.. orders.Select(order => shop.ChangeByHand(order.Key, order.Value, beforeNextWrite: false)).OfType<string>()];
        await using var db = await contexts.CreateDbContextAsync(ct);
        await DemoShop.ForgetAsync(db, ct);
        await db.OrderKeys.ExecuteDeleteAsync(ct);
        await db.Orders.ExecuteDeleteAsync(ct);
        return problems;
    }

    /// <inheritdoc />
    public Task<OrderSeen?> OrderAsync(string number, CancellationToken ct)
        => Task.FromResult(shop.StateOf(number) is { } seen ? new OrderSeen(number, seen.State, Payment(seen.IsPaid, seen.Payment)) : null);

    // In the same words as the demo's orders.
    private static string Payment(bool isPaid, string? method) => isPaid ? "paid" : method switch
    {
        "command" => nameof(PaymentMethod.Transfer),
        "cashOnDelivery" => nameof(PaymentMethod.CashOnDelivery),
        _ => "unpaid",
    };
}
