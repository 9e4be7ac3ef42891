namespace IvrAutomat.Web.Shop;

/// <summary>How callers prove an order. Section <c>Identification</c> of the settings.</summary>
internal sealed class IdentificationOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Identification";

    private const int MinTokenLength = 20;

    /// <summary>Where PINs come from.</summary>
    /// <value>The default is <see cref="PinSource.Derived"/>. The demo shop has PINs of its own.</value>
    public PinSource Pin { get; set; }

    /// <summary>How many digits a PIN has; from 4 to 8.</summary>
    /// <value>The default is 4 for the demo shop and 6 otherwise.</value>
    public int? PinLength { get; set; }

    /// <summary>When a one-time code is needed besides the PIN.</summary>
    /// <value>
    /// The default is <see cref="StepUpRule.Off"/> for the demo and the local shop, <see cref="StepUpRule.ForeignNumber"/> for Upgates.
    /// </value>
    public StepUpRule? StepUp { get; set; }

    /// <summary>One-time codes that the whole shop may send in a day; from 0 to 100,000.</summary>
    /// <value>The default is 200 codes a day.</value>
    public int CodesPerDay { get; set; } = 200;

    /// <summary>The key of the order's own field (meta) that holds its PIN, when <see cref="Pin"/> is OrderField.</summary>
    /// <value>No default; required then.</value>
    public string? PinField { get; set; }

    /// <summary>
    /// What the shop's own programs show as a bearer token to learn the PIN of an order at <c>POST /shop/pins</c>; 20 characters or more.
    /// </summary>
    /// <value>No default: there is no such address then.</value>
    public string? PinToken { get; set; }

    /// <summary>The automat writes the PIN to the customer, once, after an order was made.</summary>
    /// <value>The default is false.</value>
    public bool TellPin { get; set; }

    /// <summary>Everything that is wrong, each with its remedy.</summary>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        if (!Enum.IsDefined(Pin))
        {
            problems.Add("Identification:Pin is not known. Use Derived, OrderField or CodeOnly.");
        }

        if (PinLength is < 4 or > 8)
        {
            problems.Add($"Identification:PinLength is {PinLength}. Use 4 to 8 digits.");
        }

        if (StepUp is { } stepUp && !Enum.IsDefined(stepUp))
        {
            problems.Add("Identification:StepUp is not known. Use Off or ForeignNumber.");
        }

        if (CodesPerDay is < 0 or > 100_000)
        {
            problems.Add($"Identification:CodesPerDay is {CodesPerDay}. Use 0 to 100000 codes a day.");
        }

        if (Pin == PinSource.OrderField && string.IsNullOrWhiteSpace(PinField))
        {
            problems.Add("Identification:PinField is missing. Set it to the key of the order's own field that holds the PIN, or use Pin Derived.");
        }

        if (PinToken is { Length: < MinTokenLength })
        {
            problems.Add($"Identification:PinToken is too short. Use {MinTokenLength} or more random characters (openssl rand -hex 20).");
        }

        if (TellPin && Pin == PinSource.CodeOnly)
        {
            problems.Add("Identification:TellPin needs a PIN, but Identification:Pin is CodeOnly. Set one of them otherwise.");
        }

        return problems;
    }

    /// <summary>The rule in use.</summary>
    public StepUpRule EffectiveStepUp(ShopOptions shop)
        => StepUp ?? (shop.Source == ShopSource.Upgates ? StepUpRule.ForeignNumber : StepUpRule.Off);

    /// <summary>The length in use.</summary>
    public int EffectivePinLength(ShopOptions shop) => PinLength ?? (shop.IsDemo ? 4 : 6);
}

/// <summary>Where PINs come from.</summary>
internal enum PinSource
{
    /// <summary>From a keyed hash of the order's number.</summary>
    Derived,

    /// <summary>From a field of the order in the shop's system.</summary>
    OrderField,

    /// <summary>There is none: a one-time code is sent instead.</summary>
    CodeOnly,
}

/// <summary>When a one-time code is needed besides the PIN.</summary>
internal enum StepUpRule
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>For acting on an order from another number than its own, or a withheld one.</summary>
    ForeignNumber,
}
