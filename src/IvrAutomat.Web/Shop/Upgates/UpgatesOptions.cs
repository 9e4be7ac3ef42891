namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>The shop's account at Upgates; used when <c>Shop:Source</c> is Upgates. Section <c>Upgates</c> of the settings.</summary>
internal sealed class UpgatesOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Upgates";

    /// <summary>The address of the API, as the shop's administration shows it: <c>https://shop.admin.s1.upgates.com/api/v2</c>.</summary>
    /// <value>No default; the simulator's own when it is on and nothing is set.</value>
    public string? ApiUrl { get; set; }

    /// <summary>The login of the API user.</summary>
    /// <value>No default; required with <see cref="ApiUrl"/>.</value>
    public string? Login { get; set; }

    /// <summary>The key of the API user.</summary>
    /// <value>No default; required with <see cref="ApiUrl"/>.</value>
    public string? ApiKey { get; set; }

    /// <summary>Login and key may be sent to an address that is not of Upgates: a stand-in.</summary>
    /// <value>The default is false.</value>
    public bool AllowOtherHosts { get; set; }

    /// <summary>Minutes between two looks for what changed without a webhook; from 1 to 60.</summary>
    /// <value>The default is 10 minutes.</value>
    public int PollMinutes { get; set; } = 10;

    /// <summary>How many days back orders are fetched at the first start; from 1 to 1,000.</summary>
    /// <value>The default is 90 days.</value>
    public int FillDays { get; set; } = 90;

    /// <summary>Requests of the shop's tariff that are kept for calls: background work stops there; from 0 to 1,000.</summary>
    /// <value>The default is 5 requests.</value>
    public int Reserve { get; set; } = 5;

    /// <summary>The key of the order's own field (meta) in which the shop keeps the day of dispatch that it told the customer.</summary>
    /// <value>No default: the shop keeps none.</value>
    public string? DispatchField { get; set; }

    /// <summary>True when an account is set.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(ApiUrl);

    /// <summary>Everything that is wrong, each with its remedy. No secret is quoted.</summary>
    public IEnumerable<string> Validate()
    {
        if (IsSet && (string.IsNullOrWhiteSpace(Login) || string.IsNullOrWhiteSpace(ApiKey)))
        {
            yield return "Upgates:Login or Upgates:ApiKey is missing. Copy both from the administration of the shop, Doplňky > API.";
        }

        if (IsSet && UpgatesAddress.Read(ApiUrl, AllowOtherHosts) is null)
        {
            yield return AllowOtherHosts
                ? "Upgates:ApiUrl is no address. Write it as https://shop.admin.s1.upgates.com/api/v2."
                : "Upgates:ApiUrl is not an address of Upgates. Copy it from the administration of the shop, Doplňky > API; "
                    + "only for a stand-in set Upgates:AllowOtherHosts.";
        }

        if (PollMinutes is < 1 or > 60)
        {
            yield return $"Upgates:PollMinutes is {PollMinutes}. Use 1 to 60 minutes.";
        }

        if (FillDays is < 1 or > 1000)
        {
            yield return $"Upgates:FillDays is {FillDays}. Use 1 to 1000 days.";
        }

        if (Reserve is < 0 or > 1000)
        {
            yield return $"Upgates:Reserve is {Reserve}. Use 0 to 1000 requests.";
        }
    }
}
