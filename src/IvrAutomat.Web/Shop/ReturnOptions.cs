using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop;

/// <summary>How goods come back, and at what price. Section <c>Returns</c> of the settings.</summary>
internal sealed class ReturnOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Returns";

    /// <summary>A courier who fetches the parcel.</summary>
    /// <value>The default is 119 CZK paid by the customer in the demo; otherwise it is not offered.</value>
    public ReturnWayOptions? Courier { get; set; }

    /// <summary>A code for posting at Zásilkovna without a label.</summary>
    /// <value>The default is 79 CZK paid by the customer in the demo; otherwise it is not offered.</value>
    public ReturnWayOptions? Packeta { get; set; }

    /// <summary>Where customers send goods themselves, in one line.</summary>
    /// <value>The default is a made-up address in the demo; otherwise it is required.</value>
    public string Address { get; set; } = string.Empty;

    /// <summary>The demo's.</summary>
    public static ReturnOptions Demo { get; } = new()
    {
        Courier = new ReturnWayOptions { Price = 119m },
        Packeta = new ReturnWayOptions { Price = 79m },
        Address = "Vzorová 5, 120 00 Praha 2",
    };

    /// <summary>The same with the demo's values for what is not set.</summary>
    public ReturnOptions OrDemo() => new()
    {
        Courier = Courier ?? Demo.Courier,
        Packeta = Packeta ?? Demo.Packeta,
        Address = string.IsNullOrWhiteSpace(Address) ? Demo.Address : Address,
    };

    /// <summary>Everything that is wrong, each with its remedy.</summary>
    public IEnumerable<string> Validate(bool isDemo)
    {
        if (!isDemo && string.IsNullOrWhiteSpace(Address))
        {
            yield return "Returns:Address is missing. Set it to where customers send goods back, in one line.";
        }

        foreach (var (name, way) in ((string, ReturnWayOptions?)[])[(nameof(Courier), Courier), (nameof(Packeta), Packeta)])
        {
            if (way is { Price: < 0 or > 10_000 })
            {
                yield return $"Returns:{name}:Price is {way.Price}. Use 0 to 10000 CZK.";
            }

            if (way is not null && !Enum.IsDefined(way.PaidBy))
            {
                yield return $"Returns:{name}:PaidBy is not known. Use Customer or Shop.";
            }
        }
    }
}

/// <summary>One way back.</summary>
internal sealed class ReturnWayOptions
{
    /// <summary>What it costs, in Czech crowns; from 0 to 10,000.</summary>
    /// <value>The default is 0: free of charge.</value>
    public decimal Price { get; set; }

    /// <summary>Who pays: the customer's price is taken off the refund.</summary>
    /// <value>The default is <see cref="ReturnPayer.Customer"/>.</value>
    public ReturnPayer PaidBy { get; set; }

    /// <summary>The same as a value of the conversation: a customer hears no price that the shop pays.</summary>
    public ReturnPrice ToPrice() => PaidBy == ReturnPayer.Shop ? new ReturnPrice(0m, IsDeducted: false) : new ReturnPrice(Price, IsDeducted: Price > 0);
}

/// <summary>Who pays for a way back.</summary>
internal enum ReturnPayer
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The shop.</summary>
    Shop,
}
