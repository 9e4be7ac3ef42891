using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Proof;

/// <summary>
/// What can come of the work that a call waits for: done, not possible any more, handed to a person, no answer, and not known within the
/// turn, round after round. Done changes the order in the world; not possible any more shows that somebody else has.
/// </summary>
internal static class WorkMoves
{
    private const string CaseNumber = "123456";
    private const int LastRound = 5;

    private static readonly TimeOnly From = new(9, 0);
    private static readonly TimeOnly Until = new(17, 0);

    /// <summary>Everything that can come of it.</summary>
    public static IEnumerable<Move> Of(Call call, Situation situation, World world)
    {
        var moves = call.Awaiting switch
        {
            ReadOrder read => Read(world.Orders.First(order => order.Id == read.OrderId), situation.Facts),
            FindCourier => Courier(situation.Facts.Today),
            SendCode code => [Plain(new CodeSent(Knows(code, situation) ? Channel.Sms : Channel.None)), Plain(new CodeNotSent()), Plain(new ShopUnavailable())],
            OpenCase or ForPerson => Case(situation.Facts),
            AgreeCallback agree => [Plain(new CaseOpened(CaseNumber, Due(situation.Facts), Channel.Sms) { Agreed = agree.Window }), Handed(situation.Facts)],
            CancelCallback => [Plain(new CaseClosed()), Handed(situation.Facts)],
            Request { OrderId: { } id } request => Change(request, world.Orders.First(order => order.Id == id), situation.Facts, world),
            _ => [],
        };
        return call.Rounds < LastRound ? moves.Append(new Move(MoveKind.Work, new StillWorking(call.Rounds + 1))) : moves;
    }

    private static bool Knows(SendCode code, Situation situation) => code.To == CodeFor.StepUp || (code.To == CodeFor.Caller && situation.Caller.HasOpenOrder);

    private static Move Plain(WorkResult result) => new(MoveKind.Work, new WorkFinished(result));

    private static Move Handed(Facts facts) => Plain(new RequestHandedOver(CaseNumber, Due(facts)));

    private static DateTimeOffset Due(Facts facts) => facts.Shop.DueAfter(facts.Now);

    private static Move[] Read(Order order, Facts facts) =>
    [
        Plain(new OrderRead(order)),
        Plain(new OrderRead(order) { AsOf = facts.Now.AddHours(-2) }),
        Plain(new OrderRead(order) { IsRated = true }),
        Plain(new ShopUnavailable()),
    ];

    private static Move[] Courier(DateOnly today) =>
    [
        Plain(new CourierOffered([today.AddDays(1), today.AddDays(2), today.AddDays(3)], From, Until)),
        Plain(new CourierOffered([], From, Until)),
        Plain(new CourierOffered([], From, Until) { IsUnknown = true }),
        Plain(new ShopUnavailable()),
    ];

    private static Move[] Case(Facts facts)
    {
        var opened = new CaseOpened(CaseNumber, Due(facts), Channel.Sms);
        var agreed = new CallbackWindow(facts.Today.AddDays(1), From, Until);
        return
        [
            Plain(opened),
            Plain(opened with { Agreed = agreed }),
            Plain(opened with { QueuedSince = facts.Now.AddMinutes(-3) }),
            Handed(facts),
        ];
    }

    private static Move[] Change(Request request, Order order, Facts facts, World world)
    {
        var (done, gone, why) = Outcomes(request, order, facts);
        var moves = new List<Move> { To(world, done, new RequestDone(done, done.Contact)), To(world, gone, new RequestRefused(gone, why)), Handed(facts) };
        if (request is CancelOrder && order.IsPaid)
        {
            moves.Add(To(world, done, new RequestDone(done, done.Contact) { Refund = new RefundDue("Jana", facts.Today.AddDays(5)) }));
        }

        if (request is ArrangeReturn { Way: ReturnWay.Packeta })
        {
            var pending = done with { Return = done.Return! with { Code = null } };
            moves.Add(To(world, pending, new RequestDone(pending, pending.Contact)));
        }

        return [.. moves];
    }

    private static Move To(World world, Order order, WorkResult result) => Plain(result) with
    {
        World = [.. world.Orders.Select(each => each.Id == order.Id ? order : each)],
    };

    private static (Order Done, Order Gone, NotNow Why) Outcomes(Request request, Order order, Facts facts)
    {
        var today = facts.Today;
        var away = order with { State = OrderState.OnTheWay, DispatchOn = today };
        return request switch
        {
            CancelOrder => (order with
            {
                State = OrderState.Cancelled,
                CancelledOn = today,
                CancelledAt = facts.Now,
                RestorableUntil = facts.Now + facts.Shop.RestoreFor,
            }, away, NotNow.Dispatched),
            RestoreOrder => (order with { State = OrderState.Received, CancelledOn = null, CancelledAt = null, RestorableUntil = null },
                order with { RestorableUntil = null }, NotNow.Changed),
            ConfirmOrder => (order with { State = OrderState.Received }, order with { State = OrderState.Cancelled, CancelledOn = today }, NotNow.Cancelled),
            SendPaymentLink => (order with { LinkUntil = today.AddDays(1) }, order with { IsPaid = true, PaidOn = today }, NotNow.Paid),
            ChangePayment change => (order with { Payment = change.Method }, away, NotNow.Dispatched),
            ExtendStorage longer => (order with { PickUpUntil = longer.Until, ExtendableUntil = null }, order, NotNow.TooLong),
            NoteReturn noted => (order with { Return = new GoodsReturn(today, noted.Items, today.AddDays(14)) },
                order with { State = OrderState.Cancelled, CancelledOn = today }, NotNow.Cancelled),
            ArrangeReturn way => (order with
            {
                Return = (order.Return ?? new GoodsReturn(today, [], today.AddDays(14))) with
                {
                    Way = way.Way,
                    CourierOn = way.Day,
                    Code = way.Way == ReturnWay.Packeta ? "412836" : null,
                },
            }, order, NotNow.NoCourier),
            CancelReturn => (order with { Return = null }, order, NotNow.Posted),
            FileComplaint complaint => (order with { Complaint = new Complaint("123457", today, today.AddDays(30), complaint.Remedy) }, order, NotNow.Changed),
            _ => (order, order with { State = OrderState.Cancelled, CancelledOn = today }, NotNow.Cancelled),
        };
    }
}
