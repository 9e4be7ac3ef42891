using System.Collections.Frozen;
using IvrAutomat.Orders;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Packeta;

/// <summary>A fault that Zásilkovna tells, by its name; its text may change and decides nothing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Remedy">What follows from it.</param>
/// <param name="Why">What the caller is told; null where a person takes over or it is tried again.</param>
internal sealed record PacketaFault(string Name, PacketaRemedy Remedy, NotNow? Why = null)
{
    /// <summary>The fault of a parcel that Zásilkovna does not know as this sender's.</summary>
    public const string UnknownParcel = "PacketIdFault";

    private const string Unheard = "unknown fault";

    /// <summary>All that are known.</summary>
    public static FrozenDictionary<string, PacketaFault> Known { get; } = ((PacketaFault[])
    [
        new("IncorrectApiPasswordFault", PacketaRemedy.CloseGate),
        new("SenderNotExists", PacketaRemedy.Alarm),
        new("CancelNotAllowedFault", PacketaRemedy.Tell, NotNow.Posted),
        new("DateOutOfRangeFault", PacketaRemedy.Tell, NotNow.TooLong),
        new("ExternalGatewayFault", PacketaRemedy.Later),
        new("PacketAttributesFault", PacketaRemedy.Person),
        new(UnknownParcel, PacketaRemedy.Person),
        new("PacketIdsFault", PacketaRemedy.Person),
        new("NoPacketIdsFault", PacketaRemedy.Person),
        new("DispatchOrderNotAllowedFault", PacketaRemedy.Person),
        new("InvalidCourierNumber", PacketaRemedy.Person),
        new("CustomBarcodeNotAllowedFault", PacketaRemedy.Person),
        new("NotSupportedFault", PacketaRemedy.Person),
        new("ArgumentsFault", PacketaRemedy.Person),
        new("UnknownLabelFormatFault", PacketaRemedy.Person),
        new("ShipmentNotFoundFault", PacketaRemedy.Person),
        new("PacketNotFoundFault", PacketaRemedy.Person),
        new("IncorrectDataFault", PacketaRemedy.Person),
    ]).ToFrozenDictionary(fault => fault.Name, StringComparer.Ordinal);

    /// <summary>The fault of a name. One that nobody has heard of is a person's work, and its name is not repeated: it may be anything.</summary>
    public static PacketaFault Of(string name) => Known.GetValueOrDefault(name) ?? new PacketaFault(Unheard, PacketaRemedy.Person);

    /// <summary>What it makes of a write; each fault says that nothing was done.</summary>
    public OutsideOutcome Outcome => (Remedy, Why) switch
    {
        (PacketaRemedy.Tell, { } why) => new OutsideOutcome.Refused(why),
        (PacketaRemedy.Later, _) => new OutsideOutcome.NotDone(Name),
        _ => new OutsideOutcome.Hopeless(Name),
    };
}

/// <summary>What follows from a fault.</summary>
internal enum PacketaRemedy
{
    /// <summary>Nothing more is sent, an alarm is raised, and a person does it.</summary>
    CloseGate,

    /// <summary>A setting is wrong: an alarm is raised, and a person does it.</summary>
    Alarm,

    /// <summary>The caller is told why not.</summary>
    Tell,

    /// <summary>It is tried again, and then a person does it.</summary>
    Later,

    /// <summary>A person does it.</summary>
    Person,
}
