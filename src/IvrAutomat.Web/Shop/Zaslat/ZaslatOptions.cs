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

    /// <summary>True when an account is set.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(ApiKey);

    /// <summary>Everything that is wrong, each with its remedy. No secret is quoted.</summary>
    public IEnumerable<string> Validate()
    {
        if (IsSet && !Uri.TryCreate(ApiUrl, UriKind.Absolute, out _))
        {
            yield return "Zaslat:ApiUrl is no address. Leave it out to use https://www.zaslat.cz/api/v1.";
        }
    }
}
