using IvrAutomat.Calls;
using IvrAutomat.Cases;
using IvrAutomat.Web.Agents.Cases;
using IvrAutomat.Web.Agents.Figures;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Cases;

/// <summary>Calls that were really made, and who of the callers did not get through.</summary>
public sealed class LostBookTests
{
    private const string Third = "+420601000003";
    private const string ThirdPin = "1964";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task WrongPinsAndHangingUp_IsLost_UntilTheNextCallIsIdentified(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await CallHost.StartAsync(database);
        using (var phone = host.Phone(Third))
        {
            await phone.DialAsync();
            await phone.PressAsync("9998");
            await phone.ReportAsync();
        }

        var lost = Assert.Single(await ListAsync(host));
        Assert.Equal((LostBy.NotIdentified, null, null), (lost.Lost.By, lost.OrderNumber, lost.Case));
        using var again = host.Phone(Third);
        await again.DialAsync();
        await again.PressAsync(ThirdPin);
        await again.ReportAsync();
        Assert.Empty(await ListAsync(host));
    }

    [Theory, BothDatabases]
    public async Task HangingUpInTheQueue_IsLostWithItsCase_UntilTheCaseIsClosed(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(Third);
        await phone.DialAsync();
        await phone.PressAsync(ThirdPin);
        await phone.PressAsync("0");
        await phone.ReportAsync();
        await Agents.HandoverScene.UntilAsync(
            () => host.ReadAsync(db => db.Cases.AnyAsync(row => row.Kind == nameof(CaseKind.Abandoned), Stop)), "the case of a caller who hung up");
        var lost = Assert.Single(await ListAsync(host));
        Assert.Equal((LostBy.LeftQueue, "2026001003"), (lost.Lost.By, lost.OrderNumber));
        var desk = host.Services.GetRequiredService<CaseDesk>();
        Assert.IsType<CaseDone>(await desk.CloseAsync(lost.Case!, Disposition.Resolved, CaseScene.Jana, Stop));
        Assert.Empty(await ListAsync(host));
    }

    [Fact]
    public async Task CallerWhoIsCalledBack_IsNotLost()
    {
        await using var scene = await CaseScene.OpenAsync();
        await scene.CaseAsync("demo-02");
        await using (var db = scene.Shop.Database.Open())
        {
            db.Calls.Add(new CallRow
            {
                Id = "CA00000000000000000000000000000077",
                State = "Ended",
                Data = "{}",
                Language = "cs",
                OrderId = "demo-02",
                Handover = nameof(HandoverReason.Asked),
                StartedAt = scene.Shop.Clock.Now,
                UpdatedAt = scene.Shop.Clock.Now,
                EndedAt = scene.Shop.Clock.Now,
            });
            await db.SaveChangesAsync(Stop);
        }

        Assert.Empty(await ListAsync(scene));
    }

    private static async Task<IReadOnlyList<LostLine>> ListAsync(CaseScene scene)
    {
        var contexts = scene.Shop.Get<IDbContextFactory<AutomatDb>>();
        using var ended = new EndedCalls(contexts, scene.Shop.Clock);
        return await new LostBook(contexts, ended, scene.Shop.Clock).ListAsync(Stop);
    }

    private static Task<IReadOnlyList<LostLine>> ListAsync(CallHost host) => host.Services.GetRequiredService<LostBook>().ListAsync(Stop);
}
