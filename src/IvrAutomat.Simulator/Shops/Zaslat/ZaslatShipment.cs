using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Zaslat;

/// <summary>A shipment as the stand-in has it.</summary>
/// <param name="Id"><c>IZ</c> and ten digits.</param>
/// <param name="Order">The order that it was made by.</param>
/// <param name="Reference">The customer's own text; null for none.</param>
/// <param name="Carrier">Who drives.</param>
/// <param name="PickupOn">The day of the pick-up.</param>
/// <param name="From">Where it is fetched, as it was given.</param>
/// <param name="To">Where it goes, as it was given.</param>
public sealed record ZaslatShipment(string Id, string Order, string? Reference, string Carrier, DateOnly PickupOn, JsonNode From, JsonNode To)
{
    /// <summary>The states in their order; <see cref="Cancelled"/> stands beside them.</summary>
    public static IReadOnlyList<string> Way { get; } = ["ORDERED", "ONPICKUP", "INTRANSIT", "ONDELIVERY", "DELIVERED"];

    /// <summary>Called off.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>Where it is.</summary>
    public string Status { get; init; } = Way[0];

    /// <summary>Names the shipment and nothing else.</summary>
    public override string ToString() => Id;
}

/// <summary>How the stand-in writes its errors; the real one uses all three.</summary>
public enum ZaslatErrorShape
{
    /// <summary>A list of messages, each with its field where there is one.</summary>
    List,

    /// <summary>One text.</summary>
    Text,

    /// <summary>An object keyed by the fields.</summary>
    Object,
}
