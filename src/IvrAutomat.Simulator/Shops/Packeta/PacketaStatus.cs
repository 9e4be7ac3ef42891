using System.Collections.Frozen;

namespace IvrAutomat.Simulator.Shops.Packeta;

/// <summary>The states of a parcel, with Zásilkovna's own code texts; 8 and 13 do not exist.</summary>
public static class PacketaStatus
{
    /// <summary>Announced; Zásilkovna does not have it yet.</summary>
    public const int Received = 1;

    /// <summary>Waits at its point.</summary>
    public const int Ready = 5;

    /// <summary>In the customer's hands.</summary>
    public const int Delivered = 7;

    /// <summary>Called off.</summary>
    public const int Cancelled = 11;

    /// <summary>The code texts.</summary>
    public static FrozenDictionary<int, string> Texts { get; } = new Dictionary<int, string>
    {
        [Received] = "received data",
        [2] = "arrived",
        [3] = "prepared for departure",
        [4] = "departed",
        [Ready] = "ready for pickup",
        [6] = "handed to carrier",
        [Delivered] = "delivered",
        [9] = "posted back",
        [10] = "returned",
        [Cancelled] = "cancelled",
        [12] = "collected",
        [14] = "customs",
        [15] = "reverse packet arrived",
        [16] = "delivery attempt",
        [17] = "rejected by recipient",
        [18] = "rejected by recipient",
        [19] = "return from hd no branch nearby",
        [20] = "storage time expired",
        [21] = "packet cancelled but consigned",
        [22] = "return overlimit",
        [23] = "zbox delivery attempt",
        [24] = "zbox last delivery attempt",
        [25] = "carrier first delivery attempt",
        [26] = "packet under investigation",
        [27] = "packet investigation resolved",
        [28] = "favourite point redirect",
        [29] = "no favourite point available redirect",
        [30] = "no favourite point set redirect",
        [31] = "courier tracking code added",
        [999] = "unknown",
    }.ToFrozenDictionary();
}
