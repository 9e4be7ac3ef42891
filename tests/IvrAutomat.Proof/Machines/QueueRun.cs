using System.Globalization;
using IvrAutomat.Proof.Callers;
using IvrAutomat.Proof.Canary;
using IvrAutomat.Proof.World;
using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Proof.Machines;

/// <summary>
/// Customers wait for two agents, or are called back by them, while the carrier reaches two instances behind nginx and one of them is killed.
/// The hour is one at which people are called back, whatever the machine's clock says.
/// </summary>
internal sealed class QueueRun(QueuePlan plan, Town town, House house, IReadOnlyList<string> pins, Store store, CancellationToken cancellationToken)
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMilliseconds(700), Looks = TimeSpan.FromMilliseconds(200);

    private readonly CarrierNetwork _carrier = town.World.Carrier;

    /// <summary>Plays it and judges it.</summary>
    public static async Task<Verdict> RunAsync(QueuePlan plan, Action<string> tell, CancellationToken cancellationToken)
    {
        var forward = Morning - TimeProvider.System.GetUtcNow();
        await using var store = await Store.OpenAsync(onPostgres: true, cancellationToken);
        await using var town = await Town.OpenAsync(plan.Customers, store, cancellationToken, new ForwardClock(Morning));
        AgentAtPhone[] agents = [new(town.World.Carrier, "Jana", "+420777000011"), new(town.World.Carrier, "Petr", "+420777000012")];

        // Only those are called back who chose it: none whom the shop's own delays owe a call, and none who has waited for long.
        var settings = new Dictionary<string, string>(town.Settings, StringComparer.Ordinal) { ["Handover:WrapUpSeconds"] = "1", ["Handover:WaitMinutes"] = "60", ["Cases:ApologyList"] = "false" };
        foreach (var (at, agent) in agents.Index())
        {
            settings[$"Agents:{at}:Name"] = agent.Name;
            settings[$"Agents:{at}:Number"] = agent.Number;
        }

        await using var house = await House.OpenAsync(settings, behindNginx: true, cancellationToken, apart: true, forward);
        await store.MirroredAsync(town.Numbers.Count, cancellationToken);
        var pins = await town.PinsAsync(house.At(0), cancellationToken);
        town.Connect(house.At(0));
        tell($"{plan.Customers} customers for {agents.Length} agents, {plan.Kills} kills, PostgreSQL, two instances apart, behind nginx");
        return await new QueueRun(plan, town, house, pins, store, cancellationToken).PlayAsync(agents);
    }

    private async Task<Verdict> PlayAsync(AgentAtPhone[] agents)
    {
        var customers = Enumerable.Range(0, plan.Customers).Select(at => new WaitingCustomer(_carrier, PhoneOf(at), wantsCallback: at % 2 == 1)).ToList();
        _carrier.SetNumbers([.. agents.Select(agent => agent.Number).Concat(Enumerable.Range(0, plan.Customers).Select(PhoneOf))
            .Select(number => new VirtualNumber(number) { AnswersAfter = TimeSpan.FromSeconds(1) })]);
        await SitDownAsync(agents);
        using var home = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sitting = agents.Select(agent => agent.SitAsync(home.Token)).ToList();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(plan.Patience);
        var began = TimeProvider.System.GetTimestamp();
        var killing = KillAsync(patience.Token);
        List<string> unsettled = [];
        try
        {
            await Task.WhenAll(customers.Select((customer, at) => LaterAsync(at * BetweenCalls, customer, patience.Token)));
            await killing;
            while ((unsettled = await UnsettledAsync()).Count > 0)
            {
                await Task.Delay(Looks, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            unsettled = [$"not at an end after {plan.Patience.TotalMinutes:0} minutes", .. await UnsettledAsync()];
        }

        var took = TimeProvider.System.GetElapsedTime(began);
        await home.CancelAsync();
        await Task.WhenAll(sitting);
        var verdict = Judge.OfProxy(
            new Verdict(
                [string.Create(
                    CultureInfo.InvariantCulture,
                    $"queue                {customers.Count(customer => !customer.IsCalledBack)} waited, {customers.Count(customer => customer.IsCalledBack)} were called back, {plan.Kills} kills meanwhile: {string.Join(" and ", agents.Select(agent => $"{agent.Name} talked to {agent.Talks}"))} in {took.TotalSeconds:0} s")],
                [.. customers.SelectMany(customer => customer.Wrongs()), .. agents.SelectMany(agent => agent.Wrongs()), .. unsettled, .. Errors()]),
            (await house.CountAsync(cancellationToken))!.Value);
        return await PlantedSecrets.SearchAsync(verdict, town, pins, plan.Customers, store, house.Said, cancellationToken);
    }

    private static async Task LaterAsync(TimeSpan after, WaitingCustomer customer, CancellationToken patience)
    {
        await Task.Delay(after, patience);
        await customer.PlayAsync(patience);
    }

    // As if both had said at the console that they take calls: only then anybody is called back.
    private Task<int> SitDownAsync(AgentAtPhone[] agents) => store.ReadAsync(async db =>
    {
        db.AgentStates.AddRange(agents.Select(agent => new AgentStateRow { Agent = agent.Name, State = AgentStateName.Ready, Since = Morning, ShiftUntil = Morning.AddHours(8) }));
        return await db.SaveChangesAsync(cancellationToken);
    });

    // The instances by turns, each once customers are in the middle of something again.
    private async Task KillAsync(CancellationToken patience)
    {
        for (var kill = 0; kill < plan.Kills; kill++)
        {
            await Task.Delay(plan.BeforeKill, patience);
            await house.KillAsync(1 - (kill % House.Size), patience);
        }
    }

    private async Task<List<string>> UnsettledAsync()
    {
        var waits = await store.ReadAsync(db => db.Transfers.CountAsync(wait => wait.SettledAt == null, cancellationToken));
        var offers = await store.ReadAsync(db => db.Offers.CountAsync(offer => offer.EndedAt == null, cancellationToken));
        var cases = await store.ReadAsync(db => db.Cases.CountAsync(row => row.ClosedAt == null && CallbackBook.Kinds.Contains(row.Kind), cancellationToken));
        return
        [
            .. waits > 0 ? [$"{waits} waits are not settled"] : Array.Empty<string>(),
            .. offers > 0 ? [$"{offers} offers are open"] : Array.Empty<string>(),
            .. cases > 0 ? [$"{cases} calls are owed still"] : Array.Empty<string>(),
        ];
    }

    // What an instance could not do although database and carrier were there all the time.
    private IEnumerable<string> Errors() => house.Said.Split('\n').Where(line => line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal))
        .Select(line => $"the log says: {line}");

    private static string PhoneOf(int customer)
    {
        var (status, place) = Town.CustomerOf(customer);
        return ShopOrders.PhoneOf(status, place);
    }
}
