using IvrAutomat.Calls;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Shop;

public sealed class LockoutTests
{
    private const string Own = "+420601000001";

    [Theory, BothDatabases]
    public async Task FiveFailuresFromOtherNumbers_LockTheOrderForThemADay(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        for (var n = 0; n < 5; n++)
        {
            Assert.Equal(PinVerdict.Wrong, (await shop.TryAsync("demo-01", "9082", $"+42077700000{n}")).Verdict);
        }

        Assert.Equal(PinVerdict.Locked, (await shop.TryAsync("demo-01", "4821", "+420777000009")).Verdict);
        Assert.Equal(PinVerdict.Locked, (await shop.TryAsync("demo-01", "9082", "+420777000008")).Verdict);
        Assert.Equal(PinVerdict.Right, (await shop.TryAsync("demo-01", "4821", Own)).Verdict);
        Assert.Equal(PinVerdict.Right, (await shop.TryAsync("demo-02", "7305", "+420777000009")).Verdict);
        shop.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(PinVerdict.Right, (await shop.TryAsync("demo-01", "4821", "+420777000009")).Verdict);
    }

    [Theory, BothDatabases]
    public async Task FourFailuresFromOtherNumbers_LockNothing(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        for (var n = 0; n < 4; n++)
        {
            await shop.TryAsync("demo-01", "9082", $"+42077700000{n}");
        }

        Assert.Equal(PinVerdict.Right, (await shop.TryAsync("demo-01", "4821", "+420777000009")).Verdict);
    }

    [Theory, BothDatabases]
    public async Task TenFailuresFromItsOwnNumber_LockTheOrderForIt(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        for (var n = 0; n < 10; n++)
        {
            Assert.Equal(PinVerdict.Wrong, (await shop.TryAsync(null, "9082", "+420601000005", byCallersNumber: true)).Verdict);
        }

        Assert.Equal(PinVerdict.Locked, (await shop.TryAsync(null, "3140", "+420601000005", byCallersNumber: true)).Verdict);
        Assert.Equal(PinVerdict.Right, (await shop.TryAsync("demo-05", "3140", "+420777000009")).Verdict);
    }

    [Theory, BothDatabases]
    public async Task TenFailuresOfOneCaller_LockHimForEveryOrder(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        for (var n = 0; n < 10; n++)
        {
            // No order at all: only the caller's own count can lock.
            Assert.Equal(PinVerdict.Wrong, (await shop.TryAsync(null, "9082", "+420777000001")).Verdict);
        }

        Assert.Equal(PinVerdict.Locked, (await shop.TryAsync("demo-05", "3140", "+420777000001")).Verdict);
        Assert.Equal(PinVerdict.Locked, (await shop.TryAsync(null, "9082", "+420777000001")).Verdict);
        Assert.Equal(PinVerdict.Right, (await shop.TryAsync("demo-05", "3140", "+420777000002")).Verdict);
    }

    [Theory]
    [InlineData(1, "Right")]
    [InlineData(2, "Locked")]
    public async Task WithheldCaller_HasTwoAttemptsACall(int failuresInCall, string expected)
    {
        await using var shop = await ShopFixture.CreateAsync();
        Assert.Equal(expected, $"{(await shop.TryAsync("demo-05", "3140", null, failuresInCall: failuresInCall)).Verdict}");
        Assert.Equal(PinVerdict.Right, (await shop.TryAsync("demo-05", "3140", "+420777000001", failuresInCall: failuresInCall)).Verdict);
    }

    [Theory, BothDatabases]
    public async Task WithheldFailures_CountForTheOrder(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        for (var n = 0; n < 5; n++)
        {
            await shop.TryAsync("demo-05", "9082", null, failuresInCall: n % 2);
        }

        Assert.Equal(PinVerdict.Locked, (await shop.TryAsync("demo-05", "3140", null)).Verdict);
    }

    [Theory, BothDatabases]
    public async Task OnePinOnFiveOrders_ClosesThePinToForeignNumbersForAnHour(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        for (var n = 1; n <= 5; n++)
        {
            Assert.Equal(PinVerdict.Wrong, (await shop.TryAsync($"demo-0{n}", "9082", $"+42077700000{n}")).Verdict);
        }

        Assert.Equal(PinVerdict.Locked, (await shop.TryAsync("demo-09", "9276", "+420777000009")).Verdict);
        Assert.Equal(PinVerdict.Locked, (await shop.TryAsync(null, "9276", "+420777000009")).Verdict);
        Assert.Equal(PinVerdict.Right, (await shop.TryAsync("demo-09", "9276", "+420601000009")).Verdict);
        shop.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(PinVerdict.Right, (await shop.TryAsync("demo-09", "9276", "+420777000009")).Verdict);
    }

    [Fact]
    public async Task TrivialPinOnManyOrders_IsNoPattern()
    {
        await using var shop = await ShopFixture.CreateAsync();
        for (var n = 1; n <= 8; n++)
        {
            await shop.TryAsync($"demo-0{n}", "1234", $"+42077700000{n}");
        }

        Assert.Equal(PinVerdict.Right, (await shop.TryAsync("demo-09", "9276", "+420777000009")).Verdict);
    }

    [Fact]
    public async Task OneWrongPinOfACallerWithManyOrders_IsNoPattern()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await using (var db = shop.Database.Open())
        {
            var key = shop.Desk.CallerKey(ShopFixture.Phone(Own));
            await db.Orders.ExecuteUpdateAsync(set => set.SetProperty(order => order.PhoneKey, key), TestContext.Current.CancellationToken);
        }

        await shop.TryAsync(null, "9082", Own, byCallersNumber: true);
        await shop.TryAsync(null, "9083", Own, byCallersNumber: true);
        Assert.Equal(PinVerdict.Right, (await shop.TryAsync("demo-09", "9276", "+420777000009")).Verdict);
    }

    [Theory, BothDatabases]
    public async Task HundredFailuresInAnHour_CloseThePinToForeignNumbers(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.SaveAsync([.. Enumerable.Range(0, 98).Select(n => new FailureRow { At = shop.Clock.Now, CallerKey = $"caller-{n}", FromOwnNumber = false })]);
        Assert.Equal(PinVerdict.Wrong, (await shop.TryAsync(null, "9082", "+420777000001")).Verdict);
        Assert.Equal(PinVerdict.Right, (await shop.TryAsync("demo-09", "9276", "+420777000009")).Verdict);
        Assert.Equal(PinVerdict.Wrong, (await shop.TryAsync(null, "9082", "+420777000001")).Verdict);
        Assert.Equal(PinVerdict.Locked, (await shop.TryAsync("demo-09", "9276", "+420777000009")).Verdict);
        Assert.Equal(PinVerdict.Right, (await shop.TryAsync("demo-09", "9276", "+420601000009")).Verdict);
        shop.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(PinVerdict.Right, (await shop.TryAsync("demo-09", "9276", "+420777000009")).Verdict);
    }

    [Fact]
    public async Task UnknownOrder_AnswersInTheShapeOfAWrongPin()
    {
        await using var shop = await ShopFixture.CreateAsync();
        Assert.Equal(await shop.TryAsync("demo-01", "9082", "+420777000001"), await shop.TryAsync(null, "9082", "+420777000001"));
    }

    [Fact]
    public async Task RightPinTurnedAwayByALock_IsNoFailure()
    {
        await using var shop = await ShopFixture.CreateAsync();
        var check = await shop.Desk.CheckPinAsync(
            ShopFixture.CallAbout("demo-05", failures: 2), new SecretEntry("3140", CodeOnly: false, From: null, Contact: null), TestContext.Current.CancellationToken);
        Assert.Equal(PinVerdict.Locked, check.Input.Verdict);
        Assert.Empty(check.Failures);
    }

    [Theory]
    [InlineData("1111", true)]
    [InlineData("1234", true)]
    [InlineData("9876", true)]
    [InlineData("0482", true)]
    [InlineData("1357", false)]
    [InlineData("4821", false)]
    [InlineData("1233", false)]
    public void TrivialPins_AreRunsRepetitionsAndLeadingZeros(string pin, bool trivial) => Assert.Equal(trivial, PinShape.IsTrivial(pin));
}
