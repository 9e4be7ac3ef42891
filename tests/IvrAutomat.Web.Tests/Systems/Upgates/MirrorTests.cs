using System.Text.Json.Nodes;
using IvrAutomat.Orders;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Systems.Upgates;

public sealed class MirrorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task FirstFill_BringsTheOrdersWithTheirNumbersAndTheirPins(string provider)
    {
        await using var scene = await UpgatesScene.OpenAsync(provider);
        await using var db = scene.Shop.Database.Open();

        Assert.Equal(24, await db.Mirror.CountAsync(Cancellation));
        Assert.Equal(OrderState.Packing, (await scene.OrderAsync(UpgatesScene.Packing)).State);
        var phone = scene.Shop.Get<Secrets>().Hash(SecretLabel.Phone, "+420601000021");
        Assert.Equal(4, await db.Orders.CountAsync(row => row.PhoneKey == phone, Cancellation));
        Assert.True(await db.OrderKeys.AnyAsync(key => key.SpokenKey == "20260001" && key.Kind == OrderNumberKind.Order, Cancellation));
        Assert.True(await db.OrderKeys.AnyAsync(key => key.SpokenKey == "5260010001" && key.Kind == OrderNumberKind.VariableSymbol, Cancellation));
        var id = UpgatesOrder.IdOf(UpgatesScene.Packing);
        Assert.Equal(IvrAutomat.Calls.PinVerdict.Right, (await scene.Shop.TryAsync(id, "482101", "+420601000001")).Verdict);
        Assert.Empty(await db.Messages.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task FillThatWasStopped_GoesOnWhereItWas()
    {
        await using var scene = await UpgatesScene.OpenAsync(fill: false);
        scene.Upgates.Fault = new StandInFault(StandInFaultKind.Error);
        Assert.False(await scene.CatchUp.CatchUpAsync(Cancellation));
        scene.Upgates.Fault = StandInFault.None;
        var before = await scene.Shop.Get<MirrorFill>().ProgressAsync(Cancellation);
        scene.Pass(TimeSpan.FromMinutes(5));

        Assert.True(await scene.CatchUp.CatchUpAsync(Cancellation));
        var after = await scene.Shop.Get<MirrorFill>().ProgressAsync(Cancellation);
        Assert.True(after.IsDone);
        Assert.Equal((before.From, before.Began), (after.From, after.Began));
    }

    [Fact]
    public async Task FreshMirror_AnswersWithoutARequest()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        scene.Pass(TimeSpan.FromMinutes(14));

        Assert.Null((await scene.ReadAsync(UpgatesScene.Packing))!.AsOf);
        Assert.Empty(scene.Asked);
    }

    [Fact]
    public async Task OldMirror_AsksOnceAndIsFreshAgain()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        scene.Pass(TimeSpan.FromMinutes(16));
        scene.Upgates.SetState(UpgatesScene.Packing, "OnTheWay");

        Assert.Equal(OrderState.OnTheWay, (await scene.OrderAsync(UpgatesScene.Packing)).State);
        Assert.Equal(OrderState.OnTheWay, (await scene.OrderAsync(UpgatesScene.Packing)).State);
        Assert.Equal(["GET orders"], scene.Asked);
    }

    [Fact]
    public async Task SilentShop_IsToldAsOfWhenItWasSeen()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        var filled = scene.Shop.Clock.Now;
        scene.Pass(TimeSpan.FromHours(3));
        scene.Upgates.Fault = new StandInFault(StandInFaultKind.Error);

        var sight = await scene.ReadAsync(UpgatesScene.Packing);
        Assert.Equal(filled.ToUnixTimeMilliseconds(), sight!.AsOf?.ToUnixTimeMilliseconds());
        Assert.Null(await scene.System.ReadLiveAsync(UpgatesOrder.IdOf(UpgatesScene.Packing), Cancellation));
    }

    [Fact]
    public async Task HintAboutAnOrder_MakesTheMirrorAsk()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        scene.Pass(TimeSpan.FromMinutes(1));
        scene.Upgates.SetState(UpgatesScene.Packing, "OnTheWay");
        await scene.TellAsync(UpgatesScene.Packing, scene.Shop.Clock.Now, "7");

        Assert.Equal(OrderState.OnTheWay, (await scene.OrderAsync(UpgatesScene.Packing)).State);
        Assert.Equal(["GET orders"], scene.Asked);
    }

    [Theory, BothDatabases]
    public async Task CatchingUp_FindsWhatChangedWithoutAMessage(string provider)
    {
        await using var scene = await UpgatesScene.OpenAsync(provider);
        scene.Pass(TimeSpan.FromMinutes(8));
        scene.Upgates.SetState(UpgatesScene.Packing, "OnTheWay");
        scene.Pass(TimeSpan.FromMinutes(2));

        Assert.True(await scene.CatchUp.CatchUpAsync(Cancellation));
        Assert.Equal(["GET orders"], scene.Asked);
        Assert.Equal(OrderState.OnTheWay, (await scene.OrderAsync(UpgatesScene.Packing)).State);
        Assert.Equal(["GET orders"], scene.Asked);
    }

    [Fact]
    public async Task WhatIsOlderThanWhatIsKnown_IsLeftOut()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        var old = (await scene.Api.OrderAsync(UpgatesScene.Packing, Urgency.Call, Cancellation)).Value!.Orders;
        var asOf = scene.Shop.Clock.Now;
        scene.Pass(TimeSpan.FromMinutes(20));
        scene.Upgates.SetState(UpgatesScene.Packing, "Cancelled");
        await scene.OrderAsync(UpgatesScene.Packing);

        await scene.Shop.Get<MirrorStore>().StoreAsync(old, asOf, isFill: false, Cancellation);
        Assert.Equal(OrderState.Cancelled, (await scene.OrderAsync(UpgatesScene.Packing)).State);
    }

    [Fact]
    public async Task SecondMoveOfTheDayOfDispatch_IsAFault()
    {
        await using var scene = await UpgatesScene.OpenAsync(configure: options => options.DispatchField = "expedice");
        foreach (var (day, fault) in ((string, OwnFault?)[])[("2026-11-25", null), ("2026-11-27", null), ("2026-12-01", OwnFault.Postponed)])
        {
            scene.Upgates.Change(UpgatesScene.Packing, new JsonObject { ["metas"] = new JsonArray(new JsonObject { ["key"] = "expedice", ["value"] = day }) });
            scene.Pass(TimeSpan.FromMinutes(16));
            var order = await scene.OrderAsync(UpgatesScene.Packing);
            Assert.Equal((DateOnly.Parse(day), fault), (order.DispatchOn, order.OwnFault));
        }
    }

    [Fact]
    public async Task StatusWithoutAMeaning_IsForAPersonAndCounted()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        Assert.Equal(OrderState.Unknown, (await scene.OrderAsync("2026001020")).State);
        await scene.OrderAsync("2026001020");

        await using var db = scene.Shop.Database.Open();
        var met = await db.MetStatuses.SingleAsync(Cancellation);
        Assert.Equal(("15", "Gravírování", 2), (met.StatusId, met.Name, met.Times));
    }

    [Fact]
    public async Task Mirror_HoldsNoPersonalDataInTheOpen()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        await using var db = scene.Shop.Database.Open();
        var texts = await db.Mirror.Select(row => row.Facts).ToListAsync(Cancellation);
        texts.AddRange(await db.Orders.Where(row => row.Id.StartsWith("u-")).Select(row => row.Data).ToListAsync(Cancellation));

        Assert.All(texts, text => Assert.DoesNotMatch("Vzorov[ýáa] [0-9]|Nová|@example|\\+42|601000|482101", text));
    }
}
