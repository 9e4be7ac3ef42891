using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Privacy;

/// <summary>
/// Has everything erased whose term is over, every six hours by what the database remembers: restarts do not put it off. Several instances may
/// do so at once.
/// </summary>
internal sealed partial class RetentionWorker(Eraser eraser, HouseMarks marks, TimeProvider time, ILogger<RetentionWorker> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    // Whoever has just started has callers to look after first.
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(2);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(await PauseAsync(stoppingToken), time, stoppingToken);
            await RunAsync(stoppingToken);
        }
    }

    /// <summary>Runs once; a failure is logged.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var began = time.GetUtcNow();
            if (await eraser.EraseAsync(cancellationToken) is > 0 and var erased)
            {
                LogErased(erased);
            }

            await marks.SetAsync(HouseMarks.Retention, began, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure.GetType().Name);
        }
    }

    // By the machine's pace and never longer than the term between two runs, so that a clock that is put back does not put it off either.
    private async Task<TimeSpan> PauseAsync(CancellationToken cancellationToken)
    {
        try
        {
            var left = await marks.LastAsync(HouseMarks.Retention, cancellationToken) is { } last ? last + Every - time.GetUtcNow() : Soonest;
            return left < Soonest ? Soonest : left > Every ? Every : left;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure.GetType().Name);
            return Every;
        }
    }

    [LoggerMessage(EventId = 3401, Level = LogLevel.Information, Message = "{Count} things had been kept for long enough and are erased")]
    private partial void LogErased(int count);

    [LoggerMessage(EventId = 3402, Level = LogLevel.Warning, Message = "What has been kept for long enough could not be erased ({Error}); it is tried again")]
    private partial void LogFailed(string error);
}
