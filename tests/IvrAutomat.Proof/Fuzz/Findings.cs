using System.Collections.Concurrent;

namespace IvrAutomat.Proof.Fuzz;

/// <summary>Counts what came back and keeps what must not have.</summary>
internal sealed class Findings(TimeSpan limit)
{
    private readonly ConcurrentDictionary<string, int> _broken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly Lock _gate = new();
    private TimeSpan _slowest;
    private string _slowestOf = "";
    private int _documents;

    /// <summary>What must not have happened, each once, with how often.</summary>
    public IEnumerable<string> Broken => _broken.OrderByDescending(each => each.Value).Select(each => $"{each.Key} ({each.Value} times)");

    /// <summary>How often each status came.</summary>
    public string Statuses => string.Join(", ", _statuses.OrderBy(each => each.Key).Select(each => $"{each.Key}: {each.Value}"));

    /// <summary>The longest answer.</summary>
    public string Slowest => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_slowest.TotalSeconds:0.00} s ({_slowestOf})");

    /// <summary>Documents that kept the carrier's rules.</summary>
    public int Documents => _documents;

    /// <summary>Counts a document.</summary>
    public void Document() => Interlocked.Increment(ref _documents);

    /// <summary>Keeps something that must not have happened.</summary>
    public void Break(string what) => _broken.AddOrUpdate(what, 1, static (_, count) => count + 1);

    /// <summary>Sends a request and judges status and time.</summary>
    /// <returns>What came; a status of null when nothing did, which is itself a finding.</returns>
    public async Task<(int? Status, T? Body, string? Type)> TimeAsync<T>(string what, Func<Task<(int Status, T Body, string? Type)>> send)
    {
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            var (status, body, type) = await send();
            var took = TimeProvider.System.GetElapsedTime(began);
            _statuses.AddOrUpdate(status, 1, static (_, count) => count + 1);
            if (status >= 500)
            {
                Break($"{what}: {status}");
            }

            if (took > limit)
            {
                Break($"{what}: over {limit.TotalSeconds} s");
            }

            lock (_gate)
            {
                (_slowest, _slowestOf) = took > _slowest ? (took, what) : (_slowest, _slowestOf);
            }

            return (status, body, type);
        }
        catch (HttpRequestException lost) when (lost.InnerException is IOException or null)
        {
            // A body that is too large may be answered and cut off before it was sent.
            _statuses.AddOrUpdate(0, 1, static (_, count) => count + 1);
            return (null, default, null);
        }
    }
}
