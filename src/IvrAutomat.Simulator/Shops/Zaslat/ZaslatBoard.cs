using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Zaslat;

/// <summary>The shipments of the stand-in and what can happen to them; a caller locks it.</summary>
/// <param name="time">The clock that shipments live by.</param>
/// <param name="count">Is told what was really done, and to which shipment.</param>
internal sealed class ZaslatBoard(TimeProvider time, Action<string, string> count)
{
    public const decimal Price = 109m;
    private const decimal StartingCredit = 10_000m;
    private static readonly TimeZoneInfo Prague = TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague");

    private readonly Dictionary<string, ZaslatShipment> _shipments = new(StringComparer.Ordinal);

    public decimal Credit { get; set; } = StartingCredit;

    public IReadOnlyList<ZaslatShipment> Shipments => [.. _shipments.Values];

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Prague).DateTime);

    public void Reset()
    {
        _shipments.Clear();
        Credit = StartingCredit;
    }

    public ZaslatShipment? Find(string id) => _shipments.GetValueOrDefault(id);

    public ZaslatShipment Create(string order, string? reference, string carrier, DateOnly day, JsonNode from, JsonNode to)
    {
        var shipment = new ZaslatShipment($"IZ{_shipments.Count + 1:0000000000}", order, reference, carrier, day, from, to);
        _shipments.Add(shipment.Id, shipment);
        count("create", reference ?? shipment.Id);
        count("pick-up", $"{day:yyyy-MM-dd}");
        return shipment;
    }

    /// <summary>Calls a shipment off; false when it has been fetched.</summary>
    public bool Cancel(ZaslatShipment shipment)
    {
        if (shipment.Status != ZaslatShipment.Way[0])
        {
            return shipment.Status == ZaslatShipment.Cancelled;
        }

        _shipments[shipment.Id] = shipment with { Status = ZaslatShipment.Cancelled };
        count("storno", shipment.Id);
        return true;
    }

    /// <summary>The next state of a shipment.</summary>
    public ZaslatShipment? Advance(string id)
    {
        if (Find(id) is not { } shipment || shipment.Status == ZaslatShipment.Cancelled)
        {
            return null;
        }

        var at = Enumerable.Range(0, ZaslatShipment.Way.Count).First(index => ZaslatShipment.Way[index] == shipment.Status);
        return _shipments[id] = shipment with { Status = ZaslatShipment.Way[Math.Min(at + 1, ZaslatShipment.Way.Count - 1)] };
    }
}
