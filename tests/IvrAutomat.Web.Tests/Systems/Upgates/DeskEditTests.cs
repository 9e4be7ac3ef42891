using System.Text.Json.Nodes;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Web.Commands;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Systems.Upgates;

public sealed class DeskEditTests
{
    private const string Transfer = "2026001016";
    private const string AtPoint = "2026001004";
    private const string Cancelled = "2026001008";
    private const string Beroun = "1235";
    private static readonly InvoicedCompany Lipa = new("Kancelář Lípa s.r.o.", "25596641", "CZ25596641");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task PointOfAnOrderThatWaits_IsChangedOnceAtTheSamePrice(string provider)
    {
        await using var scene = await WithPointsAsync(provider);

        Assert.True((await AskAsync(scene, new OrderEdit.PickUpPoint(Beroun))).IsDone);
        var shipment = scene.Upgates.Order(Transfer)!["shipment"]!;
        Assert.Equal(
            (Beroun, "Beroun, Dlouhá 12", "ZAS", 69m),
            ((string?)shipment["affiliate_id"], (string?)shipment["affiliate_name"], (string?)shipment["code"], (decimal)shipment["price"]!));
        Assert.Equal(["GET orders", "GET shipments/4/affiliates", "PUT orders"], scene.Asked);
        Assert.Equal("Beroun, Dlouhá 12", (await scene.OrderAsync(Transfer)).Point);
        Assert.Single(await RecordsAsync(scene), record => record.Text.StartsWith("Výdejní místo", StringComparison.Ordinal));
        Assert.Empty(scene.Upgates.Outbox);
    }

    [Fact]
    public async Task PointThatIsChosenAlready_IsNotWrittenAgain()
    {
        await using var scene = await WithPointsAsync();
        await AskAsync(scene, new OrderEdit.PickUpPoint(Beroun));
        scene.Upgates.Forget();

        Assert.True((await AskAsync(scene, new OrderEdit.PickUpPoint(Beroun))).IsDone);
        Assert.Equal(["GET orders"], scene.Asked);
    }

    [Fact]
    public async Task PointOfAParcelThatLeft_IsRefused()
    {
        await using var scene = await UpgatesScene.OpenAsync();

        var answer = await AskAsync(scene, new OrderEdit.PickUpPoint("1236"), AtPoint);
        Assert.Equal((false, "Nothing was changed: the parcel is on its way."), (answer.IsDone, answer.Words));
        Assert.DoesNotContain("PUT orders", scene.Asked);
    }

    [Fact]
    public async Task PointThatTheWayOfDeliveryDoesNotHave_IsRefused()
    {
        await using var scene = await WithPointsAsync();

        var answer = await AskAsync(scene, new OrderEdit.PickUpPoint("9999"));
        Assert.Equal((false, "It was not done: its way of delivery has no such point."), (answer.IsDone, answer.Words));
        Assert.DoesNotContain("PUT orders", scene.Asked);
    }

    [Fact]
    public async Task ShopThatCannotBeAsked_IsLeftAsItIs()
    {
        await using var scene = await WithPointsAsync();
        var desk = scene.Shop.Get<EditDesk>();
        scene.Upgates.Fault = new StandInFault(StandInFaultKind.Error);

        Assert.False((await desk.PerformAsync(Transfer, new OrderEdit.PickUpPoint(Beroun), Cancellation)).IsDone);
        Assert.Equal("1234", (string?)scene.Upgates.Order(Transfer)!["shipment"]!["affiliate_id"]);
    }

    [Fact]
    public async Task LostAnswerAboutAPoint_IsFoundAndNothingIsDoneTwice()
    {
        await using var scene = await WithPointsAsync();
        LoseAnswer(scene);

        Assert.True((await AskAsync(scene, new OrderEdit.PickUpPoint(Beroun))).IsDone);
        Assert.Single(scene.Asked, "PUT orders");
        Assert.Equal(Beroun, (string?)scene.Upgates.Order(Transfer)!["shipment"]!["affiliate_id"]);
        Assert.Single(await RecordsAsync(scene));
    }

    [Fact]
    public async Task RequestThatNeverArrived_IsSentAgainWhenItIsCertainlyAbsent()
    {
        await using var scene = await WithPointsAsync();
        scene.Upgates.Fault = new StandInFault(StandInFaultKind.Error) { OnlyWrites = true, Times = 1 };

        Assert.True((await AskAsync(scene, new OrderEdit.PickUpPoint(Beroun))).IsDone);
        Assert.Equal(2, scene.Asked.Count(asked => asked == "PUT orders"));
        Assert.Equal(Beroun, (string?)scene.Upgates.Order(Transfer)!["shipment"]!["affiliate_id"]);
    }

    [Fact]
    public async Task Invoice_IsIssuedAndItsNumberKnown()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        Assert.False((await scene.OrderAsync(Transfer)).HasInvoice);

        Assert.True((await AskAsync(scene, new OrderEdit.Invoice(Company: null))).IsDone);
        Assert.NotNull((string?)scene.Upgates.Order(Transfer)!["invoice_number"]);
        Assert.True((await scene.OrderAsync(Transfer)).HasInvoice);
        Assert.Single(await RecordsAsync(scene));
        Assert.Empty(scene.Upgates.Outbox);
    }

    [Fact]
    public async Task InvoiceForACompany_BearsItsNumbersAndKeepsItsOwn()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        await AskAsync(scene, new OrderEdit.Invoice(Company: null));
        var number = (string?)scene.Upgates.Order(Transfer)!["invoice_number"];

        Assert.True((await AskAsync(scene, new OrderEdit.Invoice(Lipa))).IsDone);
        var (order, customer) = (scene.Upgates.Order(Transfer)!, scene.Upgates.Order(Transfer)!["customer"]!);
        Assert.Equal(number, (string?)order["invoice_number"]);
        Assert.Equal(("Kancelář Lípa s.r.o.", "25596641", "CZ25596641"), ((string?)customer["company"], (string?)customer["ico"], (string?)customer["dic"]));
        Assert.True((await scene.OrderAsync(Transfer)).IsCompany);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LostAnswerAboutAnInvoice_IsFoundAndNothingIsDoneTwice(bool forCompany)
    {
        await using var scene = await UpgatesScene.OpenAsync();
        LoseAnswer(scene);

        Assert.True((await AskAsync(scene, new OrderEdit.Invoice(forCompany ? Lipa : null))).IsDone);
        Assert.Single(scene.Asked, "PUT orders");
    }

    [Fact]
    public async Task InvoiceMadeAgainWithALostAnswer_IsNotClaimedToBeDone()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        await AskAsync(scene, new OrderEdit.Invoice(Company: null));
        scene.Upgates.Forget();
        LoseAnswer(scene);

        var answer = await AskAsync(scene, new OrderEdit.Invoice(Company: null));
        Assert.False(answer.IsDone);
        Assert.StartsWith("It is not known", answer.Words, StringComparison.Ordinal);
        Assert.Single(scene.Asked, "PUT orders");
    }

    [Fact]
    public async Task InvoiceOfACancelledOrder_IsRefused()
    {
        await using var scene = await UpgatesScene.OpenAsync();

        var answer = await AskAsync(scene, new OrderEdit.Invoice(Lipa), Cancelled);
        Assert.Equal((false, "Nothing was changed: the order is cancelled."), (answer.IsDone, answer.Words));
        Assert.DoesNotContain("PUT orders", scene.Asked);
    }

    [Fact]
    public async Task OrderThatUpgatesDoesNotHave_IsSaidToBeUnknown()
    {
        await using var scene = await UpgatesScene.OpenAsync();

        Assert.False((await AskAsync(scene, new OrderEdit.Invoice(Company: null), "2026009999")).IsDone);
        Assert.Equal(["GET orders"], scene.Asked);
    }

    [Fact]
    public void ShopsOwnMessages_AreSwitchedOffInSoManyWords()
    {
        var facts = new UpgatesFacts { Number = "1", ShipmentId = "4", ShipmentCode = "ZAS", ShipmentName = "Zásilkovna", ShipmentPrice = 69, ShipmentVat = 21 };
        var change = EditPlanning.PickUpPoint(facts, new ShopPoint(Beroun, "Beroun")).Change!;

        var body = JsonNode.Parse(change.ToJson())!;
        Assert.Equal((false, false), ((bool)body["send_emails_yn"]!, (bool)body["send_sms_yn"]!));
        Assert.Equal(
            """{"name":"Z\u00E1silkovna","price":69,"vat":21,"affiliate_id":"1235","affiliate_name":"Beroun","code":"ZAS"}""",
            body["orders"]![0]!["shipment"]!.ToJsonString());
    }

    [Theory]
    [InlineData("25596642", "Kancelář Lípa", null)]
    [InlineData("25596641", null, null)]
    [InlineData(null, "Kancelář Lípa", null)]
    [InlineData(null, null, "CZ25596641")]
    public void CompanyThatIsHalfGivenOrWrong_IsRefusedBeforeAnythingIsAsked(string? ico, string? name, string? dic)
    {
        var (company, wrong) = UpgatesEditCommands.CompanyOf(ico, name, dic);
        Assert.Null(company);
        Assert.NotNull(wrong);
    }

    [Fact]
    public void CompanyInWhole_IsTaken()
        => Assert.Equal((Lipa, null), UpgatesEditCommands.CompanyOf("255 96 641", "Kancelář Lípa s.r.o.", "CZ25596641"));

    private static async Task<UpgatesScene> WithPointsAsync(string provider = BothDatabasesAttribute.Sqlite)
    {
        var scene = await UpgatesScene.OpenAsync(provider);
        scene.Upgates.Change(Transfer, new JsonObject
        {
            ["shipment"] = new JsonObject
            {
                ["code"] = "ZAS",
                ["name"] = "Zásilkovna",
                ["price"] = 69,
                ["vat"] = 21,
                ["affiliate_id"] = "1234",
                ["affiliate_name"] = "Praha 2, Vzorová 5",
            },
        });
        return scene;
    }

    private static void LoseAnswer(UpgatesScene scene)
        => scene.Upgates.Fault = new StandInFault(StandInFaultKind.LostAnswer) { OnlyWrites = true, Times = 1 };

    private static Task<EditAnswer> AskAsync(UpgatesScene scene, OrderEdit edit, string number = Transfer)
    {
        scene.Shop.Clock.Skips = EditDesk.LooksAfter;
        return scene.Shop.Get<EditDesk>().PerformAsync(number, edit, Cancellation);
    }

    private static async Task<List<ShopRecordRow>> RecordsAsync(UpgatesScene scene)
    {
        await using var db = scene.Shop.Database.Open();
        return await db.ShopRecords.ToListAsync(Cancellation);
    }
}
