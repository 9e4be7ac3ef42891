using System.Text.Json;
using IvrAutomat.Orders;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Tests.Conventions;
using Microsoft.Extensions.Logging.Abstractions;

namespace IvrAutomat.Web.Tests.Systems.Upgates;

/// <summary>What Upgates says, as a conversation understands it. Monday 23 November 2026, ten o'clock.</summary>
public sealed class OrderReadingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly ShopStatuses Statuses = new(
    [
        new("1", "Received", "Přijatá"), new("2", "Canceled", "Storno"), new("3", "PaymentSuccessful", "Zaplaceno"), new("4", "PaymentFailed", "Selhala"),
        new("5", "PaymentInProcess", "Probíhá"), new("7", "Sent", "Odeslaná"), new("8", "Unresolved", "Nedořešená"), new("9", "Custom", "Balí se"),
        new("10", "Custom", "Gravírování"), new("11", "Custom", "Čeká na naskladnění"), new("12", "HomecreditDelivered", "Doručeno"),
    ]);

    private static readonly UpgatesFacts Facts = new()
    {
        Number = "9000011",
        StatusId = "1",
        Status = "Přijatá",
        CreatedAt = Now.AddHours(-3),
        UpdatedAt = Now.AddHours(-3),
        Total = 293,
        PaymentType = "comgate",
    };

    [Theory]
    [InlineData("1", "comgate", OrderState.PaymentFailed)]
    [InlineData("1", "command", OrderState.AwaitingTransfer)]
    [InlineData("1", "cashOnDelivery", OrderState.Received)]
    [InlineData("2", "comgate", OrderState.Cancelled)]
    [InlineData("3", "comgate", OrderState.Received)]
    [InlineData("4", "comgate", OrderState.PaymentFailed)]
    [InlineData("4", "cashOnDelivery", OrderState.Received)]
    [InlineData("5", "comgate", OrderState.Received)]
    [InlineData("7", "comgate", OrderState.OnTheWay)]
    [InlineData("8", "cashOnDelivery", OrderState.Received)]
    [InlineData("9", "comgate", OrderState.Packing)]
    [InlineData("10", "comgate", OrderState.Unknown)]
    [InlineData("12", "homecredit", OrderState.Delivered)]
    [InlineData("77", "comgate", OrderState.Unknown)]
    [InlineData(null, "comgate", OrderState.Unknown)]
    public void Status_MeansAStateByItsType(string? status, string payment, OrderState state)
        => Assert.Equal(state, Read(Facts with { StatusId = status, Status = Statuses.Find(status)?.Name, PaymentType = payment }).State);

    [Fact]
    public void WhoHasJustOrdered_IsStillAtTheGateway() => Assert.Equal(OrderState.Received, Read(Facts with { CreatedAt = Now.AddMinutes(-5) }).State);

    [Fact]
    public void ParcelWithANumber_HasLeft() => Assert.Equal(OrderState.OnTheWay, Read(Facts with { Tracking = "Z1234567890" }).State);

    [Fact]
    public void UnpaidOrderInEuros_IsForAPerson()
        => Assert.Equal(OrderState.Unknown, Read(Facts with { Currency = "EUR", PaymentType = "cashOnDelivery" }).State);

    [Fact]
    public void PaidOrderInEuros_IsToldAndItsAmountConverted()
    {
        var order = Read(Facts with { StatusId = "3", Currency = "EUR", Rate = 0.04m, Total = 20m, PaidAt = Now });
        Assert.Equal((OrderState.Received, 500m), (order.State, order.Total));
    }

    [Fact]
    public void OrderNotSentInTime_IsAFaultWithItsReason()
    {
        var order = Read(Facts with { StatusId = "3", PaidAt = Now.AddDays(-5) });
        Assert.Equal((OwnFault.Postponed, OwnFaultReason.NotDispatched), (order.OwnFault, order.FaultReason));
    }

    [Fact]
    public void StatusOfDelay_IsAFaultWithItsReason()
    {
        var order = Read(Facts with { StatusId = "11", Status = "Čeká na naskladnění", PaymentType = "cashOnDelivery" });
        Assert.Equal((OwnFault.Postponed, OwnFaultReason.StatusLate), (order.OwnFault, order.FaultReason));
    }

    [Fact]
    public void WhatWasNotedByPhone_SurvivesAReading()
    {
        var back = new GoodsReturn(new DateOnly(2026, 11, 20), [], new DateOnly(2026, 12, 4));
        var kept = Read(Facts) with { Return = back, LinkUntil = new DateOnly(2026, 11, 25) };
        var order = Read(Facts, kept);
        Assert.Equal((back, new DateOnly(2026, 11, 25)), (order.Return, order.LinkUntil));
        Assert.Null(Read(Facts with { StatusId = "3", PaidAt = Now }, kept).LinkUntil);
    }

    [Fact]
    public void CancellationOfOurs_CanBeTakenBackWhileTheShopHasItCancelled()
    {
        var kept = Read(Facts) with { State = OrderState.Cancelled, RestorableUntil = Now.AddMinutes(10), CancelledAt = Now };
        Assert.Equal(Now.AddMinutes(10), Read(Facts with { StatusId = "2" }, kept).RestorableUntil);
        Assert.Null(Read(Facts, kept).RestorableUntil);
    }

    [Fact]
    public void LooseJson_IsReadAsItIsMeant()
    {
        var order = UpgatesOrder.Read(Json("""
            {"order_number":9000011,"status_id":"3","order_total":"293,50","prices_with_vat_yn":"1","paid_date":"2026-11-2",
             "customer":{"phone":"00420 777 123 456","company_yn":"0","postal_yn":"1","street_postal":"Nová 1","city_postal":"Beroun","zip_postal":"26601","agreements":[{"valid_to":{"date":"x"}}]},
             "products":{"title":"Pivo","uuid":"a"},"metas":[{"key":"pin","values":[{"language":"cs","value":"482101"}]},{"key":"expedice","value":"26. 11. 2026"}]}
            """), "expedice")!;
        Assert.Equal(("9000011", "3", 293.5m, true), (order.Facts.Number, order.Facts.StatusId, order.Facts.Total, order.Facts.PricesWithVat));
        Assert.Equal(("+420777123456", "Nová 1"), (order.Contact.Phone, order.Contact.Address?.Street));
        Assert.Equal(("482101", new DateOnly(2026, 11, 26)), (order.Fields["pin"], order.Facts.DispatchOn));
        Assert.Equal("Pivo", Assert.Single(order.Facts.Items).Name);
        Assert.False(order.Facts.IsCompany);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"order_number":""}""")]
    [InlineData("""{"order_number":"\ud800"}""")]
    [InlineData("""{"order_number":"12345","status":"\udc00"}""")]
    public void OrderThatIsNone_IsLeftOut(string json) => Assert.Null(UpgatesOrder.Read(Json(json), dispatchField: null));

    [Fact]
    public void NumberAlone_IsAnOrder() => Assert.Equal(OrderState.Unknown, Read(UpgatesOrder.Read(Json("""{"order_number":"9000011"}"""), null)!.Facts).State);

    [Fact]
    public void SetsAndGifts_AreNotTakenApart()
    {
        var order = UpgatesOrder.Read(Json("""
            {"order_number":"1","products":[{"uuid":"s","type":"set","title":"Sada"},{"uuid":"p","type":"set_part","title":"Konvička"},
             {"uuid":"g","type":"gift","title":"Dárek"},{"uuid":"d","type":"discount","title":"Sleva"},{"uuid":"x","title":"Hrnek"}]}
            """), null)!;
        Assert.Equal(["Sada", "Hrnek"], order.Facts.Items.Select(item => item.Name));
    }

    private static Order Read(UpgatesFacts facts, Order? kept = null)
    {
        var settings = new ShopSettings(new ShopOptions { Source = ShopSource.Upgates, Name = "Vzorový obchod" }, new IdentificationOptions(), []);
        var file = new StatusFile(Repository.At("prompts", StatusFile.Name), NullLogger<StatusFile>.Instance);
        return new OrderReading(settings, file).Read(facts, Contact.None, kept, Statuses, Now).Order;
    }

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
