using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Zaslat;

/// <summary>The shipments of the stand-in and what can happen to them. It counts what was really done; a caller locks it.</summary>
internal sealed class ZaslatBoard(TimeProvider time)
{
    public const decimal Price = 109m;
    private const decimal StartingCredit = 10_000m;
    private static readonly TimeZoneInfo Prague = TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague");

    private readonly Dictionary<string, ZaslatShipment> _shipments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _performed = new(StringComparer.Ordinal);

    public decimal Credit { get; set; } = StartingCredit;

    public IReadOnlyDictionary<string, int> Performed => new Dictionary<string, int>(_performed, StringComparer.Ordinal);

    public IReadOnlyList<ZaslatShipment> Shipments => [.. _shipments.Values];

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Prague).DateTime);

    public void Reset()
    {
        _shipments.Clear();
        _performed.Clear();
        Credit = StartingCredit;
    }

    public ZaslatShipment? Find(string id) => _shipments.GetValueOrDefault(id);

    public ZaslatShipment Create(string order, string? reference, string carrier, DateOnly day, JsonNode from, JsonNode to)
    {
        var shipment = new ZaslatShipment($"IZ{_shipments.Count + 1:0000000000}", order, reference, carrier, day, from, to);
        _shipments.Add(shipment.Id, shipment);
        Count($"create {reference}");
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
        Count($"storno {shipment.Id}");
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

    private void Count(string what) => _performed[what] = _performed.GetValueOrDefault(what) + 1;
}
