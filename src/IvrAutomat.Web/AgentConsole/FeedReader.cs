using System.Threading.Channels;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>
/// Reads the feed for all open pages of this instance, whoever wrote it. Ids become visible out of order, so each look goes back some
/// seconds and passes on what it has not passed on yet. Nobody listens: nobody reads.
/// </summary>
internal sealed partial class FeedReader(IDbContextFactory<AutomatDb> contexts, TimeProvider time, ILogger<FeedReader> log) : BackgroundService
{
    /// <summary>Between two looks.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan LookBack = TimeSpan.FromSeconds(5);
    private const int Backlog = 500;

    // So many rows may be written within the look back without one being missed when the reading begins.
    private const int Slack = 5_000;

    private readonly Lock _gate = new();
    private readonly List<Channel<FeedRow>> _listeners = [];
    private readonly Dictionary<long, DateTimeOffset> _told = [];
    private TaskCompletionSource _someone = New();
    private long? _floor;

    /// <summary>Everything from now on; what came after <paramref name="lastId"/> first.</summary>
    /// <param name="lastId">The last one that the listener has; null for none.</param>
    /// <param name="stop">Ends it.</param>
    public async IAsyncEnumerable<FeedRow> ListenAsync(long? lastId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var channel = Channel.CreateBounded<FeedRow>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
        {
            _listeners.Add(channel);
            _someone.TrySetResult();
        }

        try
        {
            if (lastId is { } last)
            {
                await using var db = await contexts.CreateDbContextAsync(stop);
                foreach (var missed in await db.Feed.AsNoTracking().Where(row => row.Id > last).OrderBy(row => row.Id).Take(Backlog).ToListAsync(stop))
                {
                    yield return missed;
                }
            }

            await foreach (var row in channel.Reader.ReadAllAsync(stop))
            {
                yield return row;
            }
        }
        finally
        {
            lock (_gate)
            {
                _listeners.Remove(channel);
            }
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SomeoneAsync().WaitAsync(stoppingToken);
                await LookAsync(stoppingToken);
                await Task.Delay(Pace, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogFailed(failure);
                await Task.Delay(LookBack, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private Task SomeoneAsync()
    {
        lock (_gate)
        {
            if (_listeners.Count == 0 && _someone.Task.IsCompleted)
            {
                _someone = New();
                _told.Clear();
                _floor = null;
            }

            return _someone.Task;
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var since = now - LookBack;
        await using var db = await contexts.CreateDbContextAsync(stop);
        // The feed grows for months: only its end is read, by its key.
        var floor = _floor ??= (await db.Feed.MaxAsync(row => (long?)row.Id, stop) ?? 0) - Slack;
        var rows = await db.Feed.AsNoTracking().Where(row => row.Id > floor && row.At >= since).OrderBy(row => row.Id).ToListAsync(stop);
        foreach (var row in rows.Where(row => _told.TryAdd(row.Id, row.At)))
        {
            Channel<FeedRow>[] listeners;
            lock (_gate)
            {
                listeners = [.. _listeners];
            }

            Array.ForEach(listeners, listener => listener.Writer.TryWrite(row));
        }

        foreach (var old in _told.Where(told => told.Value < since - LookBack).Select(told => told.Key).ToList())
        {
            _told.Remove(old);
            _floor = Math.Max(_floor ?? floor, old);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(EventId = 6101, Level = LogLevel.Warning, Message = "The feed could not be read; open pages hear of changes later")]
    private partial void LogFailed(Exception failure);
}
