namespace IvrAutomat.Web.Shop.Packeta;

/// <summary>The shop's account at Zásilkovna. Section <c>Packeta</c> of the settings.</summary>
internal sealed class PacketaOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Packeta";

    /// <summary>The address of the REST interface.</summary>
    /// <value>The default is <c>https://www.zasilkovna.cz/api/rest</c>; the simulator's own when it is on and no password is set.</value>
    public string ApiUrl { get; set; } = "https://www.zasilkovna.cz/api/rest";

    /// <summary>The API password: 32 hex digits.</summary>
    /// <value>No default: without it parcels at Zásilkovna are not asked for and return codes are not issued there.</value>
    public string? ApiPassword { get; set; }

    /// <summary>The label of the sender, as the client section shows it.</summary>
    /// <value>No default; required with <see cref="ApiPassword"/>, because an unknown one would be created silently.</value>
    public string? Eshop { get; set; }

    /// <summary>True when an account is set.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(ApiPassword);

    /// <summary>Everything that is wrong, each with its remedy. No secret is quoted.</summary>
    public IEnumerable<string> Validate()
    {
        if (IsSet && string.IsNullOrWhiteSpace(Eshop))
        {
            yield return "Packeta:Eshop is missing. Set it to the label of your sender in the client section of Zásilkovna.";
        }
    }
}
