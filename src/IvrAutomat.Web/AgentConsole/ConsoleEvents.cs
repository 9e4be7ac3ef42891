using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Operations;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>The stream that keeps open pages up to date: only kinds and ids travel, what they mean is fetched with the reader's own rights.</summary>
internal static class ConsoleEvents
{
    /// <summary>
    /// So long the stream is silent at most. Whoever hears nothing for three beats, page or proxy, takes the machine for gone: one that loses
    /// its network or its power closes no connection.
    /// </summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    /// <summary>Maps the stream.</summary>
    public static void Map(RouteGroupBuilder console) => console.MapGet("/events", (HttpContext http, FeedReader feed, AccountBook accounts, Drain drain) =>
    {
        long? last = long.TryParse(http.Request.Headers["Last-Event-ID"], out var id) ? id : null;
        return TypedResults.ServerSentEvents(ItemsAsync(feed, accounts, http.User, last, drain.Ended, http.RequestAborted));
    });

    private static async IAsyncEnumerable<SseItem<string>> ItemsAsync(
        FeedReader feed, AccountBook accounts, ClaimsPrincipal user, long? last, CancellationToken ended, [EnumeratorCancellation] CancellationToken stop)
    {
        // A process that stops would else wait for every open page.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, ended);
        // The browser learns that the line stands only with the first bytes.
        yield return new SseItem<string>("hello", "hello");
        await using var rows = feed.ListenAsync(last, either.Token).GetAsyncEnumerator(CancellationToken.None);
        var next = NextAsync(rows, ended);
        try
        {
            while (true)
            {
                if (!await HasComeAsync(next, either.Token))
                {
                    yield return new SseItem<string>("beat", "beat");
                    continue;
                }

                if (await next is not { } row)
                {
                    yield break;
                }

                // A stream outlives the look at its cookie: it ends with the account, or with what the account allowed.
                if (row.Kind == FeedKinds.Account && !await SessionCheck.HoldsAsync(accounts, user, stop))
                {
                    yield break;
                }

                if (row.Kind != FeedKinds.Account)
                {
                    yield return new SseItem<string>(Subject(row), "change") { EventId = $"{row.Id}" };
                }

                next = NextAsync(rows, ended);
            }
        }
        finally
        {
            // What is read ends before what it reads from.
            await either.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // False after a beat's time; connections live in the machine's own time.
    private static async Task<bool> HasComeAsync(Task next, CancellationToken over)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(over);
        await Task.WhenAny(next, Task.Delay(Beat, TimeProvider.System, enough.Token));
        await enough.CancelAsync();
        return next.IsCompleted || over.IsCancellationRequested;
    }

    // The end of the process ends the stream quietly: the browser comes back with what it had last.
    private static async Task<FeedRow?> NextAsync(IAsyncEnumerator<FeedRow> rows, CancellationToken ended)
    {
        try
        {
            return await rows.MoveNextAsync() ? rows.Current : null;
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return null;
        }
    }

    private static string Subject(FeedRow row) => $"{KindOf(row.Kind)} {row.CallId ?? "-"} {row.CaseId ?? "-"}";

    private static string KindOf(string kind) => kind switch
    {
        FeedKinds.Call or FeedKinds.Queue or FeedKinds.Case or FeedKinds.Agent or FeedKinds.Line => kind,
        _ when kind.StartsWith("Case", StringComparison.Ordinal) => FeedKinds.Case,
        _ => FeedKinds.Call,
    };
}
