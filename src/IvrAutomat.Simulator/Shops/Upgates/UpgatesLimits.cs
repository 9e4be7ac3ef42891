using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>How often the shop may be asked: an hour's budget first, then the day's, in windows of the clock.</summary>
internal sealed class UpgatesLimits(TimeProvider time)
{
    private const int PerPackAndHour = 25;
    private const int PerPackAndDay = 400;
    private readonly Lock _gate = new();
    private (long Hour, long Day) _windows;
    private int _usedInHour;
    private int _usedInDay;

    /// <summary>The tariff. Default one that nobody uses up.</summary>
    public UpgatesTariff Tariff { get; set; } = UpgatesTariff.Generous;

    /// <summary>Packs bought besides: from 0 to 60.</summary>
    public int Packs { get; set; }

    private int PerHour => Tariff.PerHour + Packs * PerPackAndHour;

    private int PerDay => Tariff.ExtraPerDay + Packs * PerPackAndDay;

    /// <summary>The usual tariff, nothing used up.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            Tariff = UpgatesTariff.Generous;
            Packs = 0;
            _usedInHour = _usedInDay = 0;
        }
    }

    /// <summary>Counts a request and writes what is left; false when nothing is.</summary>
    public bool Take(HttpResponse response)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var windows = (now.Ticks / TimeSpan.TicksPerHour, now.Ticks / TimeSpan.TicksPerDay);
            _usedInHour = windows.Item1 == _windows.Hour ? _usedInHour : 0;
            _usedInDay = windows.Item2 == _windows.Day ? _usedInDay : 0;
            _windows = windows;
            var granted = _usedInHour < PerHour || _usedInDay < PerDay;
            if (_usedInHour < PerHour)
            {
                _usedInHour++;
            }
            else if (granted)
            {
                _usedInDay++;
            }

            Write(response.Headers, "X-Rate-Limit-Hour", PerHour);
            Write(response.Headers, "X-Rate-Limit-Day", PerDay);
            Write(response.Headers, "X-Rate-Limit-Hour-Remaining", PerHour - _usedInHour);
            Write(response.Headers, "X-Rate-Limit-Day-Remaining", PerDay - _usedInDay);
            Write(response.Headers, "X-Rate-Limit-Total-Remaining", PerHour - _usedInHour + PerDay - _usedInDay);
            return granted;
        }
    }

    /// <summary>When the next hour begins, as the shop writes it: a date and time in GMT.</summary>
    public string NextHour()
        => new DateTimeOffset((time.GetUtcNow().Ticks / TimeSpan.TicksPerHour + 1) * TimeSpan.TicksPerHour, TimeSpan.Zero).ToString("R", CultureInfo.InvariantCulture);

    private static void Write(IHeaderDictionary headers, string name, int value) => headers[name] = value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How many requests a shop has paid for.</summary>
/// <param name="PerHour">In each hour of the clock.</param>
/// <param name="ExtraPerDay">In a day, once the hour's are used up.</param>
public sealed record UpgatesTariff(int PerHour, int ExtraPerDay)
{
    /// <summary>More than anybody needs.</summary>
    public static UpgatesTariff Generous { get; } = new(100_000, 1_000_000);

    /// <summary>The smallest.</summary>
    public static UpgatesTariff Bronze { get; } = new(10, 100);

    /// <summary>The second.</summary>
    public static UpgatesTariff Silver { get; } = new(15, 300);

    /// <summary>The third.</summary>
    public static UpgatesTariff Gold { get; } = new(50, 600);

    /// <summary>The fourth; Exclusive begins with the same.</summary>
    public static UpgatesTariff Platinum { get; } = new(100, 1500);

    /// <summary>A tariff by its name, whatever its case; null when there is none.</summary>
    public static UpgatesTariff? Named(string? name) => name?.ToLowerInvariant() switch
    {
        "bronze" => Bronze,
        "silver" => Silver,
        "gold" => Gold,
        "platinum" or "exclusive" => Platinum,
        "generous" => Generous,
        _ => null,
    };
}
