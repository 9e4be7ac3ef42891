using System.Text;
using IvrAutomat.Orders;
using IvrAutomat.Web.Shop.Local;
using IvrAutomat.Web.Tests.Conventions;

namespace IvrAutomat.Web.Tests.Systems.Local;

/// <summary>The ways in which shops write the same.</summary>
public sealed class FileFormatTests
{
    public static TheoryData<string, string> Encodings { get; } = new MatrixTheoryData<string, string>(
        ["utf-8", "utf-8 with a mark", "windows-1250", "utf-16"], [";", ",", "\t"]);

    [Theory, MemberData(nameof(Encodings))]
    public async Task EveryEncodingAndSeparator_GivesTheSameOrder(string encoding, string separator)
    {
        await using var shop = await LocalShop.OpenAsync();
        string[] header = ["Číslo objednávky", "Datum", "Cena celkem", "Stav objednávky", "Výdejní místo", "Způsob dopravy"];
        string[] row = ["20260001", "20. 11. 2026 14:05", "\"1 290,50 Kč\"", "Na výdejním místě", "\"Beroun, Žižkova 12\"", "Zásilkovna"];

        var result = await shop.ImportAsync(
            $"{string.Join(separator, header)}\r\n{string.Join(separator, row)}\r\n", encoding: encoding switch
            {
                "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                "utf-8 with a mark" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
                "utf-16" => Encoding.Unicode,
                _ => CodePagesEncodingProvider.Instance.GetEncoding(1250)!,
            });

        Assert.Equal(1, result!.New);
        var order = await shop.FindAsync("20260001");
        Assert.Equal(
            (new DateOnly(2026, 11, 20), 1290.50m, OrderState.AtPoint, "Beroun, Žižkova 12", "Zásilkovna"),
            (order!.OrderedOn, order.Total, order.State, order.Point, order.Carrier));
    }

    [Theory]
    [InlineData("array.json", "[\n {0},\n\n {1}\n]")]
    [InlineData("lines.jsonl", "{0}\n\n\n{1}\n")]
    public async Task JsonOrders_AreReadOneByOne_WithTheirLines(string name, string shape)
    {
        await using var shop = await LocalShop.OpenAsync();
        const string Right = """{"number":"2026/0001","ordered":"2026-11-20T14:05:00+01:00","total":1290.5,"status":"Odeslaná","paid":true,"items":["Kniha {1}",{"name":"Náušnice","excepted":true}]}""";
        const string Wrong = """{"number":"2026/0002","ordered":"2026-11-20","total":"1.290","status":"Nová"}""";

        var result = await shop.ImportAsync(shape.Replace("{0}", Right, StringComparison.Ordinal).Replace("{1}\n", Wrong + "\n", StringComparison.Ordinal), name);

        Assert.Equal((1, 1), (result!.New, result.Rejected));
        Assert.Equal(4, Assert.Single(shop.Rejected).Line);
        var order = await shop.FindAsync("20260001");
        Assert.Equal((1290.5m, true), (order!.Total, order.IsPaid));
        Assert.Equal([new OrderItem("1", "Kniha {1}"), new OrderItem("2", "Náušnice", IsExcepted: true)], order.Items);
    }

    [Fact]
    public async Task ABrokenObject_IsOneRejectedRow_AndReadingGoesOn()
    {
        await using var shop = await LocalShop.OpenAsync();

        var result = await shop.ImportAsync("{\"number\":\"20260001\",}\n{\"number\":\"20260002\",\"ordered\":\"2026-11-20\",\"total\":1,\"status\":\"Nová\"}\n", "orders.ndjson");

        Assert.Equal((1, "is not JSON"), (result!.New, Assert.Single(Assert.Single(shop.Rejected).Reasons)));
    }

    [Theory]
    [InlineData("orders.csv", "", "names no column")]
    [InlineData("orders.csv", "číslo;datum\n1;2\n", "names no column for total, status")]
    [InlineData("orders.csv", "číslo;number;datum;cena;stav\n", "'číslo' and 'number' both mean 'number'")]
    [InlineData("orders.json", "", "holds no order")]
    [InlineData("orders.json", "[{\"number\":", "has no end")]
    [InlineData("orders.json", "<html>", "Line 1 holds something else")]
    [InlineData("orders.xlsx", "PK", "--format")]
    public async Task AFileThatCannotBeRead_SaysWhy(string name, string text, string why)
    {
        await using var shop = await LocalShop.OpenAsync();

        var broken = await Assert.ThrowsAsync<OrderFileException>(() => shop.ImportAsync(text, name));

        Assert.Contains(why, broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1290", "1290")]
    [InlineData("1 290,50 Kč", "1290.50")]
    [InlineData("1\u00A0290,50", "1290.50")]
    [InlineData("1.290,50", "1290.50")]
    [InlineData("1,290.50", "1290.50")]
    [InlineData("849,-", "849")]
    [InlineData("849 CZK", "849")]
    [InlineData("1.290", null)]
    [InlineData("-5", null)]
    [InlineData("1e5", null)]
    public void Amounts_AreReadAsPeopleMeanThem(string text, string? amount)
        => Assert.Equal(amount is null ? null : decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), FileValues.Amount(text));

    [Theory]
    [InlineData("2026-11-20", "2026-11-20T00:00:00+01:00")]
    [InlineData("20. 11. 2026", "2026-11-20T00:00:00+01:00")]
    [InlineData("1.7.2026 9:05", "2026-07-01T09:05:00+02:00")]
    [InlineData("2026-11-20T13:05:00Z", "2026-11-20T14:05:00+01:00")]
    [InlineData("2026-11-20T14:05:00+01:00", "2026-11-20T14:05:00+01:00")]
    [InlineData("11/20/2026", null)]
    [InlineData("31. 2. 2026", null)]
    public void Days_AreReadInTheShopsZone(string text, string? instant)
        => Assert.Equal(
            instant is null ? null : DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture),
            FileValues.Instant(text, TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague")));

    [Fact]
    public void EveryColumnOfTheGuide_IsKnownByThatName() => Assert.All(
        Enum.GetValues<OrderColumn>(), column => Assert.Equal(column, OrderHeader.Find(OrderHeader.NameOf(column))));

    [Fact]
    public async Task TheExampleOfTheGuide_IsImportedWhole()
    {
        await using var shop = await LocalShop.OpenAsync();
        var readme = await File.ReadAllTextAsync(Repository.At("README.md"), TestContext.Current.CancellationToken);
        var example = readme.ReplaceLineEndings("\n").Split("```csv\n")[1].Split("```")[0];

        var result = await shop.ImportAsync(example);

        Assert.Empty(shop.Rejected);
        Assert.Empty(result!.UnknownStatuses);
        Assert.True(result.New >= 3);
    }
}
