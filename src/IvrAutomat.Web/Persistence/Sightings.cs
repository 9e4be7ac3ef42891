namespace IvrAutomat.Web.Persistence;

/// <summary>
/// Judges whether what a row says is over: a lease, a silence. The wall clock tells, unless it was put forward a moment ago; and whatever it
/// shows, something is over once this process has seen it unchanged for its whole length by the machine's pace. So a clock that jumps takes
/// nothing from anybody early, nor keeps it for much longer. Not for several threads.
/// </summary>
internal sealed class Sightings(TimeProvider time)
{
    // More than two looks at a clock take, and less than anything that is judged lasts.
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(2);

    private Dictionary<(string Id, long State), long> _since = [];
    private (DateTimeOffset Wall, long Stamp) _last = (time.GetUtcNow(), time.GetTimestamp());
    private long? _leaptAt;

    /// <summary>Looks at everything there is; what is not among it any more, or has another state, begins anew when it comes back.</summary>
    /// <param name="things">Everything.</param>
    /// <param name="key">What names a thing and its state.</param>
    /// <param name="until">When it is over by the wall clock.</param>
    /// <param name="length">How long it lasts.</param>
    /// <returns>Those that are over.</returns>
    public List<T> Over<T>(IEnumerable<T> things, Func<T, (string Id, long State)> key, Func<T, DateTimeOffset> until, Func<T, TimeSpan> length)
    {
        var (wall, now) = (time.GetUtcNow(), time.GetTimestamp());
        if (wall - _last.Wall - time.GetElapsedTime(_last.Stamp, now) > Noticeable)
        {
            _leaptAt = now;
        }

        _last = (wall, now);
        var seen = new Dictionary<(string, long), long>();
        var over = new List<T>();
        foreach (var thing in things)
        {
            var since = seen[key(thing)] = _since.GetValueOrDefault(key(thing), now);
            var mayBelieve = _leaptAt is not { } leapt || time.GetElapsedTime(leapt, now) >= length(thing);
            if ((mayBelieve && until(thing) <= wall) || time.GetElapsedTime(since, now) >= length(thing))
            {
                over.Add(thing);
            }
        }

        _since = seen;
        return over;
    }
}
