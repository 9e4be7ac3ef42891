using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Shop;

/// <summary>How many one-time codes are sent, and that a limit tells nothing of an order.</summary>
public sealed class CodeLimitTests
{
    private const string Own = "+420601000005";
    private const string Foreign = "+420777123456";

    [Theory, BothDatabases]
    public async Task SecondCodeWithinTwoMinutes_IsNotSentAndCannotBeToldFromOneThatIs(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        await SendAsync(shop, CodeFor.Order, "demo-05", Foreign);
        Assert.Equal(new CodeSent(Channel.None), await SendAsync(shop, CodeFor.Order, "demo-05", "+420777000009"));
        Assert.IsType<CodeNotSent>(await SendAsync(shop, CodeFor.Caller, null, Own));
        Assert.Equal(1, await SentAsync(shop));
        shop.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(new CodeSent(Channel.Sms), await SendAsync(shop, CodeFor.Caller, null, Own));
        Assert.Equal(2, await SentAsync(shop));
    }

    [Fact]
    public async Task FourthCodeOfAnOrderInADay_IsNotSent()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        for (var n = 0; n < 4; n++)
        {
            shop.Clock.Advance(TimeSpan.FromMinutes(3));
            await SendAsync(shop, CodeFor.Order, "demo-05", $"+42077700000{n}");
        }

        Assert.Equal(3, await SentAsync(shop));
        shop.Clock.Advance(TimeSpan.FromHours(24));
        await SendAsync(shop, CodeFor.Order, "demo-05", Foreign);
        Assert.Equal(4, await SentAsync(shop));
    }

    [Theory]
    [InlineData("demo-05")]
    [InlineData(null)]
    public async Task SixthCodeOfACaller_IsRefusedAlikeForKnownAndUnknownOrders(string? order)
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        for (var n = 0; n < 5; n++)
        {
            Assert.IsType<CodeSent>(await SendAsync(shop, CodeFor.Order, order, Foreign));
            shop.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        Assert.IsType<CodeNotSent>(await SendAsync(shop, CodeFor.Order, order, Foreign));
    }

    [Fact]
    public async Task WithheldCaller_MayAskTwiceInACall()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        Assert.IsType<CodeSent>(await SendAsync(shop, CodeFor.Order, "demo-05", from: null));
        Assert.IsType<CodeSent>(await SendAsync(shop, CodeFor.Order, "demo-06", from: null));
        Assert.IsType<CodeNotSent>(await SendAsync(shop, CodeFor.Order, "demo-13", from: null));
    }

    [Fact]
    public async Task ShopThatHasSentItsCodesForToday_SendsNoMore()
    {
        await using var shop = await ShopFixture.CreateAsync(identification: new IdentificationOptions { CodesPerDay = 1 });
        await shop.StartAsync();
        Assert.IsType<CodeSent>(await SendAsync(shop, CodeFor.Caller, null, Own));
        Assert.IsType<CodeNotSent>(await SendAsync(shop, CodeFor.Caller, null, "+420601000006"));
        Assert.IsType<CodeNotSent>(await SendAsync(shop, CodeFor.Order, null, Foreign));
    }

    private static Task<WorkResult> SendAsync(ShopFixture shop, CodeFor to, string? order, string? from)
        => shop.AskAsync(new SendCode(to, order), new HeldDetails { Caller = from });

    private static async Task<int> SentAsync(ShopFixture shop)
        => (await shop.MessagesAsync(rows => rows.TrueForAll(row => row.State is MessageState.Queued or MessageState.Void)))
            .Count(row => row.State == MessageState.Queued);
}
