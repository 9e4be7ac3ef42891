using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Proof.World;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Upgates;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Systems.Storm;

/// <summary>
/// A thousand promises to systems of which every fifth answer goes wrong, two processes on one database, and one of them killed in the middle:
/// nothing is done twice by the systems' own count, and each promise ends done, refused or with a person.
/// </summary>
public sealed class StormTests
{
    private const int OfEachKind = 250;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private static readonly StandInFaultKind[] Faults =
    [
        StandInFaultKind.Error, StandInFaultKind.LostAnswer, StandInFaultKind.Drop, StandInFaultKind.LostAnswer, StandInFaultKind.Malformed,
        StandInFaultKind.WrongType,
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task ThousandRequests_WithEveryFifthAnswerWrongAndAProcessKilled_AreDoneOnceOrHandedOver(string provider)
    {
        await using var world = await OutsideWorld.OpenAsync(account: null, Cancellation);
        await world.OrderAsync(
            ShopOrders.Make(OfEachKind, UpgatesStatus.Received).Concat(ShopOrders.Make(OfEachKind, UpgatesStatus.PaymentFailed))
                .Concat(ShopOrders.Make(2 * OfEachKind, UpgatesStatus.Delivered)),
            Cancellation);
        await using var database = await TestDatabase.CreateAsync(provider);
        var settings = Settings(world, database);
        await using var first = await ProductProcess.StartAsync(settings, Cancellation);
        await using var second = await ProductProcess.StartAsync(settings, Cancellation);
        var orders = await MirroredAsync(database, 4 * OfEachKind);
        var delivered = orders.Where(order => order.State == OrderState.Delivered).ToList();
        await AskAsync(database, delivered.Select(order => new NoteReturn(order.Id, [])));
        await EndedAsync(database, requests => requests.All(IsFinal));

        foreach (var standIn in world.StandIns.All)
        {
            standIn.Forget();
            standIn.Fault = StandInFault.Mixed(0.2, seed: 2026, Faults);
        }

        var day = WorkingDays.Add(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime), 2, _ => false);
        List<Request> wanted =
        [
            .. orders.Where(order => order.State == OrderState.Received).Take(OfEachKind).Select(order => new CancelOrder(order.Id)),
            .. orders.Where(order => order.State == OrderState.PaymentFailed).Take(OfEachKind).Select(order => new SendPaymentLink(order.Id)),
            .. delivered.Take(OfEachKind).Select(order => new ArrangeReturn(order.Id, ReturnWay.Packeta, Day: null)),
            .. delivered.Skip(OfEachKind).Take(OfEachKind).Select(order => new ArrangeReturn(order.Id, ReturnWay.Courier, day)),
        ];
        Assert.Equal(4 * OfEachKind, wanted.Count);
        var asked = await AskAsync(database, wanted.OrderBy(request => request.OrderId, StringComparer.Ordinal));
        await EndedAsync(database, requests => requests.Count(request => asked.Contains(request.Id) && IsFinal(request)) >= asked.Count / 3);
        await first.KillAsync();
        var all = await EndedAsync(database, requests => requests.All(IsFinal));
        var ended = all.Where(request => asked.Contains(request.Id)).ToList();
        Report(world, ended);

        Assert.Equal(asked.Count, ended.Count);
        foreach (var standIn in world.StandIns.All)
        {
            Assert.Empty(standIn.Performed.Where(each => each.Value > 1 && !IsShared(each.Key)).Select(each => $"{standIn.Name}: {each.Key} {each.Value} times"));
        }

        var shop = (UpgatesStandIn)world.Shop("Upgates");
        Assert.Empty(orders.Where(order => shop.HistoryOf(order.Number).Select(record => record["data"]!.ToJsonString()).GroupBy(words => words, StringComparer.Ordinal).Any(same => same.Count() > 1))
            .Select(order => order.Number));

        // What counts as done was done, also where the answer was lost and had to be read back.
        var numbers = orders.ToDictionary(order => order.Id, order => order.Number, StringComparer.Ordinal);
        var performed = world.Shop("Upgates").Performed;
        Assert.All(
            ended.Where(request => IsDone(request, "CancelOrder")),
            request => Assert.Equal(1, performed.GetValueOrDefault($"cancel {numbers[request.OrderId!]}")));
        var couriers = world.Shop("Zaslat").Performed.Keys.Count(key => key.StartsWith("create ", StringComparison.Ordinal));
        Assert.InRange(ended.Count(request => IsDone(request, "ArrangeReturn") && request.Body.Contains("Courier", StringComparison.Ordinal)), 1, couriers);

        // Most end by themselves although every fifth answer is wrong.
        Assert.InRange(ended.Count(request => request.State == RequestState.Done), asked.Count / 2, asked.Count);
        Assert.Empty(await HandedWithoutACaseAsync(database, ended));
    }

    private static bool IsFinal(RequestRow request) => request.State is RequestState.Done or RequestState.Failed or RequestState.Handed;

    private static bool IsDone(RequestRow request, string kind) => request.Kind == kind && request.State == RequestState.Done;

    // A courier's round on a day is ridden for many; a withdrawal and its way back are two records of one order, compared below by their words.
    private static bool IsShared(string performed)
        => performed.StartsWith("pick-up ", StringComparison.Ordinal) || performed.StartsWith("history ", StringComparison.Ordinal);

    private static void Report(OutsideWorld world, List<RequestRow> ended)
    {
        var output = TestContext.Current.TestOutputHelper!;
        foreach (var kind in ended.GroupBy(request => (request.Kind, request.State)).OrderBy(group => group.Key.Kind, StringComparer.Ordinal))
        {
            output.WriteLine($"{kind.Key.Kind} {kind.Key.State}: {kind.Count()}");
        }

        foreach (var standIn in world.StandIns.All)
        {
            output.WriteLine($"{standIn.Name}: {standIn.Requests.Count} requests, {standIn.Performed.Values.Sum()} writes performed");
        }
    }

    private static Dictionary<string, string> Settings(OutsideWorld world, TestDatabase database) => new(ShopOrders.Settings(world), StringComparer.Ordinal)
    {
        ["Database:Provider"] = $"{database.Options.Provider}",
        ["Database:ConnectionString"] = database.Options.ConnectionString!,
        ["Secrets:Key"] = database.SecretsOptions.Key!,
    };

    private static async Task<List<Order>> MirroredAsync(TestDatabase database, int count)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await using var db = database.Open();
            var data = await db.Orders.AsNoTracking().Where(row => row.Number.CompareTo("2026002000") > 0 && row.Number.Length == 10).OrderBy(row => row.Number).Select(row => row.Data).ToListAsync(Cancellation);
            if (data.Count >= count)
            {
                return data.ConvertAll(StoredJson.Read<Order>);
            }

            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"Only {data.Count} orders were mirrored.");
            await Task.Delay(200, Cancellation);
        }
    }

    private static async Task<HashSet<string>> AskAsync(TestDatabase database, IEnumerable<Request> requests)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await using var db = database.Open();
        foreach (var request in requests)
        {
            var id = Guid.NewGuid().ToString("N");
            ids.Add(id);
            db.Requests.Add(new RequestRow
            {
                Id = id,
                IdempotencyKey = id,
                CallId = "CA00000000000000000000000000000001",
                OrderId = request.OrderId,
                Kind = request.GetType().Name,
                Body = StoredJson.Write<Work>(request),
                State = RequestState.Waiting,
                CreatedAt = TimeProvider.System.GetUtcNow(),
            });
        }

        await db.SaveChangesAsync(Cancellation);
        return ids;
    }

    private static async Task<List<RequestRow>> EndedAsync(TestDatabase database, Func<List<RequestRow>, bool> until)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await using var db = database.Open();
            var rows = await db.Requests.AsNoTracking().ToListAsync(Cancellation);
            if (until(rows))
            {
                return rows;
            }

            Assert.True(
                TimeProvider.System.GetElapsedTime(began) < Patience,
                "Not final: " + string.Join(", ", rows.Where(row => !IsFinal(row)).GroupBy(row => (row.Kind, row.State)).Select(group => $"{group.Key} {group.Count()}")));
            await Task.Delay(500, Cancellation);
        }
    }

    // Whatever a person has is written down for a person.
    private static async Task<List<string>> HandedWithoutACaseAsync(TestDatabase database, List<RequestRow> ended)
    {
        await using var db = database.Open();
        var cases = (await db.Cases.Where(row => row.Kind == nameof(CaseKind.FailedRequest)).Select(row => row.OrderId).ToListAsync(Cancellation)).ToHashSet(StringComparer.Ordinal);
        return [.. ended.Where(request => request.State == RequestState.Handed && !cases.Contains(request.OrderId)).Select(request => request.Id)];
    }
}
