using System.Data.Common;
using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Operations;

/// <summary>
/// The time between the signal to stop and the stop. The load balancer is told at once; webhooks are answered and requests performed as before,
/// because the carrier that finds nobody connects its caller with a person. It ends when no call is live, at the latest after its limit; a
/// call that is still live goes on at another instance, or here after the restart.
/// </summary>
/// <param name="contexts">Where live calls are counted: those of all instances, as the next webhook of any may come here.</param>
/// <param name="limit">How long at most; zero stops at once.</param>
/// <param name="time">Measures it.</param>
/// <param name="log">Tells how it went.</param>
internal sealed partial class Drain(IDbContextFactory<AutomatDb> contexts, TimeSpan limit, TimeProvider time, ILogger<Drain> log) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    // Nobody on the phone stays away for so long: a call that is silent for longer has ended without a report.
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource _ended = new();
    private int _begun;

    /// <summary>The instance stops: no call should be sent here any more.</summary>
    public bool HasBegun => Volatile.Read(ref _begun) > 0;

    /// <summary>Comes when the drain is over: what would never end by itself ends now.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Tells the load balancer.</summary>
    public void Begin() => Volatile.Write(ref _begun, 1);

    /// <summary>Waits until no call is live, or the time is up.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        Begin();
        var began = time.GetTimestamp();
        var live = await LiveAsync(cancellationToken);
        LogBegun(live, limit.TotalSeconds);
        while (live > 0 && time.GetElapsedTime(began) is var gone && gone < limit)
        {
            var left = limit - gone;
            await Task.Delay(left < Look ? left : Look, time, cancellationToken);
            live = await LiveAsync(cancellationToken);
        }

        var seconds = time.GetElapsedTime(began).TotalSeconds;
        LogEnded(live, seconds);
        await _ended.CancelAsync();
    }

    /// <inheritdoc />
    public void Dispose() => _ended.Dispose();

    private async Task<int> LiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            var since = time.GetUtcNow() - Quiet;
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Calls.CountAsync(call => call.EndedAt == null && call.UpdatedAt > since, cancellationToken);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            // Without a database no call can be carried on here anyway.
            return 0;
        }
    }

    [LoggerMessage(EventId = 9101, Level = LogLevel.Information, Message = "Stopping: not ready for new calls; {Live} calls are live and are answered for {Seconds} s at most")]
    private partial void LogBegun(int live, double seconds);

    [LoggerMessage(EventId = 9102, Level = LogLevel.Information, Message = "Stopping now after {Seconds:0.0} s; {Live} calls go on elsewhere or after the restart")]
    private partial void LogEnded(int live, double seconds);
}
