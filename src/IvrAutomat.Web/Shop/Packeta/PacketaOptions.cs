namespace IvrAutomat.Web.Shop.Packeta;

/// <summary>The shop's account at Zásilkovna. Section <c>Packeta</c> of the settings.</summary>
internal sealed class PacketaOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Packeta";

    private const int KeyLength = 16;

    /// <summary>The address of the REST interface.</summary>
    /// <value>The default is <c>https://www.zasilkovna.cz/api/rest</c>; the simulator's own when it is on and no password is set.</value>
    public string ApiUrl { get; set; } = "https://www.zasilkovna.cz/api/rest";

    /// <summary>The API password: 32 hex digits.</summary>
    /// <value>No default: without it parcels at Zásilkovna are not asked for and return codes are not issued there.</value>
    public string? ApiPassword { get; set; }

    /// <summary>The label of the sender, as the client section shows it.</summary>
    /// <value>No default; required with <see cref="ApiPassword"/>, because an unknown one would be created silently.</value>
    public string? Eshop { get; set; }

    /// <summary>Where the name of a pick-up point is asked for.</summary>
    /// <value>The default is <c>https://widget.packeta.com/v6/pps/api/widget/v1/validate</c>; the simulator's own when it is on and no password is set.</value>
    public string PointUrl { get; set; } = "https://widget.packeta.com/v6/pps/api/widget/v1/validate";

    /// <summary>By how many days a stay at a pick-up point is offered to be made longer; from 1 to 14. Zásilkovna has the last word.</summary>
    /// <value>The default is 7. A shorter time is offered to the caller when Zásilkovna refuses this one.</value>
    public int ExtendDays { get; set; } = 7;

    /// <summary>What the public interfaces want: the first half of the password.</summary>
    public string? ApiKey => ApiPassword is { Length: >= KeyLength } password ? password[..KeyLength] : null;

    /// <summary>True when an account is set.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(ApiPassword);

    /// <summary>Everything that is wrong, each with its remedy. No secret is quoted.</summary>
    public IEnumerable<string> Validate()
    {
        if (IsSet && string.IsNullOrWhiteSpace(Eshop))
        {
            yield return "Packeta:Eshop is missing. Set it to the label of your sender in the client section of Zásilkovna.";
        }

        foreach (var (name, url) in ((string, string)[])[(nameof(ApiUrl), ApiUrl), (nameof(PointUrl), PointUrl)])
        {
            if (IsSet && !Uri.TryCreate(url, UriKind.Absolute, out _))
            {
                yield return $"Packeta:{name} is no address. Leave it out to use Zásilkovna's own.";
            }
        }

        if (ExtendDays is < 1 or > 14)
        {
            yield return $"Packeta:ExtendDays is {ExtendDays}. Use 1 to 14 days.";
        }
    }
}
