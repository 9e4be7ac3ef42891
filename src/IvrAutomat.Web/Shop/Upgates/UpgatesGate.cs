using System.Collections.Concurrent;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// Lets three requests through at once, as many as Upgates takes from one access, and none where login or right were refused: the sixth wrong
/// login in an hour locks this machine's address out.
/// </summary>
internal sealed partial class UpgatesGate(TimeProvider time, ILogger<UpgatesGate> log) : IDisposable
{
    /// <summary>Requests at once.</summary>
    public const int AtOnce = 3;

    /// <summary>How long it stays closed; a restart opens it.</summary>
    public static readonly TimeSpan ClosedFor = TimeSpan.FromHours(1);

    private const string Everything = "";
    private const string Orders = "orders";

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _closed = new(StringComparer.Ordinal);

    /// <summary>Whether requests to a path are not to be sent.</summary>
    public bool IsClosed(string path) => IsClosedFor(Everything) || IsClosedFor(RoomOf(path));

    /// <summary>Waits for a place.</summary>
    /// <returns>To be disposed of when the request is over.</returns>
    public async Task<Place> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        return new Place(_places);
    }

    /// <summary>
    /// Closes: for everything when the login was refused or orders may not be read, else for the end point that the user has no right to.
    /// </summary>
    public void Close(string path, int status)
    {
        var room = RoomOf(path);
        var what = status == StatusCodes.Status401Unauthorized || room is Orders or "status" ? Everything : room;
        var until = time.GetUtcNow() + ClosedFor;
        if (_closed.TryGetValue(what, out var before) && before > time.GetUtcNow())
        {
            return;
        }

        _closed[what] = until;
        if (what == Everything)
        {
            LogClosed(status);
        }
        else
        {
            LogNoRight(what, status);
        }
    }

    /// <summary>Opens again, as after a restart.</summary>
    public void Open() => _closed.Clear();

    /// <inheritdoc />
    public void Dispose() => _places.Dispose();

    private bool IsClosedFor(string what) => _closed.TryGetValue(what, out var until) && time.GetUtcNow() < until;

    private static string RoomOf(string path) => path.Split('/', '?')[0];

    /// <summary>A place, until disposed of.</summary>
    internal readonly struct Place(SemaphoreSlim places) : IDisposable
    {
        /// <inheritdoc />
        public void Dispose() => places.Release();
    }

    [LoggerMessage(3101, LogLevel.Critical,
        "Upgates refused the login with HTTP {Status}: no request is sent for an hour, and callers hear what the mirror knows. "
        + "Check Upgates:Login, Upgates:ApiKey and that the API user is active, then restart.")]
    private partial void LogClosed(int status);

    [LoggerMessage(3102, LogLevel.Critical,
        "Upgates refused '{Room}' with HTTP {Status}: it is not asked again for an hour. Give the API user the right to it, then restart.")]
    private partial void LogNoRight(string room, int status);
}
