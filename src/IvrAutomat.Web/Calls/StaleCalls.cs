using IvrAutomat.Dialogue;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// Ends calls whose end was never reported. Status callbacks are best effort: one that is lost must not leave a call
/// open, nor what it holds. Forgets, as often, what callers said and nobody understood, once it has been kept for long enough.
/// </summary>
internal sealed partial class StaleCalls(Database database, CallRunner runner, UnheardBook unheard, TimeProvider time, ILogger<StaleCalls> log) : BackgroundService
{
    /// <summary>No step of a live call lasts longer.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    /// <summary>The carrier ends longer calls itself, so no talk with an agent lasts longer.</summary>
    private static readonly TimeSpan LongestTalk = TimeSpan.FromHours(4);

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var callId in await QuietCallsAsync(stoppingToken))
                {
                    await runner.HangUpAsync(callId, stoppingToken);
                    LogEnded(callId);
                }

                await unheard.EraseAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure.GetType().Name);
            }
        }
    }

    private async Task<List<string>> QuietCallsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT id FROM calls WHERE ended_at IS NULL AND updated_at < CASE WHEN state = @talking THEN @longBefore ELSE @before END
            ORDER BY updated_at LIMIT 100
            """;
        command.AddParameter("@talking", ShopDialogue.TalkingState);
        command.AddParameter("@longBefore", (time.GetUtcNow() - LongestTalk).ToUnixTimeMilliseconds());
        command.AddParameter("@before", (time.GetUtcNow() - Quiet).ToUnixTimeMilliseconds());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var calls = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            calls.Add(reader.GetString(0));
        }

        return calls;
    }

    [LoggerMessage(EventId = 3201, Level = LogLevel.Information, Message = "Call {CallId} was quiet for ten minutes without a report of its end; it is closed")]
    private partial void LogEnded(string callId);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Warning, Message = "Looking for quiet calls failed with {Error}; it is tried again in a minute")]
    private partial void LogFailed(string error);
}
