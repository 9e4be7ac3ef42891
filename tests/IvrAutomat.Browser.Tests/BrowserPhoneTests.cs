using Microsoft.Playwright;

namespace IvrAutomat.Browser.Tests;

public sealed class BrowserPhoneTests
{
    [Fact]
    public async Task ANewUser_DialsProvesAndCancels_AndTheReceiptArrives()
    {
        await using var phone = await PhonePage.OpenAsync(1440, 900);

        await phone.DialAsync("2026001001");
        await phone.HearAsync("PIN k objednávce");
        await phone.PressAsync("4821");
        await phone.HearAsync("je zaplacená a právě ji balíme");
        await phone.PressAsync("2");
        await phone.HearAsync("Opravdu zrušit?");
        await phone.PressAsync("1");
        await phone.HearAsync("Hotovo, objednávka je zrušená");
        await Assertions.Expect(phone.Page.Locator("#messages")).ToContainTextAsync("objednavka 2026001001 je zrusena", new() { Timeout = 15_000 });
        Assert.Empty(phone.Errors);
    }

    [Fact]
    public async Task ThePinInTheTranscript_IsDots()
    {
        await using var phone = await PhonePage.OpenAsync(390, 844, ColorScheme.Dark);

        await phone.DialAsync("2026001003");
        await phone.HearAsync("PIN k objednávce");
        await phone.PressAsync("1964");
        await phone.HearAsync("Zásilka je na cestě");
        Assert.DoesNotContain("1964", await phone.Page.Locator("#transcript").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(phone.Errors);
    }

    [Fact]
    public async Task WordsAreUnderstood_AndTheCallerCanHangUp()
    {
        await using var phone = await PhonePage.OpenAsync(390, 844);

        await phone.DialAsync("2026001004");
        await phone.HearAsync("PIN k objednávce");
        await phone.PressAsync("5577");
        await phone.HearAsync("Zásilka čeká na výdejním místě");
        await phone.Page.Locator("#words").FillAsync("zrušit objednávku");
        await phone.Page.Locator("#words").PressAsync("Enter");
        await phone.HearAsync("Zásilku už má dopravce");
        await phone.Page.Locator("#hang-up").ClickAsync();
        await Assertions.Expect(phone.Page.Locator("#dial")).ToBeVisibleAsync();
        Assert.Empty(phone.Errors);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1600)]
    public async Task ThePage_NeverScrollsSideways(int width)
    {
        await using var phone = await PhonePage.OpenAsync(width, 800);

        Assert.False(await phone.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }
}
