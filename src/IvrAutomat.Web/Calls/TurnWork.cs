using System.Collections.Concurrent;
using System.Text.Json;
using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Telemetry;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// Has the work of turns done and waits for it, but never longer than a turn may take. What is not finished goes on
/// without the turn; the next webhook, on any instance, finds its result in the database.
/// </summary>
internal sealed partial class TurnWork(
    WorkDesk desk, Database database, Activity activity, Signals signals, TimeProvider time, ILogger<TurnWork> log)
{
    /// <summary>What a turn may wait in all.</summary>
    private static readonly TimeSpan TurnBudget = TimeSpan.FromSeconds(1.5);

    /// <summary>What a remote call may take, outside the turn.</summary>
    private static readonly TimeSpan RemoteBudget = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<(string CallId, int Step), Task<WorkResult>> _running = new();

    /// <summary>Wakes who must act on a saved decision.</summary>
    public void Start(Decided decided)
    {
        if (!decided.Requests.IsEmpty)
        {
            desk.Wake();
        }
    }

    /// <summary>The result of what the call waits for; null when it is not there in time.</summary>
    public Task<WorkResult?> ResultAsync(Call call, TurnDeadline deadline, CancellationToken cancellationToken) => call.Awaiting switch
    {
        Query query => AskAsync(call, query, deadline, cancellationToken),
        Request request => WatchAsync(RequestKey.Of(call.Id, request, call.AwaitingStep), deadline, cancellationToken),
        _ => throw new InvalidOperationException($"The call waits for nothing in {call.State}."),
    };

    private async Task<WorkResult?> AskAsync(Call call, Query query, TurnDeadline deadline, CancellationToken cancellationToken)
    {
        var key = (call.Id, call.AwaitingStep);
        if (call.Rounds > 0 && await LoadAsync(key, cancellationToken) is { } found)
        {
            return found;
        }

        var running = _running.GetOrAdd(key, _ => Begin(key, query));
        return await activity.RestAsync(deadline.Left(time, TurnBudget), time, cancellationToken, running) ? await running : null;
    }

    // Who waits for the result is awake before the work that brought it stops being counted.
    private Task<WorkResult> Begin((string CallId, int Step) key, Query query)
    {
        var working = activity.Working();
        var result = new TaskCompletionSource<WorkResult>();
        _ = ToTheEndAsync();
        return result.Task;

        async Task ToTheEndAsync()
        {
            using (working)
            {
                // Leaves the caller's turn at once: what follows belongs to nobody's request.
                await Task.Yield();
                try
                {
                    result.SetResult(await RunAsync(key, query));
                }
                catch (Exception failure)
                {
                    result.SetException(failure);
                }
            }
        }
    }

    private async Task<WorkResult> RunAsync((string CallId, int Step) key, Query query)
    {
        using var signal = signals.Work(key.CallId, "query", query.GetType().Name);
        var began = time.GetTimestamp();
        WorkResult result;
        try
        {
            using var limit = new CancellationTokenSource(RemoteBudget, time);
            result = await desk.Ask(query, limit.Token);
        }
        catch (Exception failure)
        {
            LogQueryFailed(query.GetType().Name, failure.GetType().Name);
            result = new ShopUnavailable();
        }

        signal?.Ended(result.GetType().Name);
        try
        {
            if (time.GetElapsedTime(began) > TurnBudget - Pause)
            {
                await SaveAsync(key, result);
            }
        }
        finally
        {
            _running.TryRemove(key, out _);
        }

        return result;
    }

    private Task<WorkResult?> WatchAsync(string requestId, TurnDeadline deadline, CancellationToken cancellationToken)
        => desk.Outcome(requestId, deadline.Left(time, TurnBudget), cancellationToken);

    private async Task<WorkResult?> LoadAsync((string CallId, int Step) key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT result FROM work_results WHERE call_id = @id AND step = @step";
        command.AddParameter("@id", key.CallId);
        command.AddParameter("@step", key.Step);
        return await command.ExecuteScalarAsync(cancellationToken) is string json
            ? JsonSerializer.Deserialize(json, CallJson.Default.WorkResult)
            : null;
    }

    private async Task SaveAsync((string CallId, int Step) key, WorkResult result)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO work_results (call_id, step, result) VALUES (@id, @step, @result) ON CONFLICT DO NOTHING";
        command.AddParameter("@id", key.CallId);
        command.AddParameter("@step", key.Step);
        command.AddParameter("@result", JsonSerializer.Serialize(result, CallJson.Default.WorkResult));
        await command.ExecuteNonQueryAsync();
    }

    [LoggerMessage(EventId = 3101, Level = LogLevel.Warning, Message = "The query {Query} failed with {Error}; the caller hears that the shop does not answer")]
    private partial void LogQueryFailed(string query, string error);
}

/// <summary>When a turn must have stopped waiting, counted from its first wait, however many pieces of work it has.</summary>
internal sealed class TurnDeadline
{
    private long? _began;

    /// <summary>The time left; zero or less when it is up.</summary>
    public TimeSpan Left(TimeProvider time, TimeSpan budget)
    {
        _began ??= time.GetTimestamp();
        var left = budget - time.GetElapsedTime(_began.Value);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}

/// <summary>Names requests so that the same decision can only ever make the same row.</summary>
internal static class RequestKey
{
    /// <summary>Call, order, kind and the step that asked: unique, and known to whoever waits.</summary>
    public static string Of(string callId, Request request, int step) => $"{callId}.{request.OrderId ?? "none"}.{KindOf(request)}.{step}";

    /// <summary>The kind as it is stored: the discriminator of the request's JSON.</summary>
    public static string KindOf(Request request) => request switch
    {
        CancelOrder => "cancel-order",
        RestoreOrder => "restore-order",
        ConfirmOrder => "confirm-order",
        SendPaymentLink => "send-payment-link",
        ChangePayment => "change-payment",
        SendTracking => "send-tracking",
        ExtendStorage => "extend-storage",
        NoteReturn => "note-return",
        ArrangeReturn => "arrange-return",
        CancelReturn => "cancel-return",
        FileComplaint => "file-complaint",
        SendInvoice => "send-invoice",
        SendCode => "send-code",
        NoteRating => "note-rating",
        ForPerson => "for-person",
        OpenCase => "open-case",
        AgreeCallback => "agree-callback",
        CancelCallback => "cancel-callback",
        KeepCase => "keep-case",
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.GetType().Name, "Not a request of the ledger."),
    };
}
