using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Speech.Store;

namespace IvrAutomat.Web.Speech;

/// <summary>
/// Deletes the audio of calls that are over, at the start and every minute: what a killed process left, and what the last words of a call
/// still needed when it ended.
/// </summary>
internal sealed partial class CallSweep(CallAudio calls, Database database, TimeProvider time, ILogger<CallSweep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    // The carrier fetches last words within seconds of the answer that names them.
    private static readonly TimeSpan LastWords = TimeSpan.FromMinutes(2);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                var live = await LiveAsync(stoppingToken);

                // Files have the machine's time.
                calls.Sweep(live, TimeProvider.System.GetUtcNow() - LastWords);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<List<string>> LiveAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM calls WHERE ended_at IS NULL";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var live = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            live.Add(reader.GetString(0));
        }

        return live;
    }

    [LoggerMessage(EventId = 5031, Level = LogLevel.Warning, Message = "The audio of calls that are over could not be deleted: {Error}; it is tried again in a minute")]
    private partial void LogFailed(string error);
}
