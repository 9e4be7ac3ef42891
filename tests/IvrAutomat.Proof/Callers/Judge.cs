using System.Globalization;
using IvrAutomat.Calls;
using IvrAutomat.Proof.World;
using IvrAutomat.Simulator.Shops.Upgates;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Proof.Callers;

/// <summary>
/// Compares what callers, carrier and the shop's systems saw with what the product kept. No input whose answer arrived may be missing from the
/// journal; nothing may have been done twice by the other side's own count; every request is final, every caller reached an end.
/// </summary>
internal static class Judge
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Waits for the ledger to become quiet, then judges.</summary>
    public static async Task<Verdict> OfAsync(IReadOnlyList<PlayedCall> calls, Town town, Store store, CancellationToken cancellationToken)
    {
        var (world, numbers) = (town.World, town.Numbers);
        var requests = await QuietAsync(store, cancellationToken);
        var journal = (await store.ReadAsync(db => db.Journal.AsNoTracking().Select(row => new { row.CallId, row.Step, row.Input }).ToListAsync(cancellationToken)))
            .ToLookup(row => row.CallId, row => (row.Step, row.Input), StringComparer.Ordinal);
        var lost = calls.SelectMany(call => call.Acknowledged.Where(input => !journal[call.Sid].Any(row => row.Step == input.Step + 1 && row.Input.Contains(input.Leaves, StringComparison.Ordinal)))
            .Select(input => $"call {call.Sid}, {call.Plan.Name}: the answered input of step {input.Step} is not in the journal ({input.Leaves}), which has {Around(journal[call.Sid], input.Step)}")).ToList();
        var twice = Twice(world, numbers);
        var open = requests.Where(request => !IsFinal(request)).Select(request => $"request {request.Id} ({request.Kind}) is still {request.State}").ToList();
        var stranded = calls.Where(call => call.End is CallEnd.Dropped or CallEnd.Endless).Select(call => $"call {call.Sid}, {call.Plan.Name}: {call.End}, {call.Trouble}").ToList();
        var undone = await UndoneAsync(world, store, requests, cancellationToken);
        var acknowledged = calls.Sum(call => call.Acknowledged.Count);
        List<string> figures =
        [
            $"calls                {calls.Count} ({string.Join(", ", calls.GroupBy(call => call.Plan.Name).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}"))})",
            $"webhooks that failed {calls.Sum(call => call.Fallbacks)}, each carried on by the fallback address",
            $"slowest answer       {Seconds(calls.Max(call => call.Slowest))}",
            $"ends                 {string.Join(", ", calls.GroupBy(call => call.End).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()}"))}",
            $"answered inputs      {acknowledged}, lost {lost.Count}",
            $"requests             {requests.Count} ({string.Join(", ", requests.GroupBy(request => request.State).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}"))}), begun again {requests.Count(request => request.Attempts > 1)}",
            $"writes outside       {world.StandIns.All.Sum(system => system.Performed.Values.Sum())}, messages {world.Messages.Count}, performed twice {twice.Count}",
        ];
        List<string> broken = [.. lost, .. twice, .. open, .. stranded, .. undone];
        if (acknowledged == 0)
        {
            broken.Add("no input was answered: nothing was proved");
        }

        return new Verdict(figures, broken);
    }

    /// <summary>Adds what the proxy saw: one instance is always there, so that every request is answered, and both have to have answered some.</summary>
    public static Verdict OfProxy(Verdict verdict, (int First, int Second, int Nobody) count) => new(
        [.. verdict.Figures, $"behind the proxy     {count.First} requests answered by one instance, {count.Second} by the other, {count.Nobody} by neither"],
        [
            .. verdict.Broken,
            .. count is { First: > 0, Second: > 0 } ? (string[])[] : ["only one instance answered behind the proxy: nothing was proved about two"],
            .. count.Nobody == 0 ? (string[])[] : [$"{count.Nobody} requests were answered by nobody, though one instance was always there"],
        ]);

    private static async Task<List<RequestRow>> QuietAsync(Store store, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var requests = await store.ReadAsync(db => db.Requests.AsNoTracking().ToListAsync(cancellationToken));
            if (requests.TrueForAll(IsFinal) || TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                // Messages follow the requests that promise them.
                await MessagesAsync(store, cancellationToken);
                return requests;
            }

            await Task.Delay(500, cancellationToken);
        }
    }

    private static async Task MessagesAsync(Store store, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience
            && await store.ReadAsync(db => db.Messages.AnyAsync(message => message.Sid == null && message.Error == null && message.Channel == "Sms", cancellationToken)))
        {
            await Task.Delay(500, cancellationToken);
        }
    }

    // Each caller has an order of their own and calls once, so nothing may be done or written twice.
    private static List<string> Twice(OutsideWorld world, IReadOnlyList<string> numbers)
    {
        var shop = (UpgatesStandIn)world.Shop("Upgates");
        return
        [
            .. world.StandIns.All.SelectMany(system => system.Performed.Where(each => each.Value > 1 && !each.Key.StartsWith("history ", StringComparison.Ordinal))
                .Select(each => $"{system.Name}: {each.Key} {each.Value} times")),
            .. numbers.SelectMany(number => shop.HistoryOf(number).Select(record => record["data"]!.ToJsonString()).GroupBy(words => words, StringComparer.Ordinal)
                .Where(same => same.Count() > 1).Select(same => $"Upgates: the same record {same.Count()} times at order {number}")),
            .. world.Messages.All.GroupBy(message => (message.To, message.Body)).Where(same => same.Count() > 1)
                .Select(same => $"the same message {same.Count()} times to one customer"),
        ];
    }

    // What is told as done was done; whatever a person has is written down for a person.
    private static async Task<List<string>> UndoneAsync(OutsideWorld world, Store store, List<RequestRow> requests, CancellationToken cancellationToken)
    {
        var orders = await store.ReadAsync(db => db.Orders.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Number, StringComparer.Ordinal, cancellationToken));
        var cases = (await store.ReadAsync(db => db.Cases.Where(row => row.Kind == nameof(CaseKind.FailedRequest)).Select(row => row.OrderId).ToListAsync(cancellationToken)))
            .ToHashSet(StringComparer.Ordinal);
        var performed = world.Shop("Upgates").Performed;
        return
        [
            .. requests.Where(request => request is { Kind: "cancel-order", State: RequestState.Done } && performed.GetValueOrDefault($"cancel {orders[request.OrderId!]}") != 1)
                .Select(request => $"request {request.Id} says that order {orders[request.OrderId!]} is cancelled, the shop does not"),
            .. requests.Where(request => request.State == RequestState.Handed && !cases.Contains(request.OrderId)).Select(request => $"request {request.Id} was handed to nobody"),
        ];
    }

    // Kinds only: inputs hold interpretations, and of these no more is needed to see what was kept instead.
    private static string Around(IEnumerable<(int Step, string Input)> journal, int step) => string.Join(", ", journal.Where(row => Math.Abs(row.Step - step) <= 2)
        .OrderBy(row => row.Step).Select(row => $"{row.Step} {row.Input.Split('"').Skip(3).FirstOrDefault()}"));

    private static bool IsFinal(RequestRow request) => request.State is RequestState.Done or RequestState.Failed or RequestState.Handed;

    private static string Seconds(TimeSpan length) => string.Create(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0.00} s");
}
