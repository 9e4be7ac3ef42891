using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.AgentConsole;

/// <summary>Open pages hear of what happens on any instance.</summary>
public sealed class FeedTests
{
    private const int Consoles = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory, BothDatabases]
    public async Task FiftyOpenPages_HearOfAChangeThatAnotherInstanceMade_EachOnce(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var here = await CallHost.StartAsync(database);
        await using var there = await CallHost.StartAsync(database);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(Patience);
        var pages = Enumerable.Range(0, Consoles).Select(_ => HearAsync(here, "change-1", "change-2", enough.Token)).ToArray();
        await WriteAsync(there, "change-1");
        await WriteAsync(there, "change-2");

        Assert.All(await Task.WhenAll(pages), heard => Assert.Equal(["change-1", "change-2"], heard));
    }

    [Fact]
    public async Task APageThatWasCutOff_HearsWhatItMissed()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        await WriteAsync(host, "missed-1");
        var last = await host.ReadAsync(db => db.Feed.MaxAsync(row => row.Id));
        await WriteAsync(host, "missed-2");
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(Patience);
        await foreach (var row in host.Services.GetRequiredService<FeedReader>().ListenAsync(last, enough.Token))
        {
            Assert.Equal("missed-2", row.CallId);
            break;
        }
    }

    // What else happens in the house meanwhile is not the test's.
    private static async Task<string[]> HearAsync(CallHost host, string first, string last, CancellationToken stop)
    {
        var heard = new List<string>();
        await foreach (var row in host.Services.GetRequiredService<FeedReader>().ListenAsync(lastId: null, stop))
        {
            if (row.CallId is { } call && (call == first || call == last))
            {
                heard.Add(call);
            }

            if (row.CallId == last)
            {
                break;
            }
        }

        return [.. heard];
    }

    private static async Task WriteAsync(CallHost host, string call)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<AutomatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        db.Feed.Add(new FeedRow { At = TimeProvider.System.GetUtcNow(), Kind = FeedKinds.Call, CallId = call });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
