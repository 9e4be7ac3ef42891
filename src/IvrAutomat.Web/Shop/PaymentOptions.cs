namespace IvrAutomat.Web.Shop;

/// <summary>How orders are paid after a call. Section <c>Payments</c> of the settings.</summary>
internal sealed class PaymentOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Payments";

    /// <summary>The payment gateway's name as it is spoken, 1 to 40 characters.</summary>
    /// <value>The default is Comgate.</value>
    public string Gateway { get; set; } = "Comgate";

    /// <summary>Whom text messages come from, as it is spoken; up to 40 characters.</summary>
    /// <value>The default is the shop's name.</value>
    public string? Sender { get; set; }

    /// <summary>The account for bank transfers, as customers write it.</summary>
    /// <value>The default is a made-up account in the demo; otherwise it is required.</value>
    public string Account { get; set; } = string.Empty;

    /// <summary>How long a payment link is valid; from 1 to 60 days.</summary>
    /// <value>The default is 7 days.</value>
    public int LinkDays { get; set; } = 7;

    /// <summary>Everything that is wrong, each with its remedy.</summary>
    public IEnumerable<string> Validate(bool isDemo)
    {
        if (Gateway.Length is < 1 or > 40)
        {
            yield return "Payments:Gateway is empty or too long. Name the gateway as it is spoken, in up to 40 characters.";
        }

        if (Sender?.Length > 40)
        {
            yield return "Payments:Sender is too long. Name the sender of text messages in up to 40 characters, or leave it out.";
        }

        if (!isDemo && string.IsNullOrWhiteSpace(Account))
        {
            yield return "Payments:Account is missing. Set it to the account for bank transfers, as 123456789/0100.";
        }

        if (LinkDays is < 1 or > 60)
        {
            yield return $"Payments:LinkDays is {LinkDays}. Use 1 to 60 days.";
        }
    }

    /// <summary>The same with the demo's values for what is not set.</summary>
    public PaymentOptions OrDemo() => new()
    {
        Gateway = Gateway,
        Sender = Sender,
        LinkDays = LinkDays,
        Account = string.IsNullOrWhiteSpace(Account) ? "123456789/0100" : Account,
    };
}
