using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Web.Agents;
using IvrAutomat.Web.Agents.Consults;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Comgate;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Speech;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Stage;

/// <summary>What scripts and the browser phone may set and see of the product: the made-up shop and what a call left behind.</summary>
internal sealed class HouseStage(
    Activity activity, Ledger ledger, MessageWorker messages, TransferWorker transfers, GatewayWatch gateway, IPlayedShop shop, ShopFaults faults,
    LedgerOnStage slowed, OutsideTraffic traffic, LoginGate logins, IDbContextFactory<AutomatDb> contexts, Secrets secrets, ShopSettings settings, LocalStage local, AgentStates states, ConsultBook consults,
    AnnouncementOnStage announcement, AudioWords audio, Renderings voice) : IStage
{
    private int _preparing;

    public int Parked => activity.Parked;

    public int Busy => activity.Busy + ledger.Busy + messages.Busy + transfers.Busy + gateway.Busy + shop.Busy + voice.Busy
        + Volatile.Read(ref _preparing);

    public int Asking => traffic.Open;

    public IReadOnlyList<DemoCaller> Callers => shop.Callers;

    public IReadOnlyList<AgentPhone> Agents => [.. settings.Agents.Select(agent => new AgentPhone(agent.Name, agent.Number))];

    public async Task<IReadOnlyList<string>> PrepareAsync(StageSetting setting, CancellationToken ct)
    {
        Interlocked.Increment(ref _preparing);
        IReadOnlyList<string> problems;
        try
        {
            logins.Open();
            problems = await shop.PrepareAsync(setting.Orders, ct);
            if (setting.OrdersFile is { } file)
            {
                problems = [.. problems, .. await local.ImportAsync(file, ct)];
            }
        }
        finally
        {
            Interlocked.Decrement(ref _preparing);
        }

        problems = [.. problems, .. await AttendAsync(setting.Ready, ct), .. await announcement.SetAsync(setting.Announcement, ct)];
        faults.Slow = setting.ShopDelay;
        faults.Down = setting.ShopDown;
        slowed.Set(setting.Requests);
        return problems;
    }

    private async Task<IReadOnlyList<string>> AttendAsync(IReadOnlyList<string> ready, CancellationToken ct)
    {
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            await db.AgentStates.ExecuteDeleteAsync(ct);
        }

        var problems = new List<string>();
        foreach (var agent in ready)
        {
            if (!await states.SetReadyAsync(agent, ct))
            {
                problems.Add($"There is no agent {agent}.");
            }
        }

        return problems;
    }

    public Task<string?> AtConsoleAsync(string agent, DeskAct act, string? colleague, CancellationToken ct) => act switch
    {
        DeskAct.TakeCalls or DeskAct.GoAway => AttendAsync(agent, act, ct),
        DeskAct.Consult => ConsultAsync(agent, colleague ?? string.Empty, ct),
        _ => ConcludeAsync(agent, act, ct),
    };

    private async Task<string?> AttendAsync(string agent, DeskAct act, CancellationToken ct)
    {
        if (settings.Agents.All(each => each.Name != agent))
        {
            return $"There is no agent {agent} who could take calls or go away.";
        }

        await (act == DeskAct.TakeCalls ? states.SetReadyAsync(agent, ct) : states.SetAwayAsync(agent, "break", ct));
        return null;
    }

    private async Task<string?> ConsultAsync(string agent, string colleague, CancellationToken ct)
    {
        var answer = await consults.BeginAsync(agent, colleague, ct);
        transfers.Wake();
        return answer == ConsultAnswer.Begun ? null : $"{agent} cannot ask {colleague}: {answer}.";
    }

    private async Task<string?> ConcludeAsync(string agent, DeskAct act, CancellationToken ct)
    {
        var isDone = await consults.OfAsync(agent, ct) is { } consult
            && await (act == DeskAct.Back ? consults.EndAsync(consult.Id, ConsultEnd.Back, ct) : consults.HandOverAsync(consult.Id, ct));
        transfers.Wake();
        return isDone ? null : $"{agent} asks nobody, or is not with them yet.";
    }

    public string? WordsOf(string path) => audio.Of(path);

    public Task<OrderSeen?> OrderAsync(string number, CancellationToken ct) => shop.OrderAsync(number, ct);

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
