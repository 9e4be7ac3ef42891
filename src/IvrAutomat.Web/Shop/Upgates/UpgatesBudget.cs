using System.Globalization;
using System.Net.Http.Headers;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// How many requests the shop's tariff still allows, as the answers tell it. It knows nothing before the first answer, and forgets when the
/// clock hour ends, for which the allowance is made.
/// </summary>
internal sealed class UpgatesBudget(TimeProvider time)
{
    // A date that was misread must not silence the shop for longer than its window.
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private long? _left;
    private long _hour;
    private DateTimeOffset _pausedUntil;

    /// <summary>Requests that are left; null when that is not known.</summary>
    public long? Left
    {
        get
        {
            lock (_lock)
            {
                return _hour == HourOf(time.GetUtcNow()) ? _left : null;
            }
        }
    }

    /// <summary>The allowance is used up, and was said to be until then.</summary>
    public DateTimeOffset? PausedUntil
    {
        get
        {
            lock (_lock)
            {
                return time.GetUtcNow() < _pausedUntil ? _pausedUntil : null;
            }
        }
    }

    /// <summary>Whether work that nobody waits for may go on.</summary>
    /// <param name="reserve">Requests kept for calls.</param>
    public bool AllowsBackground(int reserve) => PausedUntil is null && (Left ?? long.MaxValue) > reserve;

    /// <summary>Knows nothing any more, as after a restart.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            (_left, _pausedUntil) = (null, default);
        }
    }

    /// <summary>Reads what an answer tells.</summary>
    public void Note(HttpResponseHeaders? headers)
    {
        if (headers is null)
        {
            return;
        }

        var left = Number(headers, "X-Rate-Limit-Total-Remaining")
            ?? (Number(headers, "X-Rate-Limit-Hour-Remaining") is { } hour ? hour + (Number(headers, "X-Rate-Limit-Day-Remaining") ?? 0) : null);
        if (left is not null)
        {
            lock (_lock)
            {
                (_left, _hour) = (left, HourOf(time.GetUtcNow()));
            }
        }
    }

    /// <summary>
    /// Nothing is sent for a while: the other side asked for it with HTTP 429. While the tariff still has something left, only too many asked at
    /// once, which is over in a moment.
    /// </summary>
    /// <param name="headers">Their Retry-After is a date, not seconds; both its forms and seconds are read.</param>
    public void Pause(HttpResponseHeaders? headers)
    {
        var now = time.GetUtcNow();
        var wait = !(Left > 0) && RetryAfter(headers) is { } until ? until - now : ShortestPause;
        lock (_lock)
        {
            _pausedUntil = now + TimeSpan.FromTicks(Math.Clamp(wait.Ticks, ShortestPause.Ticks, LongestPause.Ticks));
        }
    }

    private DateTimeOffset? RetryAfter(HttpResponseHeaders? headers)
    {
        if (headers is null || !headers.TryGetValues("Retry-After", out var values) || values.FirstOrDefault() is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? time.GetUtcNow().AddSeconds(Math.Min(seconds, 86_400))
            : DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date
            : null;
    }

    private static long? Number(HttpResponseHeaders headers, string name)
        => headers.TryGetValues(name, out var values)
            && long.TryParse(values.FirstOrDefault(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static long HourOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / 3600;
}
