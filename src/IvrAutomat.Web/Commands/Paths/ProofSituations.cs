using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;
using IvrAutomat.Proof;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Commands.Paths;

/// <summary>
/// The worlds in which the conversation is proved: each order of the demo shop on an ordinary morning, every way of being identified, and
/// what changes the course of a call besides the order: hours, colleagues, languages, what the shop lets the automat do.
/// </summary>
internal static class ProofSituations
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(1));

    private static readonly Caller Known = new(HasOpenOrder: true, CanBeCalledBack: true, CalledLately: false) { CodeBy = Channel.Sms };
    private static readonly Caller Foreign = new(HasOpenOrder: false, CanBeCalledBack: true, CalledLately: false);

    private static readonly ShopProfile Shop = new ShopSettings(
        new ShopOptions(), new IdentificationOptions { PinLength = 4 }, AgentOptions.Demo).Profile with
    {
        Hours = Weekdays,
    };

    private static readonly Facts Facts = new(Morning, Shop) { Languages = ["cs"] };

    private static readonly DateOnly Day = DateOnly.FromDateTime(Morning.DateTime);

    private static readonly ImmutableArray<Order> Demo = [.. DemoOrders.On(Day).Select(each => each.Order)];

    private static OpeningHours Weekdays => new(Enumerable.Range((int)DayOfWeek.Monday, 5).ToImmutableDictionary(
        day => (DayOfWeek)day, _ => new OpenTime(new TimeOnly(8, 0), new TimeOnly(17, 0))));

    /// <summary>All of them; the names are told when something is found.</summary>
    public static IReadOnlyList<Situation> All { get; } =
    [
        .. Identifications(),
        .. Demo.Where(order => order.OwnFault is null).Select(order => Order($"order {order.Number}", order)),
        .. OtherOrders(),
        .. ByPeople(),
        .. Handovers(),
    ];

    /// <summary>How long callers take who ask about an ordinary order on an ordinary morning.</summary>
    public static CallTimes Times(PromptCatalogue catalogue, string language) => CallTimes.Of(
        catalogue, language, In(shop => shop with { AgentLanguages = [.. catalogue.Languages] }), Of(1));

    private static IEnumerable<Situation> Identifications()
    {
        var order = Of(1);
        yield return Identification("known number", Known, order);
        yield return Identification("withheld number", Caller.Withheld, order);
        yield return Identification("foreign number", Foreign, order);
        yield return Identification("known number without a contact", Known with { CodeBy = Channel.None }, order);
        yield return Identification("known number with a code", Known with { HasCode = true }, order);
        yield return Identification("one PIN for two orders", Known, order, Of(11)) with { SharesPin = true };
        yield return Identification("one PIN for two orders, withheld", Caller.Withheld, order, Of(11)) with { SharesPin = true };
        yield return Identification("three languages", Foreign with { IsSlovak = true }, order) with { Facts = Facts with { Languages = ["cs", "en", "sk"] } };
        yield return Identification("English remembered, slow", Known with { Language = "en", Slow = true }, order) with { Facts = Facts with { Languages = ["cs", "en"] } };
        yield return Identification("no PINs", Known, order) with { Facts = NoPins };
        yield return Identification("no PINs, foreign number", Foreign with { CalledLately = true }, order) with { Facts = NoPins };
        yield return Identification("cancelled a moment ago", Known, order with
        {
            State = OrderState.Cancelled,
            CancelledOn = Day,
            CancelledAt = Morning,
            RestorableUntil = Morning.AddMinutes(15),
        });
    }

    private static IEnumerable<Situation> OtherOrders()
    {
        yield return Order("cannot be written to", Of(2) with { Contact = Channel.None, HasEmail = false });
        yield return Order("delivered, cannot be written to", Of(13) with { Contact = Channel.None, HasEmail = false, HasAddress = false });
        yield return Order("six items", Of(5) with { Items = [.. Enumerable.Range(1, 6).Select(item => new OrderItem($"{item}", $"Hrnek {item}"))] });
        yield return Order("waits for a transfer", Of(1) with { State = OrderState.AwaitingTransfer, IsPaid = false, Payment = PaymentMethod.Transfer });
        yield return Order("a status without a meaning", Of(1) with { State = OrderState.Unknown });
        yield return Order("paid by transfer", Of(1) with { Payment = PaymentMethod.Transfer });
        yield return Order("on its way back", Of(3) with { State = OrderState.Returning });
        yield return Order("cancelled a moment ago", Of(1) with
        {
            State = OrderState.Cancelled,
            CancelledOn = Day,
            CancelledAt = Morning,
            RestorableUntil = Morning.AddMinutes(15),
        });
        yield return Order("one code for two orders", Of(1), Of(11)) with { SharesPin = true, Facts = NoPins };
        yield return Order("no way back but one's own", Of(5)) with { Facts = In(shop => shop with { CourierReturn = null, PacketaReturn = null }) };
    }

    private static IEnumerable<Situation> ByPeople()
    {
        foreach (var number in new[] { 1, 2, 4, 5, 9, 15 })
        {
            var order = Of(number);
            yield return Order($"order {order.Number}, by people", order) with { Facts = In(shop => shop with { Actions = Every(ActionMode.Person) }) };
            yield return Order($"order {order.Number}, off", order) with { Facts = In(shop => shop with { Actions = Every(ActionMode.Off) }) };
            yield return Order($"order {order.Number}, step-up", order) with { Facts = In(shop => shop with { StepUp = true }), Caller = Caller.Withheld };
        }

        var returning = Of(5) with { Return = new GoodsReturn(Day, [], Day.AddDays(14)) };
        yield return Order("return under way", returning);
        yield return Order("return under way, by people", returning) with { Facts = In(shop => shop with { Actions = Every(ActionMode.Person) }) };
        yield return Order("complaints only", Of(5)) with { Facts = In(shop => shop with { Actions = new() { Return = ActionMode.Off } }) };
    }

    private static IEnumerable<Situation> Handovers()
    {
        var wishes = new (string Name, Order Order, Caller Caller)[] { ("known", Of(1), Known), ("withheld", Of(1), Caller.Withheld), ("postponed", Of(7), Known) };
        foreach (var (name, order, caller) in wishes)
        {
            yield return Handover($"{name}, open", caller, order, Facts);
            yield return Handover($"{name}, closed", caller, order, Facts with { Now = Morning.AddHours(10) });
            yield return Handover($"{name}, closing in a minute", caller, order, Facts with { Now = Morning.AddHours(7).AddMinutes(-1) });
            yield return Handover($"{name}, nobody to connect", caller, order, In(shop => shop with { AgentLanguages = [] }));
            yield return Handover($"{name}, never open", caller, order, In(shop => shop with { Hours = Never }));
        }

        yield return Handover("sold out, withheld", Caller.Withheld, Of(10), Facts);
        yield return Handover("sold out, withheld, nobody to connect", Caller.Withheld, Of(10), In(shop => shop with { AgentLanguages = [] }));
        yield return Handover("parcel trouble", Known, Of(3) with { OwnFault = OwnFault.ParcelTrouble }, Facts);
    }

    private static OpeningHours Never => new(ImmutableDictionary<DayOfWeek, OpenTime>.Empty);

    private static Actions Every(ActionMode mode) => new()
    {
        Cancel = mode,
        Payment = mode,
        Return = mode,
        Complaint = mode,
        Invoice = mode,
        Extend = mode,
    };

    private static Order Of(int number) => Demo[number - 1];

    private static Situation Identification(string name, Caller caller, params Order[] orders)
        => new($"identification: {name}", CallPart.Identification, caller, Facts, [.. orders]);

    private static Situation Order(string name, params Order[] orders) => new(name, CallPart.Order, Known, Facts, [.. orders]);

    private static Situation Handover(string name, Caller caller, Order order, Facts facts)
        => new($"handover: {name}", CallPart.Handover, caller, facts, [order]);

    private static Facts NoPins => In(shop => shop with { HasPins = false });

    private static Facts In(Func<ShopProfile, ShopProfile> change) => Facts with { Shop = change(Shop) };
}
