using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>The stream that keeps open pages up to date: only kinds and ids travel, what they mean is fetched with the reader's own rights.</summary>
internal static class ConsoleEvents
{
    /// <summary>Maps the stream.</summary>
    public static void Map(RouteGroupBuilder console) => console.MapGet("/events", (HttpContext http, FeedReader feed, AccountBook accounts) =>
    {
        long? last = long.TryParse(http.Request.Headers["Last-Event-ID"], out var id) ? id : null;
        return TypedResults.ServerSentEvents(ItemsAsync(feed, accounts, http.User, last, http.RequestAborted));
    });

    private static async IAsyncEnumerable<SseItem<string>> ItemsAsync(
        FeedReader feed, AccountBook accounts, ClaimsPrincipal user, long? last, [EnumeratorCancellation] CancellationToken stop)
    {
        // The browser learns that the line stands only with the first bytes.
        yield return new SseItem<string>("hello", "hello");
        await foreach (var row in feed.ListenAsync(last, stop))
        {
            // A stream outlives the look at its cookie: it ends with the account, or with what the account allowed.
            if (row.Kind == FeedKinds.Account)
            {
                if (!await SessionCheck.HoldsAsync(accounts, user, stop))
                {
                    yield break;
                }

                continue;
            }

            yield return new SseItem<string>(Subject(row), "change") { EventId = $"{row.Id}" };
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
