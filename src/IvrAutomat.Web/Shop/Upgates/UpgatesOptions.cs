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

    /// <summary>True when an account is set.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(ApiUrl);

    /// <summary>Everything that is wrong, each with its remedy. No secret is quoted.</summary>
    public IEnumerable<string> Validate()
    {
        if (IsSet && (string.IsNullOrWhiteSpace(Login) || string.IsNullOrWhiteSpace(ApiKey)))
        {
            yield return "Upgates:Login or Upgates:ApiKey is missing. Copy both from the administration of the shop, Doplňky > API.";
        }
    }
}
