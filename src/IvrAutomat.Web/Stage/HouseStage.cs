using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Stage;

/// <summary>What scripts and the browser phone may set and see of the product: the demo shop and what a call left behind.</summary>
internal sealed class HouseStage(
    Activity activity, DemoShop shop, ShopFaults faults, IDbContextFactory<AutomatDb> contexts, Secrets secrets) : IStage
{
    public int Parked => activity.Parked;

    public int Busy => activity.Busy - faults.Parked;

    public IReadOnlyList<DemoCaller> Callers => [.. shop.Orders.Select(demo => new DemoCaller(
        demo.Phone, demo.Situation, demo.Order.Number, demo.Pin))];

    public async Task PrepareAsync(StageSetting setting, CancellationToken ct)
    {
        await shop.ResetAsync(ct);
        faults.Slow = setting.ShopDelay;
        faults.Down = setting.ShopDown;
    }

    public async Task<OrderSeen?> OrderAsync(string number, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Orders.Where(order => order.Number == number).Select(order => order.Data).FirstOrDefaultAsync(ct) is { } data
            && StoredJson.Read<Orders.Order>(data) is { } stored
            ? new OrderSeen(stored.Number, stored.State.ToString(), stored.IsPaid ? "paid" : "unpaid")
            : null;
    }

    public async Task<IReadOnlyList<CaseSeen>> CasesAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var numbers = await db.Orders.ToDictionaryAsync(order => order.Id, order => order.Number, ct);
        var cases = await db.Cases.OrderBy(each => each.CreatedAt).ToListAsync(ct);
        return [.. cases.Select(each => new CaseSeen(
            each.Kind, each.Reason, each.OrderId is { } id ? numbers.GetValueOrDefault(id) : null, each.Owner, each.DueAt,
            HeldPhone.Read(secrets, each.Contact)?.End))];
    }

    public async Task<IReadOnlyList<RequestSeen>> RequestsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var numbers = await db.Orders.ToDictionaryAsync(order => order.Id, order => order.Number, ct);
        var requests = await db.Requests.OrderBy(each => each.CreatedAt).ToListAsync(ct);
        return [.. requests.Select(each => new RequestSeen(
            each.Kind, each.OrderId is { } id ? numbers.GetValueOrDefault(id) : null, each.State))];
    }
}
