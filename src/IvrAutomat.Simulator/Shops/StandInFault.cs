using System.Globalization;

namespace IvrAutomat.Simulator.Shops;

/// <summary>What goes wrong with a stand-in, and how often.</summary>
/// <param name="Kind">What.</param>
public sealed record StandInFault(StandInFaultKind Kind)
{
    private static readonly Dictionary<string, StandInFaultKind> Words = new(StringComparer.Ordinal)
    {
        ["none"] = StandInFaultKind.None,
        ["slow"] = StandInFaultKind.Slow,
        ["time-out"] = StandInFaultKind.TimeOut,
        ["error"] = StandInFaultKind.Error,
        ["malformed"] = StandInFaultKind.Malformed,
        ["wrong type"] = StandInFaultKind.WrongType,
        ["huge"] = StandInFaultKind.Huge,
        ["login refused"] = StandInFaultKind.LoginRefused,
        ["rate limited"] = StandInFaultKind.RateLimited,
        ["drop"] = StandInFaultKind.Drop,
        ["lost answer"] = StandInFaultKind.LostAnswer,
    };

    private const double MostSeconds = 3600;
    private int _left = int.MaxValue;
    private double _share;
    private Random? _chance;
    private IReadOnlyList<StandInFaultKind> _kinds = [];

    /// <summary>The words by which faults are named, for messages.</summary>
    public static string Known => string.Join(", ", Words.Keys.Select(word => word == "slow" ? "slow 4 s" : word));

    /// <summary>Nothing goes wrong.</summary>
    public static StandInFault None { get; } = new(StandInFaultKind.None);

    /// <summary>How long a slow answer takes. Default 4 s.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Only requests that change something are hit.</summary>
    public bool OnlyWrites { get; init; }

    /// <summary>How many requests are hit before all goes well again. Default: all.</summary>
    public int Times
    {
        init => _left = value;
    }

    /// <summary>Reads a fault by its words: <c>error</c>, <c>slow</c>, <c>slow 4 s</c>; null when there is none of that name.</summary>
    public static StandInFault? Read(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (Words.TryGetValue(words, out var kind))
        {
            return new StandInFault(kind);
        }

        return words.Split(' ') is ["slow", var length, "s"]
            && double.TryParse(length, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and <= MostSeconds
            ? new StandInFault(StandInFaultKind.Slow) { Delay = TimeSpan.FromSeconds(seconds) }
            : null;
    }

    /// <summary>Faults by chance, of which a run with the same seed and the same order of requests has the same.</summary>
    /// <param name="share">How many of all requests are hit, from 0 to 1.</param>
    /// <param name="seed">Where chance begins.</param>
    /// <param name="kinds">What then goes wrong, each as often as the others.</param>
    public static StandInFault Mixed(double share, int seed, params IReadOnlyList<StandInFaultKind> kinds)
        => new(kinds[0]) { _share = share, _chance = new Random(seed), _kinds = kinds };

    /// <summary>Counts a request; what goes wrong with it.</summary>
    internal StandInFaultKind Strike(bool isWrite)
    {
        if (Kind == StandInFaultKind.None || (OnlyWrites && !isWrite) || Interlocked.Decrement(ref _left) < 0)
        {
            return StandInFaultKind.None;
        }

        if (_chance is not { } chance)
        {
            return Kind;
        }

        lock (chance)
        {
            return chance.NextDouble() < _share ? _kinds[chance.Next(_kinds.Count)] : StandInFaultKind.None;
        }
    }
}

/// <summary>How a system can go wrong.</summary>
public enum StandInFaultKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It answers late and rightly.</summary>
    Slow,

    /// <summary>It takes the request and never answers; nothing is done.</summary>
    TimeOut,

    /// <summary>HTTP 500; nothing is done.</summary>
    Error,

    /// <summary>HTTP 200 with a body that is not what the system speaks; nothing is done.</summary>
    Malformed,

    /// <summary>HTTP 200 with a page for people; nothing is done.</summary>
    WrongType,

    /// <summary>HTTP 200 with 50 MB; nothing is done.</summary>
    Huge,

    /// <summary>The system does not know the login.</summary>
    LoginRefused,

    /// <summary>The system was asked too often.</summary>
    RateLimited,

    /// <summary>The connection breaks before anything is done.</summary>
    Drop,

    /// <summary>It is done, and the connection breaks before the answer.</summary>
    LostAnswer,
}
