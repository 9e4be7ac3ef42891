using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Shop.Local;

namespace IvrAutomat.Web.Tests.Systems.Local;

/// <summary>What becomes of an order that both a call and a newer file change.</summary>
public sealed class CallsAndFilesTests
{
    private const string Columns = "number;ordered;total;status;payment;paid;phone;carrier;invoice";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string FileOf(string status, string payment = "karta", string carrier = "PPL", string invoice = "")
        => $"{Columns}\n20260001;2026-11-20;1290;{status};{payment};ano;601000101;{carrier};{invoice}\n";

    private static async Task<LocalShop> CancelledByPhoneAsync()
    {
        var shop = await LocalShop.OpenAsync();
        await shop.ImportAsync(FileOf("Balí se"));
        await shop.House.StartAsync();
        shop.House.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.IsType<RequestDone>(await shop.House.AskAsync(new CancelOrder((await shop.RowAsync("20260001")).Id)));
        shop.House.Clock.Advance(TimeSpan.FromMinutes(10));
        return shop;
    }

    [Fact]
    public async Task AFileThatSaysNothingNew_LeavesACancellationByPhone()
    {
        await using var shop = await CancelledByPhoneAsync();

        Assert.Equal(1, (await shop.ImportAsync(FileOf("Balí se")))!.Same);

        Assert.Equal(OrderState.Cancelled, (await shop.FindAsync("20260001"))!.State);
    }

    [Fact]
    public async Task AFileThatDoesNotKnowOfACancellation_LeavesIt_AndTheOrderIsNamed()
    {
        await using var shop = await CancelledByPhoneAsync();

        var result = await shop.ImportAsync(FileOf("Přijatá", invoice: "F-778899"));

        var order = await shop.FindAsync("20260001");
        Assert.Equal((OrderState.Cancelled, true), (order!.State, order.HasInvoice));
        Assert.NotNull(order.CancelledAt);
        Assert.Equal("20260001", Assert.Single(result!.Unheard));
    }

    [Fact]
    public async Task AFileThatSaysTheGoodsHaveLeft_EndsACancellation()
    {
        await using var shop = await CancelledByPhoneAsync();

        var result = await shop.ImportAsync(FileOf("Odeslaná"));

        var order = await shop.FindAsync("20260001");
        Assert.Equal((OrderState.OnTheWay, null, null), (order!.State, order.CancelledAt, order.RestorableUntil));
        Assert.Empty(result!.Unheard);
    }

    [Fact]
    public async Task AnOlderFile_DoesNotUndoWhatACallChanged()
    {
        await using var shop = await CancelledByPhoneAsync();

        await shop.ImportAsync(FileOf("Odeslaná", carrier: "DPD"), asOf: shop.House.Clock.Now - TimeSpan.FromMinutes(15));

        var order = await shop.FindAsync("20260001");
        Assert.Equal((OrderState.Cancelled, "DPD"), (order!.State, order.Carrier));
    }

    [Fact]
    public async Task AReturnByPhone_Stays_WhateverFilesSay()
    {
        await using var shop = await LocalShop.OpenAsync();
        await shop.ImportAsync($"{Columns};delivered\n20260001;2026-11-10;1290;Doručená;karta;ano;601000101;PPL;;2026-11-18\n");
        await shop.House.StartAsync();
        var id = (await shop.RowAsync("20260001")).Id;
        Assert.IsType<RequestDone>(await shop.House.AskAsync(new NoteReturn(id, [])));
        shop.House.Clock.Advance(TimeSpan.FromHours(1));

        await shop.ImportAsync($"{Columns};delivered\n20260001;2026-11-10;1290;Vyřízená;karta;ano;601000101;DPD;F-778899;2026-11-18\n");

        var order = await shop.FindAsync("20260001");
        Assert.NotNull(order!.Return);
        Assert.Equal(("DPD", true), (order.Carrier, order.HasInvoice));
    }

    [Fact]
    public async Task WhatCallsChanged_IsListedForTheShop_FromAnyOfItsIdsOn()
    {
        await using var shop = await CancelledByPhoneAsync();
        Assert.IsType<RequestDone>(await shop.House.AskAsync(new RestoreOrder((await shop.RowAsync("20260001")).Id)));

        var changes = await shop.House.Get<PhoneChanges>().ListAsync(since: null, Cancellation);
        Assert.NotNull(changes);
        Assert.Equal(2, changes.Count);
        Assert.Equal((OrderState.Cancelled, OrderState.Packing), (changes[0].Order.State, changes[1].Order.State));
        Assert.Equal(changes[1].Id, Assert.Single((await shop.House.Get<PhoneChanges>().ListAsync(changes[0].Id, Cancellation))!).Id);
        Assert.Null(await shop.House.Get<PhoneChanges>().ListAsync("unknown", Cancellation));
    }
}
