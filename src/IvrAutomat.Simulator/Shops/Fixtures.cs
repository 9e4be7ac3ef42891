namespace IvrAutomat.Simulator.Shops;

/// <summary>
/// What the stand-ins have in common, so that an order of one and a parcel of another belong together. All people and numbers are made up.
/// </summary>
public static class Fixtures
{
    /// <summary>The parcels that Zásilkovna carries: the tracking code of the shop's order is its id there.</summary>
    public static IReadOnlyList<FixtureParcel> Parcels { get; } =
    [
        new("4000000003", "2026001003", "na cestě, zítra dorazí"),
        new("4000000004", "2026001004", "čeká na výdejním místě, dva dny do konce"),
        new("4000000005", "2026001005", "doručená před pěti dny"),
        new("4000000006", "2026001006", "doručená před čtyřiceti dny"),
        new("4000000014", "2026001014", "přesměrovaná do jiného boxu"),
    ];

    /// <summary>The parcel of an order; null when Zásilkovna has none.</summary>
    public static FixtureParcel? ParcelOf(string order) => Parcels.FirstOrDefault(parcel => parcel.Order == order);
}

/// <summary>A parcel at Zásilkovna.</summary>
/// <param name="Id">Ten digits, as Zásilkovna numbers parcels.</param>
/// <param name="Order">The number of the shop's order.</param>
/// <param name="Situation">What has become of it, for people.</param>
public sealed record FixtureParcel(string Id, string Order, string Situation);
