namespace IvrAutomat.Web.Shop.Comgate;

/// <summary>The shop's account at the payment gateway Comgate. Section <c>Comgate</c> of the settings.</summary>
internal sealed class ComgateOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Comgate";

    /// <summary>The gateway keeps a payment open for seven days at most.</summary>
    public const int MostLinkDays = 7;

    /// <summary>The address of the API: https, or http on this machine.</summary>
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

    /// <summary>What the gateway offers to pay with, in its own words: <c>CARD_ALL</c>, <c>ALL-LATER_ALL</c>.</summary>
    /// <value>The default is <c>CARD_ALL</c>: what the caller was told.</value>
    public string Methods { get; set; } = "CARD_ALL";

    /// <summary>True when an account is set.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Merchant);

    /// <summary>Everything that is wrong, each with its remedy. No secret is quoted.</summary>
    public IEnumerable<string> Validate()
    {
        if (!Uri.TryCreate(ApiUrl, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            yield return "Comgate:ApiUrl is not usable. Leave it out to use https://payments.comgate.cz/v2.0.";
        }

        if (IsSet && string.IsNullOrWhiteSpace(Secret))
        {
            yield return "Comgate:Secret is missing. Copy it from the portal of Comgate, Integrace > Nastavení obchodů.";
        }

        if (string.IsNullOrWhiteSpace(Methods))
        {
            yield return "Comgate:Methods is empty. Use CARD_ALL, or leave it out.";
        }
    }
}
