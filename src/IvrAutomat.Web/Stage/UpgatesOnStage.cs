using IvrAutomat.Orders;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Simulator.Shops.Upgates;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Pins;
using IvrAutomat.Web.Shop.Upgates;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Stage;

/// <summary>The stand-in for an Upgates shop: its orders are what counts, this database only mirrors them.</summary>
internal sealed class UpgatesOnStage(
    UpgatesStandIn shop, CatchUpWorker catchUp, HintWorker hints, ShopRecords records, UpgatesWebhooks webhooks, UpgatesGate gate,
    UpgatesBudget budget, OrderPins pins, IDbContextFactory<AutomatDb> contexts) : IPlayedShop
{
    /// <inheritdoc />
    public int Busy => catchUp.Busy + hints.Busy + records.Busy;

    /// <inheritdoc />
    public IReadOnlyList<DemoCaller> Callers
    {
        get
        {
            var versions = Versions();
            return [.. UpgatesStandIn.Callers.Select(caller => new DemoCaller(
                caller.Phone,
                caller.Situation,
                caller.Order,
                pins.AreDerived ? pins.Derive(caller.Order, versions.GetValueOrDefault(caller.Order)) : caller.Pin,
                Email: caller.Email))];
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> PrepareAsync(IReadOnlyDictionary<string, string> orders, CancellationToken ct)
    {
        shop.Reset();
        gate.Open();
        budget.Forget();
        List<string> problems = [.. orders.Select(order => shop.ChangeByHand(order.Key, order.Value, beforeNextWrite: false)).OfType<string>()];
        await ForgetAsync(ct);
        if (!await catchUp.BeginAgainAsync(ct))
        {
            problems.Add("The orders of the Upgates stand-in could not be mirrored.");
        }

        if ((await webhooks.ConnectAsync(change: true, ct)).Value is null)
        {
            problems.Add("The webhooks could not be registered at the Upgates stand-in.");
        }

        // What a script counts begins with its own calls.
        shop.Forget();
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

    private Dictionary<string, int> Versions()
    {
        using var db = contexts.CreateDbContext();
        return db.PinVersions.ToDictionary(pin => pin.Number, pin => pin.Version, StringComparer.Ordinal);
    }

    private async Task ForgetAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await DemoShop.ForgetAsync(db, ct);
        await db.ShopRecords.ExecuteDeleteAsync(ct);
        await db.MetStatuses.ExecuteDeleteAsync(ct);
        await db.PinVersions.ExecuteDeleteAsync(ct);
        await db.Hints.ExecuteDeleteAsync(ct);
        await db.MirrorNotes.ExecuteDeleteAsync(ct);
        await db.Mirror.ExecuteDeleteAsync(ct);
        await db.OrderKeys.ExecuteDeleteAsync(ct);
        await db.Orders.ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
