using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// Finds what changed without a message, at the start and every few minutes; before that, fills the mirror for the first time. One process at
/// a time does it, for all.
/// </summary>
internal sealed partial class CatchUpWorker(
    UpgatesApi api, MirrorStore store, MirrorNotes notes, MirrorFill fill, ShopLists lists, SystemsNow systems, TimeProvider time,
    ILogger<CatchUpWorker> log, IHostApplicationLifetime? lifetime = null) : PollingWorker(time)
{
    // Clocks differ, and what is written while we read must not fall between two looks.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _alone = new(1);
    private DateTimeOffset _notBefore;

    /// <summary>1 while it works.</summary>
    public int Busy => IsLooking ? 1 : 0;

    /// <summary>Fills and catches up now, whatever was done before.</summary>
    /// <returns>False when Upgates could not be read to the end.</returns>
    public async Task<bool> CatchUpAsync(CancellationToken cancellationToken)
    {
        await _alone.WaitAsync(cancellationToken);
        try
        {
            return await ReadAsync(cancellationToken);
        }
        finally
        {
            _alone.Release();
        }
    }

    /// <summary>Forgets the whole mirror and fills it for the first time: for a shop that is played.</summary>
    /// <returns>As <see cref="CatchUpAsync"/>.</returns>
    public async Task<bool> BeginAgainAsync(CancellationToken cancellationToken)
    {
        await _alone.WaitAsync(cancellationToken);
        try
        {
            await store.ClearAsync(cancellationToken);
            return await ReadAsync(cancellationToken);
        }
        finally
        {
            _alone.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _alone.Dispose();
        base.Dispose();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        for (var progress = await fill.ProgressAsync(cancellationToken); !progress.IsDone;)
        {
            (progress, var why) = await fill.StepAsync(cancellationToken);
            if (why is not null)
            {
                LogPaused(progress.Page, progress.Pages, why);
                return false;
            }
        }

        var began = Time.GetUtcNow();
        var since = await notes.ReadAsync(Mirror.CaughtUp, cancellationToken) is { } note ? StoredJson.Read<DateTimeOffset>(note.Value) : began;
        for (var (from, page) = (since - Overlap, 1); ;)
        {
            var asOf = Time.GetUtcNow();
            var fetched = await api.ChangedAsync(from, page, cancellationToken);
            if (fetched.Value is not { } found)
            {
                return false;
            }

            await store.StoreAsync(found.Orders, asOf, isFill: false, cancellationToken);
            if (page >= found.Pages)
            {
                break;
            }

            // What changes while we read moves to the end, and what follows it moves up: pages are counted anew from the last change seen.
            (from, page) = found.Orders.Max(order => order.Facts.UpdatedAt) is { } last && last > from ? (last, 1) : (from, page + 1);
            await notes.TakeAsync(Mirror.CaughtUp, Lease, cancellationToken);
        }

        await notes.WriteAsync(Mirror.CaughtUp, StoredJson.Write(began), cancellationToken);
        await lists.StatusesAsync(Urgency.Background, cancellationToken);
        await lists.PaymentsAsync(Urgency.Background, cancellationToken);
        return true;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started.WaitAsync(lifetime, stoppingToken);
        await base.ExecuteAsync(stoppingToken);
    }

    /// <inheritdoc />
    protected override async Task<bool> WorkAsync(CancellationToken stopping)
    {
        if (Time.GetUtcNow() < _notBefore)
        {
            return false;
        }

        var pause = TimeSpan.FromMinutes(systems().Upgates.PollMinutes);
        if (await notes.ReadAsync(Mirror.CaughtUp, stopping) is { } note && Time.GetUtcNow() - note.At < pause && (await fill.ProgressAsync(stopping)).IsDone)
        {
            _notBefore = note.At + pause;
            return false;
        }

        // Set first: a failure of ours must not make a loop of requests.
        _notBefore = Time.GetUtcNow() + AfterFailure;
        if (await notes.TakeAsync(Mirror.CaughtUp, Lease, stopping) && await CatchUpAsync(stopping))
        {
            _notBefore = Time.GetUtcNow() + pause;
        }

        return false;
    }

    /// <inheritdoc />
    protected override void Failed(Exception exception) => LogFailed(exception);

    [LoggerMessage(3151, LogLevel.Warning, "The first fill waits at page {Page} of {Pages}: {Why}")]
    private partial void LogPaused(int page, int pages, string why);

    [LoggerMessage(3152, LogLevel.Error, "Catching up with Upgates failed; trying again")]
    private partial void LogFailed(Exception exception);
}
