using System.Globalization;

namespace IvrAutomat.Simulator.Shops.Packeta;

/// <summary>The parcels of the stand-in and what can happen to them; a caller locks it.</summary>
/// <param name="time">The clock that parcels live by.</param>
/// <param name="count">Is told what was really done, and to which number.</param>
internal sealed class PacketaDepot(TimeProvider time, Action<string, string> count)
{
    private const int LongestAtPoint = 21;
    private const int LongestInBox = 5;
    private static readonly TimeZoneInfo Prague = TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague");

    private readonly SortedDictionary<long, PacketaParcel> _parcels = [];
    private long _next;
    private bool _isFilled;

    public IReadOnlyList<PacketaParcel> Parcels => [.. Filled().Values];

    /// <summary>The mails that Zásilkovna would send to customers: what about, and the parcel.</summary>
    public List<(string About, long Parcel)> Outbox { get; } = [];

    public DateTime Now => TimeZoneInfo.ConvertTime(time.GetUtcNow(), Prague).DateTime;

    private DateOnly Today => DateOnly.FromDateTime(Now);

    public void Reset()
    {
        _isFilled = false;
        Outbox.Clear();
    }

    public PacketaParcel? Find(string? id)
        => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Filled().GetValueOrDefault(number) : null;

    public PacketaParcel Create(string kind, string number, string? password = null)
    {
        var parcel = new PacketaParcel(_next++, number) { Password = password };
        Filled().Add(parcel.Id, parcel.Then(Now, PacketaStatus.Received));
        count(kind, number);
        return parcel;
    }

    public PacketaFault? Cancel(PacketaParcel parcel)
    {
        if (parcel.Last.Code > PacketaStatus.Received)
        {
            return PacketaFault.NotCancellable;
        }

        parcel.Then(Now, PacketaStatus.Cancelled);
        count("cancelPacket", parcel.Number);
        return null;
    }

    public PacketaFault? Keep(PacketaParcel parcel, DateOnly until)
    {
        var longest = PacketaFixtures.Points.Any(point => point.IsBox && point.Id == parcel.Last.Branch) ? LongestInBox : LongestAtPoint;
        var since = parcel.History.FirstOrDefault(record => record.Code == PacketaStatus.Ready)?.At ?? default;
        if (parcel.Last.Code != PacketaStatus.Ready || until < Today || until > DateOnly.FromDateTime(since).AddDays(longest))
        {
            return PacketaFault.OutOfRange;
        }

        parcel.StoredUntil = until;
        count("packetSetStoredUntil", parcel.Number);
        return null;
    }

    // Filled only when somebody asks: a script sets the clock first.
    private SortedDictionary<long, PacketaParcel> Filled()
    {
        if (!_isFilled)
        {
            _isFilled = true;
            _parcels.Clear();
            foreach (var parcel in PacketaFixtures.On(Today))
            {
                _parcels.Add(parcel.Id, parcel);
            }

            _next = 4_000_010_000;
        }

        return _parcels;
    }
}
