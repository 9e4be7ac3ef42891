using IvrAutomat.Orders;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Web.Agents;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Comgate;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Stage;

/// <summary>What scripts and the browser phone may set and see of the product: the demo shop and what a call left behind.</summary>
internal sealed class HouseStage(
    Activity activity, Ledger ledger, MessageWorker messages, TransferWorker transfers, GatewayWatch gateway, DemoShop shop, ShopFaults faults,
    IDbContextFactory<AutomatDb> contexts, Secrets secrets, ShopSettings settings, LocalStage local) : IStage
{
    public int Parked => activity.Parked;

    // What waits for a slow shop is busy and still needs time to pass.
    public int Busy => activity.Busy + ledger.Busy + messages.Busy + transfers.Busy + gateway.Busy - faults.Parked;

    public IReadOnlyList<DemoCaller> Callers => [.. shop.Orders.Select(demo => new DemoCaller(
        demo.Phone, demo.Situation, demo.Order.Number, demo.Pin, Email: demo.Email))];

    public IReadOnlyList<AgentPhone> Agents => [.. settings.Agents.Select(agent => new AgentPhone(agent.Name, agent.Number))];

    public async Task<IReadOnlyList<string>> PrepareAsync(StageSetting setting, CancellationToken ct)
    {
        await shop.ResetAsync(ct);
        var problems = new List<string>();
        if (setting.OrdersFile is { } file)
        {
            problems.AddRange(await local.ImportAsync(file, ct));
        }

        foreach (var (number, state) in setting.Orders)
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

        faults.Slow = setting.ShopDelay;
        faults.Down = setting.ShopDown;
        return problems;
    }

    private async Task<bool> SetStateAsync(string number, OrderState state, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Orders.FirstOrDefaultAsync(order => order.Number == number, ct) is not { } row)
        {
            return false;
        }

        row.Data = StoredJson.Write(StoredJson.Read<Orders.Order>(row.Data) with { State = state });
        await db.SaveChangesAsync(ct);
        return true;
    }

    public async Task<OrderSeen?> OrderAsync(string number, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Orders.Where(order => order.Number == number).Select(order => order.Data).FirstOrDefaultAsync(ct) is { } data
            && StoredJson.Read<Orders.Order>(data) is { } stored
            ? new OrderSeen(stored.Number, stored.State.ToString(), Payment(stored))
            : null;
    }

    // What is not paid yet is told by how it will be, where that is not the card on which it failed.
    private static string Payment(Orders.Order order)
        => order.IsPaid ? "paid" : order.Payment == PaymentMethod.Card ? "unpaid" : $"{order.Payment}";

    public async Task<IReadOnlyList<CaseSeen>> CasesAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var numbers = await db.Orders.ToDictionaryAsync(order => order.Id, order => order.Number, ct);
        var cases = await db.Cases.Where(each => each.ClosedAt == null).OrderBy(each => each.CreatedAt).ToListAsync(ct);
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
