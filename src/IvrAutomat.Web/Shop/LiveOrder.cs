using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop;

/// <summary>An order as it is at the moment when a request about it is decided.</summary>
/// <param name="Row">The request; an effect that is written together with the order may bear its id.</param>
/// <param name="Order">The order, just read.</param>
/// <param name="Former">The order before the automat changed it last; null when it never did.</param>
/// <param name="Contact">How the customer can be reached.</param>
/// <param name="Numbers">The shop's numbers for it by their kind; see <see cref="OrderNumberKind"/>.</param>
/// <param name="Held">What the caller gave for the request.</param>
/// <param name="Now">The instant.</param>
/// <param name="Today">The shop's day.</param>
internal sealed record LiveOrder(
    RequestRow Row, Order Order, Order? Former, Contact Contact, IReadOnlyDictionary<string, string> Numbers, HeldDetails Held,
    DateTimeOffset Now, DateOnly Today)
{
    /// <summary>Names the order and nothing else.</summary>
    public override string ToString() => $"order {Order.Id}";
}

/// <summary>What a request makes of an order.</summary>
internal abstract record Change
{
    /// <summary>It is not possible any more; nothing is written.</summary>
    public static Change Refuse(NotNow why) => new Refused(why);

    /// <summary>What is wanted is so already: it counts as done, and its receipt was sent when it became so.</summary>
    public static Change Nothing(LiveOrder live) => new Done(live.Order);

    /// <summary>It is done by this becoming the order, if nobody changes it meanwhile.</summary>
    /// <param name="order">The order afterwards; it may be the same.</param>
    /// <param name="receipt">The receipt, as a text message says it.</param>
    public static Done To(Order order, Utterance receipt) => new(order) { Receipt = receipt };

    /// <summary>It is done once the shop's own system has done it too; see <see cref="IShopSystem.Write"/>.</summary>
    /// <param name="write">What the shop's system is asked for; null when this database is the shop.</param>
    /// <param name="done">What follows.</param>
    public static Change Through(OutsideWrite? write, Done done) => write is null ? done : new Outside(write, _ => done);

    /// <summary>It depends on a system elsewhere, which is asked first.</summary>
    /// <param name="Write">What it is asked for.</param>
    /// <param name="Then">What its result makes of the order.</param>
    internal sealed record Outside(OutsideWrite Write, Func<string?, Change> Then) : Change;

    /// <summary>See <see cref="Refuse"/>.</summary>
    internal sealed record Refused(NotNow Why) : Change;

    /// <summary>The automat cannot do it in this shop: a person does.</summary>
    internal sealed record ByPerson(HandoverReason Why) : Change;

    /// <summary>See <see cref="To"/>.</summary>
    internal sealed record Done(Order Order) : Change
    {
        /// <summary>What the customer gets on the contact's channel; null: nothing.</summary>
        public Utterance? Receipt { get; init; }

        /// <summary>What the customer gets by e-mail, besides the receipt or, where e-mail is the channel, instead of it.</summary>
        public Utterance? Mail { get; init; }

        /// <summary>A person has to send the money back: a case of its own, of which the caller hears who and until when.</summary>
        public bool OwesRefund { get; init; }

        /// <summary>What else is written in the same transaction.</summary>
        public Func<AutomatDb, CancellationToken, Task>? Also { get; init; }
    }
}
