using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Core.Tests.Dialogue;

/// <summary>A conversation without a host: inputs go in one by one, the work they ask for is answered by the test.</summary>
internal sealed class Talk
{
    // Monday, the shop is open around the clock.
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(1));

    public static readonly ShopProfile Shop = new()
    {
        Name = "Vzorový obchod",
        Line = "+420800123456",
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague"),
        PinLength = 4,
    };

    private Talk(Call call) => Call = call;

    public Call Call { get; private set; }

    public Turn Last { get; private set; } = null!;

    public Facts Facts { get; private set; } = new(Monday, Shop);

    /// <summary>The keys of what was said last, in order; a variant other than the text follows a colon.</summary>
    public string[] Said => [.. Last.Say.Select(said => said.Variant == Variants.Text ? said.Key : $"{said.Key}:{said.Variant}{(said.Rung > 0 ? said.Rung : string.Empty)}")];

    public static Talk Start(Caller? caller = null, ShopProfile? shop = null)
    {
        var talk = new Talk(ShopDialogue.Begin("CA00000000000000000000000000000001")) { Facts = new Facts(Monday, shop ?? Shop) };
        return talk.Hears(new CallStarted(caller ?? Caller.Withheld));
    }

    /// <summary>A caller whose number bears an open order, identified, with this order read.</summary>
    public static Talk With(Order order, ShopProfile? shop = null)
        => Start(new Caller(HasOpenOrder: true, CanBeCalledBack: true, CalledLately: false), shop).Proves(order);

    public Talk Proves(Order order) => Proves(new OrderRead(order));

    public Talk Proves(OrderRead read)
    {
        Hears(new PinOffered(PinVerdict.Right, [new OrderChoice(read.Order.Id, read.Order.OrderedOn)]));
        return Gets(read);
    }

    /// <summary>What was asked for comes to this.</summary>
    public Talk Gets(WorkResult result) => Hears(new WorkFinished(result));

    public Talk Hears(CallerInput input)
    {
        Last = ShopDialogue.Handle(Call, input, Facts);
        Call = Last.Call;
        return this;
    }

    /// <summary>Time passes.</summary>
    public Talk Later(int seconds) => At(Facts.Now.AddSeconds(seconds));

    /// <summary>It is that time.</summary>
    public Talk At(DateTimeOffset now)
    {
        Facts = Facts with { Now = now };
        return this;
    }

    public Talk Chooses(string option) => Hears(new OptionChosen(option));

    public Talk Chooses(params string[] options) => options.Aggregate(this, (talk, option) => talk.Chooses(option));

    /// <summary>The shop confirms what was asked for.</summary>
    public Talk IsDone(Order order, Channel receipt = Channel.Sms) => Hears(new WorkFinished(new RequestDone(order, receipt)));

    public Work? Asked => Last.Work is [var only] ? only : null;

    public Talk CaseOpens(string number = "123456", DateTimeOffset? queuedSince = null)
        => Hears(new WorkFinished(new CaseOpened(number, Monday.AddDays(1), Channel.Sms) { QueuedSince = queuedSince }));

    public static Order Order(OrderState state = OrderState.Packing) => new()
    {
        Id = "order-1",
        Number = "2026001001",
        State = state,
        OrderedOn = new DateOnly(2026, 11, 20),
        Total = 1290m,
        Payment = PaymentMethod.Card,
        IsPaid = true,
        HasInvoice = true,
        Contact = Channel.Sms,
        DispatchOn = new DateOnly(2026, 11, 24),
        ArrivalOn = new DateOnly(2026, 11, 25),
    };

    public static ValueList<OrderChoice> None => [];
}
