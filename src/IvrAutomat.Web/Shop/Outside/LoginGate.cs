using System.Collections.Concurrent;

namespace IvrAutomat.Web.Shop.Outside;

/// <summary>
/// Keeps an account from being used on after its login was refused: further attempts could only lock it out. It opens by itself after an
/// hour, and with a restart.
/// </summary>
internal sealed partial class LoginGate(TimeProvider time, ILogger<LoginGate> log)
{
    /// <summary>How long it stays closed.</summary>
    public static readonly TimeSpan ClosedFor = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _closed = new(StringComparer.Ordinal);

    /// <summary>Whether nothing is to be sent to a system.</summary>
    public bool IsClosed(string system) => _closed.TryGetValue(system, out var until) && time.GetUtcNow() < until;

    /// <summary>The login was refused. The alarm is raised once for each closing.</summary>
    /// <param name="system">The system.</param>
    /// <param name="setting">The setting to look at; never its value.</param>
    public void Close(string system, string setting)
    {
        // Several requests may be refused at one moment; whoever changes the entry raises the alarm.
        var now = time.GetUtcNow();
        var until = now + ClosedFor;
        if (_closed.TryGetValue(system, out var before) ? before <= now && _closed.TryUpdate(system, until, before) : _closed.TryAdd(system, until))
        {
            LogClosed(system, setting);
        }
    }

    /// <summary>Opens it for every system: the accounts are not what they were.</summary>
    public void Open() => _closed.Clear();

    [LoggerMessage(3025, LogLevel.Critical,
        "{System} refused the login: nothing is sent there for an hour, and people do what it would have done. Check {Setting}, then restart.")]
    private partial void LogClosed(string system, string setting);
}
