namespace IvrAutomat.Web.Privacy;

/// <summary>Has everything erased whose term is over, every six hours. Several instances may do so at once.</summary>
internal sealed partial class RetentionWorker(Eraser eraser, TimeProvider time, ILogger<RetentionWorker> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await eraser.EraseAsync(stoppingToken) is > 0 and var erased)
                {
                    LogErased(erased);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure.GetType().Name);
            }
        }
    }

    [LoggerMessage(EventId = 3401, Level = LogLevel.Information, Message = "{Count} things had been kept for long enough and are erased")]
    private partial void LogErased(int count);

    [LoggerMessage(EventId = 3402, Level = LogLevel.Warning, Message = "What has been kept for long enough could not be erased ({Error}); it is tried again in six hours")]
    private partial void LogFailed(string error);
}
