using IvrAutomat.Orders;
using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// The fifteen orders of the demo shop. Their days count from the day of the start, so that "tomorrow" is always tomorrow.
/// </summary>
internal static class DemoOrders
{
    private const string Packeta = "Zásilkovna";
    private const string Point = "Praha 2, Vzorová 5";

    // What was bought and where it goes, order by order.
    private static readonly (string[] Goods, OrderAddress Address)[] Parcels =
    [
        (["Kávovar"], new("Lipová 12", "Praha 3", "13000")),
        (["Rychlovarná konvice"], new("Květná 8", "Brno", "60200")),
        (["Kniha pohádek"], new("Školní 21", "Tábor", "39002")),
        (["Dětská stavebnice"], new("Polní 3", "Beroun", "26601")),
        (["Běžecké boty"], new("Nádražní 45", "Plzeň", "30100")),
        (["Tyčový vysavač"], new("Zahradní 7", "Olomouc", "77900")),
        (["Jídelní židle"], new("Horní 19", "Zlín", "76001")),
        (["Cestovní batoh"], new("Mlýnská 2", "Jihlava", "58601")),
        (["Sada hrnců"], new("Sadová 33", "Liberec", "46001")),
        (["Stolní lampa", "Pracovní stůl"], new("Krátká 14", "Opava", "74601")),
        (["Tričko s potiskem"], new("Lipová 12", "Praha 3", "13000")),
        (["Kancelářská židle", "Kancelářský papír"], new("Obchodní 100", "Praha 4", "14000")),
        (["Zimní bunda", "Vlněná čepice", "Náušnice"], new("Luční 6", "Kolín", "28002")),
        (["Bezdrátová sluchátka"], new("Javorová 9", "Praha 3", "13000")),
        (["Dřevěné sáňky"], new("Dlouhá 27", "Písek", "39701")),
    ];

    /// <summary>The orders as they stand on <paramref name="today"/>.</summary>
    public static IReadOnlyList<DemoOrder> On(DateOnly today)
    {
        var dispatch = WorkingDayAfter(today);
        var delivery = WorkingDayAfter(dispatch);
        return
        [
            Make(1, "4821", "+420601000001", "Alena Nová", "zaplacená, balí se: jde zrušit", changed: 0, order => order with
            {
                State = OrderState.Packing, OrderedOn = today.AddDays(-1), Total = 1290m, IsPaid = true,
                Carrier = "PPL", DispatchOn = dispatch, ArrivalOn = delivery,
            }),
            Make(2, "7305", "+420601000002", "Bohumil Malý", "platba kartou neprošla: zaplatit znovu", changed: 1, order => order with
            {
                State = OrderState.PaymentFailed, OrderedOn = today.AddDays(-1), Total = 849m, Carrier = "PPL",
            }),
            Make(3, "1964", "+420601000003", "Cyril Dlouhý", "předaná Zásilkovně, zítra dorazí", changed: 1, order => order with
            {
                State = OrderState.OnTheWay, OrderedOn = today.AddDays(-3), Total = 649m, IsPaid = true, HasInvoice = true,
                Carrier = Packeta, Point = Point, DispatchOn = today.AddDays(-1), ArrivalOn = today.AddDays(1),
            }),
            Make(4, "5577", "+420601000004", "Dana Krátká", "čeká na výdejním místě, dva dny do konce", changed: 5, order => order with
            {
                State = OrderState.AtPoint, OrderedOn = today.AddDays(-8), Total = 1090m, IsPaid = true, HasInvoice = true,
                Carrier = Packeta, Point = "Beroun, Dlouhá 12", DispatchOn = today.AddDays(-7),
                ArrivalOn = today.AddDays(-5), PickUpUntil = today.AddDays(2), ExtendableUntil = today.AddDays(9),
            }),
            Make(5, "3140", "+420601000005", "Emil Veselý", "doručená před pěti dny: jde vrátit", changed: 5, order => order with
            {
                State = OrderState.Delivered, OrderedOn = today.AddDays(-8), Total = 2390m, IsPaid = true, HasInvoice = true,
                Carrier = "PPL", DispatchOn = today.AddDays(-6), ArrivalOn = today.AddDays(-5), DeliveredOn = today.AddDays(-5),
            }),
            Make(6, "8642", "+420601000006", "Františka Bílá", "doručená před čtyřiceti dny: reklamace", changed: 40, order => order with
            {
                State = OrderState.Delivered, OrderedOn = today.AddDays(-44), Total = 3490m, IsPaid = true, HasInvoice = true,
                Carrier = "PPL", DispatchOn = today.AddDays(-42), ArrivalOn = today.AddDays(-40), DeliveredOn = today.AddDays(-40),
            }),
            Make(7, "2093", "+420601000007", "Gustav Černý", "obchod ji dvakrát odložil: k člověku", changed: 2, order => order with
            {
                State = OrderState.Received, OrderedOn = today.AddDays(-12), Total = 4990m, IsPaid = true, Carrier = "PPL",
                DispatchOn = WorkingDayAfter(delivery), OwnFault = OwnFault.Postponed,
            }),
            Make(8, "6418", "+420601000008", "Hana Šedá", "zrušená, peníze odeslané", changed: 2, order => order with
            {
                State = OrderState.Cancelled, OrderedOn = today.AddDays(-6), Total = 990m, IsPaid = true,
                CancelledOn = today.AddDays(-4), RefundedOn = today.AddDays(-2),
            }),
            Make(9, "9276", "+420601000009", "Ivan Zelený", "dobírka, neodeslaná: změna platby", changed: 1, order => order with
            {
                State = OrderState.Received, OrderedOn = today.AddDays(-1), Total = 1190m, Payment = PaymentMethod.CashOnDelivery,
                Carrier = "PPL", DispatchOn = dispatch,
            }),
            Make(10, "1357", "+420601000010", "Jitka Modrá", "jedna položka není na skladě: k člověku", changed: 1, order => order with
            {
                State = OrderState.Received, OrderedOn = today.AddDays(-4), Total = 2750m, IsPaid = true,
                Carrier = "PPL", OwnFault = OwnFault.SoldOut,
            }),
            Make(11, "7714", "+420601000001", "Alena Nová", "druhá objednávka prvního volajícího, na cestě", changed: 1, order => order with
            {
                State = OrderState.OnTheWay, OrderedOn = today.AddDays(-4), Total = 560m, IsPaid = true, HasInvoice = true,
                Carrier = "PPL", DispatchOn = today.AddDays(-1), ArrivalOn = today.AddDays(1),
            }),
            Make(12, "5208", "+420222000012", "Kancelář Lípa", "na firmu, pevná linka, doručená", changed: 5, order => order with
            {
                State = OrderState.Delivered, OrderedOn = today.AddDays(-9), Total = 12400m, Payment = PaymentMethod.Transfer,
                IsPaid = true, IsCompany = true, HasInvoice = true, Carrier = "PPL",
                DispatchOn = today.AddDays(-6), ArrivalOn = today.AddDays(-5), DeliveredOn = today.AddDays(-5),
            }),
            Make(13, "3961", "+420601000013", "Ludmila Růžová", "tři položky, doručená před třemi dny", changed: 3, order => order with
            {
                // What is worn in the ear may be excepted from withdrawal for hygiene.
                Items = [.. order.Items.Select(item => item with { IsExcepted = item.Name == "Náušnice" })],
                State = OrderState.Delivered, OrderedOn = today.AddDays(-6), Total = 1870m, IsPaid = true, HasInvoice = true,
                Carrier = "PPL", DispatchOn = today.AddDays(-4), ArrivalOn = today.AddDays(-3), DeliveredOn = today.AddDays(-3),
            }),
            Make(14, "8175", "+420601000014", "Marek Zlatý", "přesměrovaná do jiného boxu", changed: 1, order => order with
            {
                State = OrderState.AtPoint, OrderedOn = today.AddDays(-5), Total = 720m, IsPaid = true, HasInvoice = true,
                IsRedirected = true, Carrier = Packeta, Point = "Z-BOX Praha 3, Lipová 8", DispatchOn = today.AddDays(-3),
                ArrivalOn = today.AddDays(-1), PickUpUntil = today.AddDays(3), ExtendableUntil = today.AddDays(10),
            }),
            Make(15, "4630", "+420601000015", "Naděžda Tichá", "dobírka, čeká na potvrzení", changed: 0, order => order with
            {
                State = OrderState.AwaitingConfirmation, OrderedOn = today, Total = 1590m,
                Payment = PaymentMethod.CashOnDelivery, Carrier = "PPL",
            }),
        ];
    }

    private static DemoOrder Make(int n, string pin, string phone, string name, string situation, int changed, Func<Order, Order> shape)
    {
        var (goods, address) = Parcels[n - 1];
        var contact = new Contact(phone, $"zakaznik{n}@example.com", name);
        var order = shape(new Order
        {
            Id = $"demo-{n:00}",
            Number = $"2026001{n:000}",
            State = OrderState.Unknown,
            OrderedOn = default,
            Total = 0m,
            Contact = contact.Channel,
            Items = [.. goods.Select((item, at) => new OrderItem($"{at + 1}", item))],
            HasAddress = true,
            HasEmail = contact.Email is not null,
        });
        return new DemoOrder(order, pin, phone, name, contact.Email, situation, changed) { Address = address };
    }

    // Nothing leaves the warehouse on a Sunday.
    private static DateOnly WorkingDayAfter(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (!WorkingDays.IsWorkingDay(day, _ => false));
        return day;
    }
}
