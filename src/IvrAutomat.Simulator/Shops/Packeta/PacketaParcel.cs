using System.Globalization;

namespace IvrAutomat.Simulator.Shops.Packeta;

/// <summary>A parcel as the stand-in has it.</summary>
/// <param name="id">Ten digits; more than fits into 32 bits.</param>
/// <param name="number">The sender's own number for it.</param>
public sealed class PacketaParcel(long id, string number)
{
    private readonly List<PacketaRecord> _history = [];

    /// <summary>Its number.</summary>
    public long Id => id;

    /// <summary>The sender's own number for it.</summary>
    public string Number => number;

    /// <summary>What is printed on it.</summary>
    public string Barcode => $"Z{id}";

    /// <summary>The same in groups.</summary>
    public string BarcodeText => string.Create(CultureInfo.InvariantCulture, $"Z {id:000 0000 000}");

    /// <summary>What has happened to it, the oldest first; never empty.</summary>
    public IReadOnlyList<PacketaRecord> History => _history;

    /// <summary>The state it is in.</summary>
    public PacketaRecord Last => _history[^1];

    /// <summary>Where it goes; 0 for none.</summary>
    public int Destination { get; set; }

    /// <summary>The last day at its point.</summary>
    public DateOnly? StoredUntil { get; set; }

    /// <summary>It goes back to the sender.</summary>
    public bool IsReturning { get; set; }

    /// <summary>The word with which a return is handed in; null for other parcels.</summary>
    public string? Password { get; init; }

    /// <summary>Another carrier's number for it.</summary>
    public string? TrackingCode { get; init; }

    /// <summary>Another carrier that delivers it.</summary>
    public (int Id, string Name)? Carrier { get; init; }

    /// <summary>Something happened to it.</summary>
    public PacketaParcel Then(DateTime at, int code, int branch = 0)
    {
        if (!PacketaStatus.Texts.ContainsKey(code))
        {
            throw new ArgumentOutOfRangeException(nameof(code), code, "Zásilkovna has no such state.");
        }

        _history.Add(new PacketaRecord(at, code, branch));
        return this;
    }
}

/// <summary>Something that happened to a parcel.</summary>
/// <param name="At">When, by the clocks in Prague.</param>
/// <param name="Code">One of <see cref="PacketaStatus.Texts"/>.</param>
/// <param name="Branch">Where; 0 for nowhere in particular.</param>
public sealed record PacketaRecord(DateTime At, int Code, int Branch);

/// <summary>A point or box where parcels are picked up.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name, town first.</param>
/// <param name="Street">Street and house.</param>
/// <param name="City">Town.</param>
/// <param name="IsBox">A box without staff.</param>
public sealed record PacketaPoint(int Id, string Name, string Street, string City, bool IsBox = false);
