using System.Collections.Concurrent;
using System.Globalization;

namespace IvrAutomat.Benchmarks.Live;

/// <summary>What every turn took, within the time that counts.</summary>
internal sealed class LiveTimes
{
    private readonly ConcurrentQueue<(string Persona, double Milliseconds)> _times = new();
    private int _failed;
    private volatile bool _counts;

    /// <summary>Turns that were answered with no document.</summary>
    public int Failed => _failed;

    /// <summary>All times in milliseconds, sorted.</summary>
    public double[] Sorted() => [.. _times.Select(each => each.Milliseconds).Order()];

    /// <summary>From now on it counts, or no longer.</summary>
    public void Count(bool counts) => _counts = counts;

    /// <summary>Notes a turn.</summary>
    public void Note(Persona persona, TimeSpan took, bool isAnswered)
    {
        if (!isAnswered)
        {
            Interlocked.Increment(ref _failed);
        }

        if (_counts)
        {
            _times.Enqueue((persona.Name, took.TotalMilliseconds));
        }
    }

    /// <summary>The turns one by one, for other programs.</summary>
    public Task WriteAsync(string file, CancellationToken cancellationToken) => File.WriteAllLinesAsync(
        file,
        _times.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Persona.Replace(",", string.Empty, StringComparison.Ordinal)},{each.Milliseconds:0.000}"))
            .Prepend("caller,milliseconds"),
        cancellationToken);
}
