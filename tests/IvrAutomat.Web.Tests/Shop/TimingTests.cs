using System.Diagnostics;
using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Tests.Shop;

/// <summary>Runs when no other test does: what it measures is smaller than what they would disturb.</summary>
[CollectionDefinition(nameof(Undisturbed), DisableParallelization = true)]
public sealed class Undisturbed;

[Collection(nameof(Undisturbed))]
public sealed class TimingTests
{
    [Theory]
    [InlineData("9082", "9082")]
    [InlineData("4821", "9082")]
    public async Task KnownAndUnknownOrders_TakeTheSameTime(string pinOfKnown, string pinOfUnknown)
    {
        await using var shop = await ShopFixture.CreateAsync();
        await MediansAsync(shop, pinOfKnown, pinOfUnknown, times: 50);
        var (known, unknown) = await MediansAsync(shop, pinOfKnown, pinOfUnknown, times: 500);
        Assert.True(Math.Abs(known - unknown) < 1, $"Known orders take {known:0.000} ms, unknown ones {unknown:0.000} ms.");
    }

    // In turns, and each first as often as the other, so that a busy machine slows both alike.
    private static async Task<(double Known, double Unknown)> MediansAsync(ShopFixture shop, string pinOfKnown, string pinOfUnknown, int times)
    {
        var known = new List<double>(times);
        var unknown = new List<double>(times);
        for (var n = 0; n < times; n++)
        {
            if (n % 2 == 0)
            {
                known.Add(await TimeAsync(shop, ShopFixture.First, pinOfKnown));
                unknown.Add(await TimeAsync(shop, null, pinOfUnknown));
            }
            else
            {
                unknown.Add(await TimeAsync(shop, null, pinOfUnknown));
                known.Add(await TimeAsync(shop, ShopFixture.First, pinOfKnown));
            }
        }

        known.Sort();
        unknown.Sort();
        return (known[times / 2], unknown[times / 2]);
    }

    private static async Task<double> TimeAsync(ShopFixture shop, string? candidate, string pin)
    {
        var began = Stopwatch.GetTimestamp();
        await shop.Desk.CheckPinAsync(
            ShopFixture.CallAbout(candidate), new SecretEntry(pin, CodeOnly: false, ShopFixture.Phone("+420777000001"), Contact: null),
            TestContext.Current.CancellationToken);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
