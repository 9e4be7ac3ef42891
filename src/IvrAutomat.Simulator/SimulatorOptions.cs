using System.Security.Cryptography;
using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Simulator;

/// <summary>Settings of the outside world on one machine.</summary>
public sealed class SimulatorOptions
{
    /// <summary>The account of the stand-in carrier: <c>AC</c> and 32 hex digits. It is no account at the real carrier.</summary>
    public string AccountSid { get; set; } = "ACd0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0";

    /// <summary>The key that signs webhooks and opens the REST calls. Default: random for each start, 32 hex digits.</summary>
    public string AuthToken { get; set; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The number that the product answers, E.164. Default +420800123456.</summary>
    public string Line { get; set; } = "+420800123456";

    /// <summary>
    /// Where the product is reached. Asked at each call, because a server knows its port only once it listens. Default: the first
    /// address that the server of this process listens on.
    /// </summary>
    public Func<Uri>? BaseAddress { get; set; }

    /// <summary>
    /// Where requests to <see cref="BaseAddress"/> are really sent, signed as if they went there: a public name that ends elsewhere in life, at a
    /// proxy. Asked at each request; null for no other place, which is the default.
    /// </summary>
    public Func<Uri>? Via { get; set; }

    /// <summary>Where an incoming call is announced; a relative one stands under <see cref="BaseAddress"/>. Default twilio/voice.</summary>
    public Uri VoiceUrl { get; set; } = new("twilio/voice", UriKind.Relative);

    /// <summary>Asked once when a document could not be had; null for none. Default twilio/voice/fallback.</summary>
    public Uri? FallbackUrl { get; set; } = new("twilio/voice/fallback", UriKind.Relative);

    /// <summary>Told about the end of each call; null for none. Default twilio/voice/status.</summary>
    public Uri? StatusCallbackUrl { get; set; } = new("twilio/voice/status", UriKind.Relative);

    /// <summary>
    /// A folder into which every document of the product (<c>.xml</c>) and every REST request (<c>.json</c>) is written once, named by
    /// its hash; null for none.
    /// </summary>
    public string? DocumentsFolder { get; set; }

    /// <summary>The readings chosen where the carrier's documentation leaves two.</summary>
    public CarrierSwitches Switches { get; set; } = new();

    /// <summary>What goes wrong between carrier and product, unless a call says otherwise. Default nothing.</summary>
    public CarrierFaults Faults { get; set; } = CarrierFaults.None;

    /// <summary>Numbers that behave in a particular way when dialled or written to. All others answer and take messages.</summary>
    public IList<VirtualNumber> Numbers { get; } = [];

    /// <summary>All that is wrong with these settings, each with its remedy; empty when they can be used.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (AccountSid.Length != 34 || !AccountSid.StartsWith("AC", StringComparison.Ordinal) || !AccountSid.AsSpan(2).ContainsOnlyHex())
        {
            problems.Add("Simulator:AccountSid is not AC and 32 hex digits. Leave it out to use the stand-in's own.");
        }

        if (AuthToken.Length == 0)
        {
            problems.Add("Simulator:AuthToken is empty. Leave it out to get a random one at each start.");
        }

        if (!PhoneNumberShape.IsE164(Line))
        {
            problems.Add("Simulator:Line is not a number in E.164. Write it with its country, as +420800123456.");
        }

        return problems;
    }
}
