using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace IvrAutomat.Browser.Tests;

public sealed partial class StudioTests
{
    // Of two callers, because whoever calls again is greeted in other words.
    private const string PackedOrder = "2026001001";
    private const string UnpaidOrder = "2026001002";

    [Fact]
    public async Task AGreeting_IsEditedHeardAndPublished_TheNextCallSpeaksIt_AndItComesBack()
    {
        await using var phone = await PhonePage.OpenAsync(1440, 900);
        var admin = await phone.OpenConsoleAsync("admin");
        await admin.Keyboard.PressAsync("s");
        await Assertions.Expect(admin.Locator("main")).ToContainTextAsync("Vyberte větu, upravte ji");
        Assert.Empty(await Accessibility.LookAsync(admin, "studio"));
        await admin.GetByRole(AriaRole.Link, new() { Name = "greeting.known" }).ClickAsync();

        var form = admin.Locator("form[data-text='cs-text-0']");
        await form.Locator("textarea").FillAsync("Bohužel, tady {shop}. Nechcete člověka?");
        await Assertions.Expect(form.Locator(".lint")).ToContainTextAsync("omlouvá se jen člověk", new() { Timeout = 15_000 });
        Assert.Empty(await Accessibility.LookAsync(admin, "studio-prompt-lint"));
        await form.Locator("textarea").FillAsync("Nazdar, tady {shop}, mluví automat. Na nule je člověk.");
        await Assertions.Expect(form.Locator(".heard")).ToContainTextAsync("Nazdar, tady Vzorový obchod", new() { Timeout = 15_000 });
        await Assertions.Expect(form.Locator(".lint li")).ToHaveCountAsync(0);
        var heard = admin.WaitForResponseAsync(answer => answer.Url.EndsWith("/studio/hear", StringComparison.Ordinal));
        await form.GetByRole(AriaRole.Button, new() { Name = "Poslechnout" }).ClickAsync();
        Assert.True((await heard).Ok);
        await form.GetByRole(AriaRole.Button, new() { Name = "Uložit do konceptu" }).ClickAsync();

        await admin.GetByRole(AriaRole.Link, new() { Name = "Porovnat a publikovat" }).ClickAsync();
        await Assertions.Expect(admin.Locator("ins").First).ToContainTextAsync("Nazdar,");
        Assert.Empty(await Accessibility.LookAsync(admin, "studio-draft"));
        await admin.GetByRole(AriaRole.Button, new() { Name = "Publikovat vše" }).ClickAsync();
        await Assertions.Expect(admin.Locator("main [role=status]")).ToContainTextAsync("Verze 1 platí");
        Assert.Empty(await Accessibility.LookAsync(admin, "studio-history"));

        await phone.DialAsync(PackedOrder);
        await phone.HearAsync("Nazdar, tady Vzorový obchod, mluví automat");

        await admin.GetByRole(AriaRole.Link, new() { Name = "Vrátit se k původním textům" }).ClickAsync();
        Assert.Empty(await Accessibility.LookAsync(admin, "studio-back"));
        await admin.GetByRole(AriaRole.Button, new() { Name = "Vrátit a publikovat" }).ClickAsync();
        await Assertions.Expect(admin.Locator("main [role=status]")).ToContainTextAsync("Verze 2 platí");
        await phone.Page.ReloadAsync();
        await phone.DialAsync(UnpaidOrder);
        await phone.HearAsync("Dobrý den, tady Vzorový obchod");
        Assert.Empty(phone.Errors);
    }

    [Fact]
    public async Task AText_IsHeardInTheBrowser_ByTheEngineThatCallersHear()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/espeak-ng") || Environment.GetEnvironmentVariable("CI") == "true", "espeak-ng is not installed. On Debian: apt-get install espeak-ng.");
        await using var phone = await PhonePage.OpenAsync(1440, 900, settings: new() { ["Speech:Engine"] = "EspeakNg" });
        var jana = await phone.OpenConsoleAsync("jana");
        await jana.GotoAsync("/studio/prompt/greeting.known");
        var form = jana.Locator("form[data-text='cs-text-0']");
        await form.GetByRole(AriaRole.Button, new() { Name = "Poslechnout" }).ClickAsync();

        // Set from the length of what the browser decoded.
        await Assertions.Expect(form).ToHaveAttributeAsync("data-heard", Seconds(), new() { Timeout = 20_000 });
        Assert.Empty(phone.Errors);
    }

    [GeneratedRegex(@"^[2-9]\.\d$", RegexOptions.None, 1000)]
    private static partial Regex Seconds();

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task EveryPageOfTheStudio_FitsTheWindow_AndAxeFindsNothingSerious(int width, ColorScheme scheme)
    {
        await using var phone = await PhonePage.OpenAsync(width, 800, scheme);
        var admin = await phone.OpenConsoleAsync("admin", width, 800, scheme);
        var found = new List<string>();
        foreach (var path in (string[])[
            "/studio", "/studio?q=nenajde", "/studio/prompt/greeting.first", "/studio/prompt/identification.none", "/studio/prompt/order-number", "/studio/prompt/email.cancelled",
            "/studio/prompt/cancel.done", "/studio/draft", "/studio/history", "/studio/history/0", "/studio/announcement", "/studio/hours", "/studio/statuses",
            "/studio/heard?at=2026-12-24T10:00", "/studio/unheard"])
        {
            await admin.GotoAsync(path);
            await admin.EvaluateAsync("() => document.querySelectorAll('details').forEach((each, at) => { each.open = at < 4; })");
            await LookAsync(admin, path, width, found);
        }

        Assert.Empty(found);
    }

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task WhatIsRefusedOrRemarked_FitsTheWindow_AndAxeFindsNothingSerious(int width, ColorScheme scheme)
    {
        await using var phone = await PhonePage.OpenAsync(width, 800, scheme);
        var admin = await phone.OpenConsoleAsync("admin", width, 800, scheme);
        var found = new List<string>();

        await admin.GotoAsync("/studio/hours");
        await admin.Locator("input[name=Monday]").FillAsync("od rána");
        await admin.Locator("textarea[name=closures]").FillAsync("na Štědrý den");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Uložit" }).ClickAsync();
        await Assertions.Expect(admin.Locator("main [role=alert]")).ToContainTextAsync("není den");
        await LookAsync(admin, "hours-refused", width, found);

        await admin.GotoAsync("/studio/announcement");
        await admin.Locator("textarea[name=cs]").FillAsync("Omlouváme se, dnes nejdou platby.");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Hlásit", Exact = true }).ClickAsync();
        await Assertions.Expect(admin.Locator("main [role=alert]")).ToContainTextAsync("se omlouvá");
        await LookAsync(admin, "announcement-refused", width, found);
        await admin.Locator("textarea[name=cs]").FillAsync("Dnes nejdou platby kartou.");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Hlásit", Exact = true }).ClickAsync();
        await Assertions.Expect(admin.Locator("main .card").First).ToContainTextAsync("Dnes nejdou");
        await LookAsync(admin, "announcement-set", width, found);

        await admin.GotoAsync("/studio/prompt/greeting.known");
        var form = admin.Locator("form[data-text='cs-text-0']");
        await form.Locator("textarea").FillAsync("Dobrý <b>den</b>, tady {shop}. Na nule je člověk.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Publikovat hned" }).ClickAsync();
        await Assertions.Expect(admin.Locator("main [role=alert]")).ToContainTextAsync("Nic se nepublikovalo");
        await LookAsync(admin, "text-refused", width, found);
        await form.Locator("textarea").FillAsync("Bohužel, tady {shop}, hlasový automat. Na nule je člověk.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Publikovat hned" }).ClickAsync();
        await Assertions.Expect(admin.Locator("main .remarks")).ToContainTextAsync("Text se omlouvá");
        await LookAsync(admin, "text-remarked", width, found);

        await admin.GotoAsync("/studio/history/0");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Vrátit a publikovat" }).ClickAsync();
        Assert.Empty(found);
    }

    private static async Task LookAsync(IPage page, string path, int width, List<string> found)
    {
        Assert.True(await Accessibility.FitsAsync(page), $"{path} is wider than {width}");
        found.AddRange(await Accessibility.LookAsync(page, $"{path.Split('&')[0].Trim('/').Replace('/', '-').Replace('?', '-').Replace(':', '-')}-{width}"));
    }
}
