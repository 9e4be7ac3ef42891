using IvrAutomat.Orders;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;

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

    /// <summary>See <see cref="Refuse"/>.</summary>
    internal sealed record Refused(NotNow Why) : Change;

    /// <summary>See <see cref="To"/>.</summary>
    internal sealed record Done(Order Order) : Change
    {
        /// <summary>What the customer gets on the contact's channel; null: nothing.</summary>
        public Utterance? Receipt { get; init; }

        /// <summary>What the customer gets by e-mail, besides the receipt or, where e-mail is the channel, instead of it.</summary>
        public Utterance? Mail { get; init; }

        /// <summary>What else is written in the same transaction.</summary>
        public Func<AutomatDb, CancellationToken, Task>? Also { get; init; }
    }
}
