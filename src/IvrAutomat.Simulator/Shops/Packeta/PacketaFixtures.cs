namespace IvrAutomat.Simulator.Shops.Packeta;

/// <summary>
/// The parcels that the stand-in begins with, their days counted from today. The last two digits of the first ones are those of the demo
/// orders that they belong to; besides them there is one in each state, 4000000100 and its code.
/// </summary>
public static class PacketaFixtures
{
    /// <summary>On its way to a point.</summary>
    public const long OnTheWay = 4_000_000_003;

    /// <summary>Waits at a point for two more days.</summary>
    public const long Ready = 4_000_000_004;

    /// <summary>Picked up five days ago.</summary>
    public const long Delivered = 4_000_000_005;

    /// <summary>Picked up forty days ago.</summary>
    public const long DeliveredLongAgo = 4_000_000_006;

    /// <summary>Another one on its way.</summary>
    public const long SecondOnTheWay = 4_000_000_011;

    /// <summary>Picked up five days ago, for a company.</summary>
    public const long DeliveredToCompany = 4_000_000_012;

    /// <summary>Picked up three days ago.</summary>
    public const long DeliveredLately = 4_000_000_013;

    /// <summary>Waits in another box than it was sent to.</summary>
    public const long Redirected = 4_000_000_014;

    /// <summary>Waits in a box, where a stay is short.</summary>
    public const long InBox = 4_000_000_020;

    /// <summary>Delivered by another carrier.</summary>
    public const long WithCarrier = 4_000_000_021;

    /// <summary>On its way back.</summary>
    public const long Returning = 4_000_000_022;

    /// <summary>The parcel in a state.</summary>
    public static long InState(int code) => 4_000_000_100 + code;

    /// <summary>The points.</summary>
    public static IReadOnlyList<PacketaPoint> Points { get; } =
    [
        new(1234, "Praha 2, Vzorová 5", "Vzorová 5", "Praha"),
        new(1235, "Beroun, Dlouhá 12", "Dlouhá 12", "Beroun"),
        new(1236, "Z-BOX Praha 3, Lipová 8", "Lipová 8", "Praha", IsBox: true),
    ];

    /// <summary>The parcels as they stand on a day.</summary>
    public static IEnumerable<PacketaParcel> On(DateOnly today)
    {
        DateTime At(int days, int hour) => today.AddDays(days).ToDateTime(new TimeOnly(hour, 0));
        PacketaParcel New(long id, int destination = 1234)
            => new PacketaParcel(id, $"{id % 1000 + 2_026_001_000}") { Destination = destination }.Then(At(-2, 8), PacketaStatus.Received);
        PacketaParcel Old(long id, int days) => new PacketaParcel(id, $"{id % 1000 + 2_026_001_000}") { Destination = 1234 }
            .Then(At(days - 2, 8), PacketaStatus.Received).Then(At(days - 1, 18), 2, 77).Then(At(days - 1, 22), 4, 77).Then(At(days, 9), PacketaStatus.Ready, 1234)
            .Then(At(days, 17), PacketaStatus.Delivered, 1234);

        yield return New(OnTheWay).Then(At(-1, 18), 2, 77).Then(At(-1, 22), 4, 77);
        yield return Stored(New(Ready, 1235), At(-1, 9), 1235, today.AddDays(2));
        yield return Old(Delivered, -5);
        yield return Old(DeliveredLongAgo, -40);
        yield return New(SecondOnTheWay).Then(At(-1, 18), 2, 77);
        yield return Old(DeliveredToCompany, -5);
        yield return Old(DeliveredLately, -3);
        yield return Stored(New(Redirected).Then(At(-2, 18), 29, 77), At(-1, 9), 1236, today.AddDays(3));
        yield return Stored(New(InBox, 1236), At(-1, 9), 1236, today.AddDays(1));
        yield return new PacketaParcel(WithCarrier, "2026001021") { Carrier = (106, "CZ Zásilkovna domů HD"), TrackingCode = "XX123456789CZ" }
            .Then(At(-1, 18), PacketaStatus.Received).Then(At(-1, 22), 6);
        yield return new PacketaParcel(Returning, "2026001022") { Destination = 1234, IsReturning = true }
            .Then(At(-9, 8), PacketaStatus.Received).Then(At(-1, 22), 4, 77);
        foreach (var code in PacketaStatus.Texts.Keys.Order())
        {
            var parcel = New(InState(code));
            yield return code switch
            {
                PacketaStatus.Received => parcel,
                PacketaStatus.Ready => Stored(parcel, At(-1, 9), 1234, today.AddDays(6)),
                _ => parcel.Then(At(-1, 9), code, 77),
            };
        }
    }

    private static PacketaParcel Stored(PacketaParcel parcel, DateTime at, int branch, DateOnly until)
    {
        parcel.StoredUntil = until;
        return parcel.Then(at, PacketaStatus.Ready, branch);
    }
}
