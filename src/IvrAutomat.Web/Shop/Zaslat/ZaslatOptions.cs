namespace IvrAutomat.Web.Shop.Zaslat;

/// <summary>The shop's account at Zaslat.cz, whose couriers fetch returned goods. Section <c>Zaslat</c> of the settings.</summary>
internal sealed class ZaslatOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Zaslat";

    /// <summary>The address of the API.</summary>
    /// <value>The default is <c>https://www.zaslat.cz/api/v1</c>; the simulator's own when it is on and no key is set.</value>
    public string ApiUrl { get; set; } = "https://www.zaslat.cz/api/v1";

    /// <summary>The API key.</summary>
    /// <value>No default: without it no courier is ordered.</value>
    public string? ApiKey { get; set; }

    /// <summary>The kind of order. The broker's own text: <c>ONDEMAND</c> is a single pick-up at any address, to which the courier brings the label.</summary>
    /// <value>The default is <c>ONDEMAND</c>. One shop module reads the two names the other way round: try it at the broker's test address first.</value>
    public string Type { get; set; } = "ONDEMAND";

    /// <summary>What is sent as <c>pickup_request</c>.</summary>
    /// <value>None by default: it is not sent.</value>
    public bool? PickupRequest { get; set; }

    /// <summary>How orders are paid: <c>CREDIT</c> of the account, or <c>INVOICE</c> with a contract.</summary>
    /// <value>The default is <c>CREDIT</c>.</value>
    public string PaymentType { get; set; } = "CREDIT";

    /// <summary>The carriers to choose from, by the broker's codes (<c>PPL</c>, <c>DPD</c>, …); the cheapest that goes is taken.</summary>
    /// <value>Empty by default: any that fetches at the door.</value>
    public IList<string> Carriers { get; set; } = [];

    /// <summary>Until when on the shop's clock a courier can be ordered for the next working day.</summary>
    /// <value>The default is 14:00.</value>
    public TimeOnly CutOff { get; set; } = new(14, 0);

    /// <summary>The weight of a returned parcel, in kilograms; from 0.1 to 30.</summary>
    /// <value>The default is 3.</value>
    public decimal Weight { get; set; } = 3m;

    /// <summary>The longest side of a returned parcel, in centimetres; from 1 to 120.</summary>
    /// <value>The default is 30.</value>
    public int Length { get; set; } = 30;

    /// <summary>The two other sides, in centimetres; from 1 to 120.</summary>
    /// <value>The default is 20.</value>
    public int Width { get; set; } = 20;

    /// <summary>Where returned goods go.</summary>
    /// <value>No default; required with <see cref="ApiKey"/>.</value>
    public WarehouseOptions Warehouse { get; set; } = new();

    /// <summary>True when an account is set.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(ApiKey);

    /// <summary>Everything that is wrong, each with its remedy. No secret is quoted.</summary>
    public IEnumerable<string> Validate()
    {
        if (!IsSet)
        {
            yield break;
        }

        if (!Uri.TryCreate(ApiUrl, UriKind.Absolute, out _))
        {
            yield return "Zaslat:ApiUrl is no address. Leave it out to use https://www.zaslat.cz/api/v1.";
        }

        if (PaymentType is not ("CREDIT" or "INVOICE"))
        {
            yield return "Zaslat:PaymentType is not known. Use CREDIT, or INVOICE with a contract.";
        }

        if (Type is not ("ONDEMAND" or "OCCASIONAL"))
        {
            yield return "Zaslat:Type is not known. Use ONDEMAND, to which the courier brings the label, or OCCASIONAL.";
        }

        if (Weight is < 0.1m or > 30m)
        {
            yield return $"Zaslat:Weight is {Weight}. Use 0.1 to 30 kg.";
        }

        if (Length is < 1 or > 120 || Width is < 1 or > 120)
        {
            yield return "Zaslat:Length or Zaslat:Width is out of range. Use 1 to 120 cm.";
        }

        foreach (var problem in Warehouse.Validate())
        {
            yield return problem;
        }
    }
}

/// <summary>Where couriers bring returned goods.</summary>
internal sealed class WarehouseOptions
{
    /// <summary>The company's name, up to 50 characters.</summary>
    public string? Company { get; set; }

    /// <summary>Street and number.</summary>
    public string? Street { get; set; }

    /// <summary>The town.</summary>
    public string? Town { get; set; }

    /// <summary>The postal code, with or without a space.</summary>
    public string? PostCode { get; set; }

    /// <summary>The phone that the courier calls, as +420 and nine digits.</summary>
    public string? Phone { get; set; }

    /// <summary>The e-mail address that the carrier writes to.</summary>
    /// <value>None by default.</value>
    public string? Email { get; set; }

    /// <summary>What is missing, each with its remedy.</summary>
    public IEnumerable<string> Validate()
    {
        foreach (var (name, value) in ((string, string?)[])
            [(nameof(Company), Company), (nameof(Street), Street), (nameof(Town), Town), (nameof(PostCode), PostCode), (nameof(Phone), Phone)])
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                yield return $"Zaslat:Warehouse:{name} is missing. Couriers bring returned goods there.";
            }
        }
    }
}
