using IvrAutomat.Simulator.Carrier.Verbs;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>How a call is to be placed.</summary>
/// <param name="From">The number or word that the called side sees.</param>
/// <param name="To">The dialled number.</param>
/// <param name="Direction">The carrier's word.</param>
internal sealed record CallSetup(string From, string To, string Direction)
{
    public const string Inbound = "inbound";
    public const string OutboundApi = "outbound-api";
    public const string OutboundDial = "outbound-dial";

    /// <summary>https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource: what a REST call rings when it says nothing.</summary>
    public static readonly TimeSpan DefaultRing = TimeSpan.FromSeconds(60);

    /// <summary>The first document; null for a leg that is dialled by another.</summary>
    public Next.Document? Start { get; init; }

    /// <summary>The leg that dials this one; null for none.</summary>
    public string? ParentSid { get; init; }

    public Uri? FallbackUrl { get; init; }

    public StatusCallback? Callback { get; init; }

    public CarrierFaults Faults { get; init; } = CarrierFaults.None;

    /// <summary>How long it rings at most; the carrier adds five seconds.</summary>
    public TimeSpan Timeout { get; init; } = DefaultRing;

    /// <summary>How long the call may last.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>What the called side is asked to be recognised as; null for nothing.</summary>
    public MachineDetection? Detection { get; init; }

    /// <summary>What happens instead of documents once the leg is answered; null for a leg with documents of its own.</summary>
    public Func<PhoneCall, CallDocuments, Task<Next.End>>? WhenAnswered { get; init; }

    /// <summary>Told when the call has ended, answered or not.</summary>
    public Action<PhoneCall>? WhenEnded { get; init; }

    /// <summary>How long the carrier keeps the call before it dials: more calls were placed than it dials at once.</summary>
    public TimeSpan QueueTime { get; init; }
}

/// <summary>Who is told what happens.</summary>
internal sealed record StatusCallback(Uri Url, HttpMethod Method, IReadOnlySet<string> Events);

/// <summary>When machine detection answers: as soon as it knows, or after a machine's greeting.</summary>
internal enum MachineDetection
{
    Enable,
    DetectMessageEnd,
}
