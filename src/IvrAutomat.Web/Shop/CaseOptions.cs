namespace IvrAutomat.Web.Shop;

/// <summary>How cases come about. Section <c>Cases</c> of the settings.</summary>
internal sealed class CaseOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Cases";

    /// <summary>True: an order with which the shop itself is at fault becomes a case before the customer calls.</summary>
    /// <value>The default is true.</value>
    public bool ApologyList { get; set; } = true;

    /// <summary>How often orders are looked through for that, in minutes; from 1 to 1440.</summary>
    /// <value>The default is 5 minutes.</value>
    public int ApologyMinutes { get; set; } = 5;

    /// <summary>Everything that is wrong, each with its remedy.</summary>
    public IEnumerable<string> Validate()
    {
        if (ApologyMinutes is < 1 or > 1440)
        {
            yield return $"Cases:ApologyMinutes is {ApologyMinutes}. Use 1 to 1440 minutes.";
        }
    }
}
