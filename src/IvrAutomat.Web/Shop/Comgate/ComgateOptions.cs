namespace IvrAutomat.Web.Shop.Comgate;

/// <summary>The shop's account at the payment gateway Comgate. Section <c>Comgate</c> of the settings.</summary>
internal sealed class ComgateOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Comgate";

    /// <summary>The address of the API.</summary>
    /// <value>The default is <c>https://payments.comgate.cz/v2.0</c>; the simulator's own when it is on and no merchant is set.</value>
    public string ApiUrl { get; set; } = "https://payments.comgate.cz/v2.0";

    /// <summary>The number of the shop at the gateway.</summary>
    /// <value>No default: without it no payment link is made.</value>
    public string? Merchant { get; set; }

    /// <summary>The secret that belongs to it.</summary>
    /// <value>No default; required with <see cref="Merchant"/>.</value>
    public string? Secret { get; set; }

    /// <summary>Payments are made as tests: no money moves.</summary>
    /// <value>The default is false.</value>
    public bool Test { get; set; }

    /// <summary>True when an account is set.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Merchant);

    /// <summary>Everything that is wrong, each with its remedy. No secret is quoted.</summary>
    public IEnumerable<string> Validate()
    {
        if (IsSet && string.IsNullOrWhiteSpace(Secret))
        {
            yield return "Comgate:Secret is missing. Copy it from the portal of Comgate, Integrace > Nastavení obchodů.";
        }
    }
}
