using IvrAutomat.Dialogue;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// Ends calls whose end was never reported. Status callbacks are best effort: one that is lost must not leave a call
/// open, nor what it holds. A clock that is put forward hangs up nobody. Forgets, as often, what callers said and nobody understood, once it has been kept for long enough.
/// </summary>
internal sealed partial class StaleCalls(Database database, CallRunner runner, UnheardBook unheard, TimeProvider time, ILogger<StaleCalls> log) : BackgroundService
{
    /// <summary>No step of a live call lasts longer.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    /// <summary>The carrier ends longer calls itself, so no talk with an agent lasts longer.</summary>
    private static readonly TimeSpan LongestTalk = TimeSpan.FromHours(4);

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly Sightings _sightings = new(time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(stoppingToken);
        }
    }

    /// <summary>Looks once; a failure is logged.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var callId in await QuietCallsAsync(cancellationToken))
            {
                await runner.HangUpAsync(callId, cancellationToken);
                LogEnded(callId);
            }

            await unheard.EraseAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure.GetType().Name);
        }
    }

    private async Task<IEnumerable<string>> QuietCallsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, updated_at, state FROM calls WHERE ended_at IS NULL";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var open = new List<(string Id, long UpdatedAt, bool IsTalking)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            open.Add((reader.GetString(0), reader.GetInt64(1), reader.GetString(2) == ShopDialogue.TalkingState));
        }

        return _sightings.Over(open, call => (call.Id, call.UpdatedAt), call => DateTimeOffset.FromUnixTimeMilliseconds(call.UpdatedAt) + LengthOf(call.IsTalking), call => LengthOf(call.IsTalking))
            .Select(call => call.Id);
    }

    private static TimeSpan LengthOf(bool isTalking) => isTalking ? LongestTalk : Quiet;

    [LoggerMessage(EventId = 3201, Level = LogLevel.Information, Message = "Call {CallId} was quiet for ten minutes without a report of its end; it is closed")]
    private partial void LogEnded(string callId);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Warning, Message = "Looking for quiet calls failed with {Error}; it is tried again in a minute")]
    private partial void LogFailed(string error);
}
