using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// Forgets failures and codes as soon as no rule counts them: traces of PINs after an hour, the rest after a day; and payment links once
/// they have expired; payments at the gateway after a quarter of a year.
/// </summary>
internal sealed partial class FailureSweep(IDbContextFactory<AutomatDb> contexts, TimeProvider time, ILogger<FailureSweep> logger)
    : BackgroundService
{
    private static readonly TimeSpan PaymentMemory = TimeSpan.FromDays(90);
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>Forgets what is old now.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var day = time.GetUtcNow() - Lockout.Memory;
        var hour = time.GetUtcNow() - Lockout.SprayMemory;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Failures.Where(failure => failure.At <= day).ExecuteDeleteAsync(cancellationToken);
        await db.Failures.Where(failure => failure.At <= hour && failure.PinKey != null)
            .ExecuteUpdateAsync(set => set.SetProperty(failure => failure.PinKey, (string?)null), cancellationToken);
        await db.Codes.Where(code => code.CreatedAt <= day).ExecuteDeleteAsync(cancellationToken);
        await db.PaymentLinks.Where(link => link.ExpiresAt <= day).ExecuteDeleteAsync(cancellationToken);

        // A bank may still tell of money weeks later.
        var quarter = time.GetUtcNow() - PaymentMemory;
        await db.GatewayPayments.Where(payment => payment.ExpiresAt <= quarter && payment.AskAt == null).ExecuteDeleteAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(logger, exception);
            }
        }
    }

    [LoggerMessage(3021, LogLevel.Warning, "Old failures and codes could not be forgotten; trying again in five minutes.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
