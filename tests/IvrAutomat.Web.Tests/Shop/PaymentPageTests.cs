using System.Net;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Paying;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Shop;

/// <summary>The link that is sent and the page behind it.</summary>
public sealed class PaymentPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task PaidOnItsLink_TheOrderGoesOnAndOneThankYouIsSent(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await using var page = await PageAsync(shop);
        var path = await LinkAsync(shop);
        var asked = await GetAsync(page, path);
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Contains("849\u00A0Kč", asked.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<input", asked.Html, StringComparison.Ordinal);
        Assert.Equal(OrderState.PaymentFailed, (await shop.OrderAsync("demo-02")).State);

        var paid = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(page, path)));
        Assert.All(paid, each => Assert.Contains("je zaplacená", each.Html, StringComparison.Ordinal));
        var order = await shop.OrderAsync("demo-02");
        Assert.Equal((OrderState.Received, true, PaymentMethod.Card, null), (order.State, order.IsPaid, order.Payment, order.LinkUntil));
        await shop.MessagesAsync(rows => rows.Count == 2 && rows.All(row => row.State == MessageState.Queued));
        Assert.Single(shop.Carrier.Taken, message => message.Text == "sms.paid");
    }

    [Theory, BothDatabases]
    public async Task LinkAskedForAgain_IsTheSameUntilItExpires(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await using var page = await PageAsync(shop);
        var first = await LinkAsync(shop);
        Assert.Equal(new DateOnly(2026, 11, 30), (await shop.OrderAsync("demo-02")).LinkUntil);
        Assert.Equal(first, await LinkAsync(shop));
        shop.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(page, first)).Status);
        Assert.NotEqual(first, await LinkAsync(shop));
    }

    [Fact]
    public async Task LinkOfACancelledOrder_TakesNoMoney()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await using var page = await PageAsync(shop);
        var path = await LinkAsync(shop);
        await shop.AskAsync(new CancelOrder("demo-02"));
        Assert.Contains("zaplatit nejde", (await PostAsync(page, path)).Html, StringComparison.Ordinal);
        Assert.False((await shop.OrderAsync("demo-02")).IsPaid);
    }

    [Fact]
    public async Task LinkOfAnotherTotal_TakesNoMoney()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await using var page = await PageAsync(shop);
        var path = await LinkAsync(shop);
        await shop.AskAsync(new ChangePayment("demo-02", PaymentMethod.CashOnDelivery));
        Assert.Contains("zaplatit nejde", (await PostAsync(page, path)).Html, StringComparison.Ordinal);
        Assert.NotEqual(path, await LinkAsync(shop));
    }

    [Fact]
    public async Task LinkThatNobodySent_LeadsNowhere()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await using var page = await PageAsync(shop);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(page, PaymentLinks.Path + "AAAAAAAAAAAAAAAA")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(page, PaymentLinks.Path + "AAAAAAAAAAAAAAAA")).Status);
    }

    [Fact]
    public async Task Link_IsNotReadableInTheDatabase()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        var token = (await LinkAsync(shop))[PaymentLinks.Path.Length..];
        await using var db = shop.Database.Open();
        var row = await db.PaymentLinks.SingleAsync(Cancellation);
        Assert.DoesNotContain(token, row.Key, StringComparison.Ordinal);
        Assert.DoesNotContain(token, System.Text.Encoding.Latin1.GetString(row.Token), StringComparison.Ordinal);
    }

    private static async Task<string> LinkAsync(ShopFixture shop)
    {
        var before = shop.Carrier.Taken.Count;
        Assert.IsType<RequestDone>(await shop.AskAsync(new SendPaymentLink("demo-02")));
        await shop.MessagesAsync(rows => rows.TrueForAll(row => row.State == MessageState.Queued) && shop.Carrier.Taken.Count > before);
        return new Uri(shop.Carrier.Taken.Last(message => message.Text.StartsWith("https", StringComparison.Ordinal)).Text).AbsolutePath;
    }

    private static async Task<WebApplication> PageAsync(ShopFixture shop)
    {
        await shop.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(shop.Get<CardPayment>()).AddSingleton(shop.Get<ShopSettings>());
        var page = builder.Build();
        page.MapPaymentPage();
        await page.StartAsync(Cancellation);
        return page;
    }

    private static Task<(HttpStatusCode Status, string Html)> GetAsync(WebApplication page, string path) => SendAsync(page, HttpMethod.Get, path);

    private static Task<(HttpStatusCode Status, string Html)> PostAsync(WebApplication page, string path) => SendAsync(page, HttpMethod.Post, path);

    private static async Task<(HttpStatusCode Status, string Html)> SendAsync(WebApplication page, HttpMethod method, string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri(page.Urls.First()) };
        using var request = new HttpRequestMessage(method, path);
        using var response = await http.SendAsync(request, Cancellation);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancellation)));
    }
}
