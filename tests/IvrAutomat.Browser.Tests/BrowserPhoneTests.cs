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

    [Fact]
    public async Task TheAutomatsOwnVoice_IsPlayed()
    {
        const string Reason = "espeak-ng is not installed. On Debian: apt-get install espeak-ng.";
        if (!File.Exists("/usr/bin/espeak-ng"))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Reason);
            Assert.Fail(Reason);
        }

        await using var phone = await PhonePage.OpenAsync(1440, 900, settings: new() { ["Speech:Engine"] = "EspeakNg" });
        var heard = new List<string>();
        phone.Page.Response += (_, response) =>
        {
            if (response.Url.Contains("/audio/", StringComparison.Ordinal) && response.Ok)
            {
                heard.Add(response.Headers["content-type"]);
            }
        };

        // The first call may still be said by the carrier while the files are being made.
        for (var call = 0; call < 5 && heard.Count == 0; call++)
        {
            await phone.DialAsync("2026001004");
            await phone.HearAsync("PIN k objednávce");
            await phone.Page.Locator("#hang-up").ClickAsync();
            await Assertions.Expect(phone.Page.Locator("#dial")).ToBeVisibleAsync();
        }

        Assert.NotEmpty(heard);
        Assert.All(heard, type => Assert.Equal("audio/wav", type));
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
