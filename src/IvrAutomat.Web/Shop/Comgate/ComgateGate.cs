namespace IvrAutomat.Web.Shop.Comgate;

/// <summary>
/// Stops asking a gateway that does not know us: a login that is refused now is refused the next time as well. It opens again after an hour,
/// or with the next start.
/// </summary>
internal sealed partial class ComgateGate(TimeProvider time, ILogger<ComgateGate> log)
{
    /// <summary>How long it stays closed.</summary>
    public static readonly TimeSpan ClosedFor = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _opensAt = DateTimeOffset.MinValue;

    /// <summary>True while the gateway is not to be asked.</summary>
    public bool IsClosed
    {
        get
        {
            lock (_lock)
            {
                return time.GetUtcNow() < _opensAt;
            }
        }
    }

    /// <summary>The gateway refused our login.</summary>
    /// <param name="why">Its status or code.</param>
    public void Close(string why)
    {
        lock (_lock)
        {
            if (time.GetUtcNow() < _opensAt)
            {
                return;
            }

            _opensAt = time.GetUtcNow() + ClosedFor;
        }

        LogClosed(log, why);
    }

    [LoggerMessage(
        3041, LogLevel.Critical,
        "Comgate refuses our login ({Why}) and is not asked for an hour. Check Comgate:Merchant, Comgate:Secret and the addresses allowed in its portal.")]
    private static partial void LogClosed(ILogger logger, string why);
}
