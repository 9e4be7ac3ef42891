using System.Text;
using IvrAutomat.Calls;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Shop;

public sealed class NothingSecretIsStoredTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task AfterARun_NoTableHoldsAPinAPhoneAnAddressOrUnmatchedDigits(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        await shop.Desk.FindNumberAsync(["7788990011"], ShopFixture.Phone("+420777000001"), Cancellation);
        await shop.TryAsync(null, "739182", "+420777000001");
        await shop.TryAsync("demo-01", "739182", "+420777000001");
        await shop.TryAsync(null, "739182", "+420601000005", byCallersNumber: true);
        await shop.AskAsync(new CancelOrder("demo-01"));
        var opened = Assert.IsType<CaseOpened>(await shop.AskAsync(
            new OpenCase(CaseKind.Callback, HandoverReason.Asked, "demo-05", shop.Clock.Now.AddHours(24)), ShopFixture.Phone("+420777000001")));
        await shop.AskAsync(new AgreeCallback(opened.CaseNumber, "demo-05", Window: null, Typed: true), ShopFixture.Phone("+420777000002"));
        await shop.MessagesAsync(rows => rows.Count == 2 && rows.All(row => row.State == MessageState.Queued));

        var dump = await DumpAsync(shop);
        Assert.Contains("2026001001", dump, StringComparison.Ordinal);
        string[] secrets = ["7788990011", "739182", "777000001", "777000002", "example.com", .. shop.Get<DemoShop>().Orders.SelectMany(
            demo => new[] { $"\"{demo.Pin}\"", $"|{demo.Pin}|", demo.Phone[4..], demo.Name })];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, dump, StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task TracesOfPins_AreForgottenAfterAnHourAndFailuresAfterADay(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.TryAsync("demo-01", "9082", "+420777000001");
        shop.Clock.Advance(TimeSpan.FromHours(1));
        await shop.Get<FailureSweep>().SweepAsync(Cancellation);
        await using (var db = shop.Database.Open())
        {
            Assert.Null(Assert.Single(db.Failures).PinKey);
        }

        shop.Clock.Advance(TimeSpan.FromHours(23));
        await shop.Get<FailureSweep>().SweepAsync(Cancellation);
        await using var later = shop.Database.Open();
        Assert.Empty(later.Failures);
    }

    // Every table, every column; bytes both as they are and as hexadecimal digits.
    private static async Task<string> DumpAsync(ShopFixture shop)
    {
        var dump = new StringBuilder();
        await using var connection = await shop.Database.Database.OpenAsync(Cancellation);
        await using var db = shop.Database.Open();
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.FindAnnotation("Relational:TableName")!.Value))
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names of our own tables.
            command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(Cancellation);
            while (await reader.ReadAsync(Cancellation))
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    dump.Append('|').Append(reader.GetValue(column) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : reader.GetValue(column));
                }

                dump.Append("|\n");
            }
        }

        return dump.ToString();
    }
}
