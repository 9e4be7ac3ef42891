using System.Text.Json.Nodes;

namespace IvrAutomat.Web.Tests.Simulator.Upgates;

/// <summary>Orders of the stand-in: read and written as the vendor describes.</summary>
public sealed class UpgatesOrdersTests
{
    private const string Paid = "2026001001";

    [Fact]
    public async Task Detail_IsAListOfOne_AndUnknownNumberAnEmptyOne()
    {
        await using var server = await UpgatesServer.StartAsync();

        var known = await server.GetAsync($"orders/{Paid}/");
        var unknown = await server.GetAsync("orders/9999999999");

        Assert.Equal(Paid, (string?)known["orders"]![0]!["order_number"]);
        Assert.Equal(1, (int?)known["number_of_items"]);
        Assert.Empty(unknown["orders"]!.AsArray());
    }

    [Theory]
    [InlineData("orders?order_numbers=2026001001;2026001002;1", 2)]
    [InlineData("orders?order_number=VO-2026-0001", 1)]
    [InlineData("orders?phone=420601000021", 4)]
    [InlineData("orders?phone=420601000001", 2)]
    [InlineData("orders?email=zakaznik3@example.com", 1)]
    [InlineData("orders?status_ids=2;4", 2)]
    [InlineData("orders?status=Storno", 1)]
    [InlineData("orders?status=", 0)]
    [InlineData("orders?language=sk", 1)]
    [InlineData("orders?shipment_type=zasilkovna", 5)]
    [InlineData("orders?creation_time_from=2026-11-01", 23)]
    [InlineData("orders?creation_time_to=2026-10-31", 1)]
    [InlineData("orders?last_update_time_from=2026-11-23T09:00:00%2B01:00", 8)]
    public async Task Filters_ChooseOrders(string path, int count)
    {
        await using var server = await UpgatesServer.StartAsync();

        Assert.Equal(count, (int?)(await server.GetAsync(path))["number_of_items"]);
    }

    [Fact]
    public async Task TimeWhosePlusWasNotEscaped_IsRefused()
    {
        await using var server = await UpgatesServer.StartAsync();

        Assert.Equal(400, await server.StatusAsync("orders?creation_time_from=2026-11-23T09:00:00+01:00"));
    }

    [Fact]
    public async Task Pages_HoldAHundredOrders()
    {
        await using var server = await UpgatesServer.StartAsync();
        var item = """{"language_id":"cs","customer":{"email":"a@example.com"},"products":[{"title":"Hrnek","price_per_unit":"100","vat":"21"}]}""";
        await server.SendAsync(HttpMethod.Post, "orders", $$"""{"orders":[{{string.Join(',', Enumerable.Repeat(item, 100))}}]}""");

        var second = await server.GetAsync("orders?page=2&order_by=creation_time&order_dir=desc");

        Assert.Equal(2, (int?)second["number_of_pages"]);
        Assert.Equal(24, (int?)second["current_page_items"]);
    }

    [Fact]
    public async Task StatusById_IsSet_WithWhatTheShopTiesToIt()
    {
        await using var server = await UpgatesServer.StartAsync();

        var answer = await server.PutAsync("""{"send_emails_yn":false,"send_sms_yn":"0","orders":[{"order_number":"2026001002","status_id":"3"}]}""");

        Assert.True((bool?)answer["orders"]![0]!["updated_yn"]);
        var order = server.Shop.Order("2026001002")!;
        Assert.Equal("Platba proběhla", (string?)order["status"]);
        Assert.NotNull(order["paid_date"]);
        Assert.Equal("2026-11-23T10:00:00+01:00", (string?)order["last_update_time"]);
        Assert.Empty(server.Shop.Outbox);
        Assert.Equal(1, server.Shop.Performed["paid 2026001002"]);
    }

    [Fact]
    public async Task Cancel_IsCountedEachTime_AndTheShopWritesUnlessTold()
    {
        await using var server = await UpgatesServer.StartAsync();
        const string Cancel = """{"orders":[{"order_number":"2026001001","status_id":2}]}""";

        await server.PutAsync(Cancel);
        await server.PutAsync(Cancel);

        Assert.Equal(2, server.Shop.Performed["cancel 2026001001"]);
        Assert.Equal(["email", "sms"], server.Shop.Outbox.Select(message => message.Kind));
        Assert.Equal("Cancelled", server.Shop.StateOf(Paid)!.Value.State);
    }

    [Fact]
    public async Task HundredAndOneItems_AreRefusedAsAWhole()
    {
        await using var server = await UpgatesServer.StartAsync();
        var items = string.Join(',', Enumerable.Repeat("""{"order_number":"2026001001","status_id":2}""", 101));
        using var content = new StringContent($$"""{"orders":[{{items}}]}""");

        using var response = await server.Http.PutAsync(new Uri("orders", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(413, (int)response.StatusCode);
        Assert.Equal("Packing", server.Shop.StateOf(Paid)!.Value.State);
    }

    [Theory]
    [InlineData("""{"order_number":"9"}""")]
    [InlineData("""{"order_number":"2026001001","status_id":99}""")]
    [InlineData("""{"order_number":"2026001001","payment":{"name":"Kartou online"}}""")]
    [InlineData("""{"order_number":"2026001001","products":[{"title":"Hrnek"}]}""")]
    [InlineData("""{"order_number":"2026001001","customer":{"company_yn":true}}""")]
    [InlineData("""{"order_number":"2026001001","customer":{"street_postal":"Jinde 1"}}""")]
    public async Task WrongItem_IsNotUpdated_AndSaysSo(string item)
    {
        await using var server = await UpgatesServer.StartAsync();
        var before = server.Shop.Order(Paid)!.ToJsonString();

        var answer = await server.PutAsync($$"""{"orders":[{{item}}]}""");

        Assert.False((bool?)answer["orders"]![0]!["updated_yn"]);
        Assert.Equal("error", (string?)answer["orders"]![0]!["messages"]![0]!["level"]);
        Assert.Equal(before, server.Shop.Order(Paid)!.ToJsonString());
    }

    [Fact]
    public async Task LineWithoutUuid_IsANewLine_AndTheTotalFollows()
    {
        await using var server = await UpgatesServer.StartAsync();
        var total = (decimal?)server.Shop.Order(Paid)!["order_total"];

        await server.PutAsync("""{"orders":[{"order_number":"2026001001","products":[{"title":"Hrnek","price_per_unit":"100","quantity":2}]}]}""");

        var order = server.Shop.Order(Paid)!;
        Assert.Equal(2, order["products"]!.AsArray().Count);
        Assert.Equal(total + 200, (decimal?)order["order_total"]);
    }

    [Fact]
    public async Task Payment_IsChangedByItsName_WhereItHasNoCode()
    {
        await using var server = await UpgatesServer.StartAsync();

        await server.PutAsync("""{"orders":[{"order_number":"2026001009","payment":{"code":null,"name":"Bankovním převodem","price":0,"vat":21}}]}""");

        var order = server.Shop.Order("2026001009")!;
        Assert.Equal("command", (string?)order["payment"]!["type"]);
        Assert.Equal(1151m, (decimal?)order["order_total"]);
    }

    [Fact]
    public async Task Invoice_IsIssuedOnce_ThenRefreshed_AndHasAPdf()
    {
        await using var server = await UpgatesServer.StartAsync();
        const string Issue = """{"orders":[{"order_number":"2026001001","customer":{"company_yn":true,"company":"Vzorová firma"},"invoice":{"generate_yn":true}}]}""";

        await server.PutAsync(Issue);
        await server.PutAsync(Issue);

        var number = (string?)server.Shop.Order(Paid)!["invoice_number"];
        var invoice = (await server.GetAsync($"invoices/{number}"))["invoices"]!.AsArray().Single()!;
        Assert.Equal("Vzorová firma", (string?)invoice["customer"]!["company"]);
        using var pdf = await server.Http.GetAsync(new Uri($"invoices/{number}/pdf", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task ChangeInTheAdministration_ComesBetweenReadAndWrite()
    {
        await using var server = await UpgatesServer.StartAsync();
        server.Shop.ChangeBeforeNextWrite(Paid, new JsonObject { ["tracking_code"] = "70412609001" });

        var read = await server.GetAsync($"orders/{Paid}");
        await server.PutAsync("""{"orders":[{"order_number":"2026001001","resolved_yn":"1"}]}""");

        Assert.Null(read["orders"]![0]!["tracking_code"]);
        Assert.Equal("70412609001", (string?)server.Shop.Order(Paid)!["tracking_code"]);
        Assert.True((bool?)server.Shop.Order(Paid)!["resolved_yn"]);
    }

    [Fact]
    public async Task History_KeepsWhatWasWritten_CutToItsLength()
    {
        await using var server = await UpgatesServer.StartAsync();
        var name = new string('n', 60);

        var answer = await server.SendAsync(HttpMethod.Post, $"orders/{Paid}/history", $$"""{"data":[{"name":"{{name}}","value":"Storno"}]}""");

        Assert.True((bool?)answer["updated"]);
        var record = (await server.GetAsync($"orders/{Paid}/history"))["history"]![0]!;
        Assert.Equal(name[..50], (string?)record["data"]![0]!["name"]);
        Assert.Equal("api", (string?)record["origin"]);
    }

    [Fact]
    public async Task OldShop_LacksNewerFields_AndMayWriteStrings()
    {
        await using var server = await UpgatesServer.StartAsync();
        server.Shop.IsOld = true;
        server.Shop.WritesStrings = true;

        var order = (await server.GetAsync($"orders/{Paid}"))["orders"]![0]!.AsObject();

        Assert.False(order.ContainsKey("uuid"));
        Assert.False(order["payment"]!.AsObject().ContainsKey("type"));
        Assert.Equal("9", (string?)order["status_id"]);
        Assert.Equal("0", (string?)order["resolved_yn"]);
    }
}
