using System.Net;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.AgentConsole;

/// <summary>Streams of open pages and the accounts behind them.</summary>
public sealed class EventStreamTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task ClosingAnAccount_EndsItsOpenStreamsWithinASecond_AndNobodyElses()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var petra = await Colleagues.JoinAsync(host, "petra");
        using var olga = await Colleagues.JoinAsync(host, "olga");
        using var hers = await petra.ListenAsync();
        using var others = await olga.ListenAsync();

        await host.Services.GetRequiredService<AccountBook>().CloseAsync("admin", "petra", TestContext.Current.CancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Soon);
        Assert.DoesNotContain("change", await hers.ReadToEndAsync(patience.Token), StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => others.ReadToEndAsync(patience.Token));
        Assert.Equal(HttpStatusCode.OK, await olga.OpenAsync("/console"));
        Assert.Equal("/console", olga.Address.AbsolutePath);
        await petra.OpenAsync("/console");
        Assert.Equal("/console/sign-in", petra.Address.AbsolutePath);
    }

    [Fact]
    public async Task AStreamOnWhichNothingHappens_Beats_SoThatAVanishedMachineIsNoticed()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var petra = await Colleagues.JoinAsync(host, "petra");
        using var stream = await petra.ListenAsync();

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(ConsoleEvents.Beat * 3);
        var line = string.Empty;
        while (line != "event: beat")
        {
            line = Assert.IsType<string>(await stream.ReadLineAsync(patience.Token));
        }
    }
}
