using Microsoft.Playwright;

namespace IvrAutomat.Browser.Tests;

public sealed class AgentPhoneTests
{
    private const string Jana = "+420602000001";
    private const string Petr = "+420602000002";
    private const string Room = "<Dial><Conference endConferenceOnExit=\"true\" beep=\"false\" waitUrl=\"\">room</Conference></Dial>";

    [Fact]
    public async Task PhoneOfAnAgent_RingsAndTheWhisperIsReadAndHeard()
    {
        await using var phone = await PhonePage.OpenAsync(1440, 900);
        var jana = await phone.OpenAgentAsync(1);
        await phone.CallAsync(Jana, "<Say language=\"cs-CZ\">Konec nula nula jedna, ověřeno.</Say><Pause length=\"60\"/>");

        await Assertions.Expect(jana.Locator("#status")).ToContainTextAsync("Zvoní", new() { Timeout = 10_000 });
        Assert.StartsWith("Zvoní!", await jana.TitleAsync(), StringComparison.Ordinal);
        await Assertions.Expect(jana.Locator("#answer")).ToBeFocusedAsync();
        await jana.Keyboard.PressAsync("Enter");
        await Assertions.Expect(jana.Locator("#transcript")).ToContainTextAsync("ověřeno");
        await jana.Locator("#hang-up").ClickAsync();
        await Assertions.Expect(jana.Locator("#status")).ToContainTextAsync("Zavěsili jste");
        Assert.Empty(phone.Errors);
    }

    [Fact]
    public async Task RefusedCall_LeavesThePhoneReadyForTheNext()
    {
        await using var phone = await PhonePage.OpenAsync(1440, 900);
        var petr = await phone.OpenAgentAsync(2);
        await phone.CallAsync(Petr, "<Hangup/>");
        await petr.Locator("#decline").ClickAsync(new() { Timeout = 10_000 });
        await Assertions.Expect(petr.Locator("#status")).ToContainTextAsync("Odmítli jste");

        await phone.CallAsync(Petr, "<Hangup/>");
        await Assertions.Expect(petr.Locator("#answer")).ToBeVisibleAsync(new() { Timeout = 10_000 });
        Assert.Empty(phone.Errors);
    }

    [Fact]
    public async Task ConnectedPhones_ShowWhatTheOtherSideSays()
    {
        await using var phone = await PhonePage.OpenAsync(1440, 900);
        var jana = await phone.OpenAgentAsync(1);
        var petr = await phone.OpenAgentAsync(2);
        await phone.CallAsync(Jana, Room);
        await phone.CallAsync(Petr, Room);
        await jana.Locator("#answer").ClickAsync(new() { Timeout = 10_000 });
        await petr.Locator("#answer").ClickAsync(new() { Timeout = 10_000 });

        await Assertions.Expect(jana.Locator("#transcript")).ToContainTextAsync("Spojeno se zákazníkem");
        await jana.Locator("#words").FillAsync("Dobrý den, tady Jana.");
        await jana.Locator("#words").PressAsync("Enter");
        await Assertions.Expect(petr.Locator("#transcript")).ToContainTextAsync("Dobrý den, tady Jana.");
        await Assertions.Expect(jana.Locator(".own.waiting")).ToHaveCountAsync(0);
        await jana.Locator("#hang-up").ClickAsync();
        await Assertions.Expect(petr.Locator("#transcript")).ToContainTextAsync("Spojení skončilo");
        Assert.Empty(phone.Errors);
    }

    [Fact]
    public async Task WordsWhileOnlyKeysAreTaken_AreMarkedAsNotTaken()
    {
        await using var phone = await PhonePage.OpenAsync(1440, 900);
        var jana = await phone.OpenAgentAsync(1);
        await phone.CallAsync(Jana, "<Gather action=\"http://127.0.0.1/\" timeout=\"60\"><Say language=\"cs-CZ\">Stiskněte jedničku.</Say></Gather>");
        await jana.Locator("#answer").ClickAsync(new() { Timeout = 10_000 });
        await Assertions.Expect(jana.Locator("#expects")).ToContainTextAsync("klávesy");
        await jana.Locator("#words").FillAsync("ano");
        await jana.Locator("#words").PressAsync("Enter");
        await Assertions.Expect(jana.Locator(".own.lost")).ToContainTextAsync("bere jen klávesy");
        Assert.Empty(phone.Errors);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1600)]
    public async Task ThePage_NeverScrollsSideways(int width)
    {
        await using var phone = await PhonePage.OpenAsync(width, 800, ColorScheme.Dark);
        var jana = await phone.OpenAgentAsync(1);
        await jana.SetViewportSizeAsync(width, 800);
        Assert.True(await jana.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }
}
