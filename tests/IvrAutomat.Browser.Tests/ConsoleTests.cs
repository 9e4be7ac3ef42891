using Microsoft.Playwright;

namespace IvrAutomat.Browser.Tests;

public sealed class ConsoleTests
{
    private const string OwnFaultOrder = "2026001007";
    private const string OwnFaultPin = "2093";
    private const string PackedOrder = "2026001001";

    [Fact]
    public async Task TransferredCall_StandsOnTheDeskOfTheAgentWhoIsRung_AndOfNobodyElse()
    {
        await using var phone = await PhonePage.OpenAsync(1440, 900);
        var jana = await phone.OpenConsoleAsync("jana");
        var petr = await phone.OpenConsoleAsync("petr");
        var telephone = await phone.OpenAgentAsync(1);
        await phone.DialAsync(OwnFaultOrder);
        await phone.HearAsync("PIN");
        await phone.PressAsync(OwnFaultPin);

        await Assertions.Expect(jana.Locator(".incoming")).ToContainTextAsync(OwnFaultOrder, new() { Timeout = 30_000 });
        Assert.Empty(await Accessibility.LookAsync(jana, "desk-call"));
        await Assertions.Expect(petr.Locator(".incoming")).ToHaveCountAsync(0);
        await telephone.Locator("#answer").ClickAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(telephone.Locator("#transcript")).ToContainTextAsync("objednávka", new() { Timeout = 10_000 });
        await telephone.Locator("#keypad button", new() { HasText = "1" }).First.ClickAsync();
        await Assertions.Expect(jana.Locator(".incoming h2").First).ToContainTextAsync("Váš hovor", new() { Timeout = 10_000 });
        Assert.Empty(phone.Errors);
    }

    [Fact]
    public async Task PageWhoseStreamIsSilent_SaysSo_AndIsUpToDateOnceItIsBack()
    {
        await using var phone = await PhonePage.OpenAsync(1440, 900);
        var jana = await phone.OpenConsoleAsync("jana");
        var cutOff = jana.Locator("#cut-off");
        await jana.Clock.InstallAsync();
        await Task.WhenAll(jana.WaitForRequestAsync("**/console/events"), jana.ReloadAsync());
        await Assertions.Expect(cutOff).ToBeHiddenAsync();

        // As where a machine loses its network: nothing is closed, nothing comes, and nobody answers a second time.
        await jana.RouteAsync("**/console/events", route => route.AbortAsync());
        await jana.Clock.FastForwardAsync(36_000);
        await Assertions.Expect(cutOff).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.LookAsync(jana, "desk-cut-off"));

        await phone.DialAsync(OwnFaultOrder);
        await phone.HearAsync("PIN");
        await phone.PressAsync(OwnFaultPin);
        await jana.UnrouteAllAsync();
        await Assertions.Expect(cutOff).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(jana.Locator(".incoming")).ToContainTextAsync(OwnFaultOrder, new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task AnAgentAsksAColleague_HandsTheCallOver_AndItStandsOnTheColleaguesDesk()
    {
        await using var phone = await PhonePage.OpenAsync(1440, 900);
        var jana = await phone.OpenConsoleAsync("jana");
        var petr = await phone.OpenConsoleAsync("petr");
        var janasPhone = await phone.OpenAgentAsync(1);
        var petrsPhone = await phone.OpenAgentAsync(2);
        await phone.DialAsync(OwnFaultOrder);
        await phone.HearAsync("PIN");
        await phone.PressAsync(OwnFaultPin);
        await janasPhone.Locator("#answer").ClickAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(janasPhone.Locator("#transcript")).ToContainTextAsync("objednávka", new() { Timeout = 10_000 });
        await janasPhone.Locator("#keypad button", new() { HasText = "1" }).First.ClickAsync();

        await jana.GetByRole(AriaRole.Button, new() { Name = "Zavolat, zákazník počká" }).ClickAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(jana.Locator(".incoming")).ToContainTextAsync("Zvoní: Petr");
        await Assertions.Expect(petr.Locator(".incoming")).ToContainTextAsync(OwnFaultOrder, new() { Timeout = 10_000 });
        await petrsPhone.Locator("#answer").ClickAsync(new() { Timeout = 15_000 });
        await Assertions.Expect(petrsPhone.Locator("#transcript")).ToContainTextAsync("Prosba o radu", new() { Timeout = 10_000 });
        await petrsPhone.Locator("#keypad button", new() { HasText = "1" }).First.ClickAsync();

        await Assertions.Expect(jana.Locator(".incoming")).ToContainTextAsync("Na lince je i Petr", new() { Timeout = 10_000 });
        Assert.Empty(await Accessibility.LookAsync(jana, "desk-consult"));
        await jana.GetByRole(AriaRole.Button, new() { Name = "Předat hovor" }).ClickAsync();
        await Assertions.Expect(petr.Locator(".incoming h2").First).ToContainTextAsync("Váš hovor", new() { Timeout = 10_000 });
        await Assertions.Expect(jana.Locator(".incoming")).ToHaveCountAsync(0, new() { Timeout = 10_000 });
        Assert.Empty(phone.Errors);
    }

    [Fact]
    public async Task AnOrder_IsFoundAndCancelled_OnlyAfterItIsRecordedHowTheCallerWasVerified()
    {
        await using var phone = await PhonePage.OpenAsync(1440, 900);
        var jana = await phone.OpenConsoleAsync("jana");
        await jana.Keyboard.PressAsync("/");
        await jana.Locator("input[name=wanted]").FillAsync(PackedOrder);
        await jana.Keyboard.PressAsync("Enter");
        await jana.GetByRole(AriaRole.Link, new() { Name = PackedOrder }).ClickAsync();
        await Assertions.Expect(jana.Locator("main")).ToContainTextAsync("neověřeno");
        await Assertions.Expect(jana.Locator("main")).Not.ToContainTextAsync("+420601000001");
        await Assertions.Expect(jana.GetByText("Zrušit objednávku", new() { Exact = true })).ToHaveCountAsync(0);

        await jana.Locator("select[name=way]").SelectOptionAsync("questions");
        await jana.GetByRole(AriaRole.Button, new() { Name = "Zaznamenat" }).ClickAsync();
        await Assertions.Expect(jana.Locator("main")).ToContainTextAsync("+420601000001");
        Assert.Empty(await Accessibility.LookAsync(jana, "order"));
        await jana.GetByText("Zrušit objednávku", new() { Exact = true }).ClickAsync();
        await jana.GetByRole(AriaRole.Button, new() { Name = "Ano, provést" }).First.ClickAsync();
        await Assertions.Expect(jana.Locator("main [role=status]")).ToContainTextAsync("Hotovo");
        await Assertions.Expect(jana.Locator("main")).ToContainTextAsync("zrušená");
        Assert.Empty(phone.Errors);
    }

    [Fact]
    public async Task TryMyPhone_RingsItAndPlaysAWhisper_AndNobodyIsInTheQueue()
    {
        await using var phone = await PhonePage.OpenAsync(1440, 900);
        var jana = await phone.OpenConsoleAsync("jana");
        var telephone = await phone.OpenAgentAsync(1);
        await jana.GetByRole(AriaRole.Button, new() { Name = "Zkusit můj telefon" }).ClickAsync();
        await Assertions.Expect(jana.Locator("main")).ToContainTextAsync("by měl teď zvonit");
        await telephone.Locator("#answer").ClickAsync(new() { Timeout = 15_000 });
        await Assertions.Expect(telephone.Locator("#transcript")).ToContainTextAsync("Zkouška telefonu", new() { Timeout = 10_000 });
        await jana.GotoAsync("/console");
        await Assertions.Expect(jana.Locator("main")).ToContainTextAsync("Nikdo nečeká");
        Assert.Empty(phone.Errors);
    }

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1600, ColorScheme.Light)]
    public async Task EveryPage_FitsTheWindow_AndAxeFindsNothingSerious(int width, ColorScheme scheme)
    {
        await using var phone = await PhonePage.OpenAsync(width, 800, scheme);
        var admin = await phone.OpenConsoleAsync("admin", width, 800, scheme);
        var paths = await admin.Locator("nav a").EvaluateAllAsync<string[]>("(links) => links.map((link) => link.getAttribute('href'))");
        Assert.NotEmpty(paths);
        var found = new List<string>();
        foreach (var path in (string[])[
            .. paths, "/console/order?id=demo-01", "/console/me", "/studio/announcement", "/studio/hours", "/studio/statuses", "/studio/heard?at=2026-12-24T10:00&language=sk"])
        {
            var answer = await admin.GotoAsync(path);
            Assert.True(answer!.Ok, $"{path}: {answer.Status}");
            Assert.True(await Accessibility.FitsAsync(admin), $"{path} is wider than {width}");
            found.AddRange(await Accessibility.LookAsync(admin, $"{path.Split('?')[0].Trim('/').Replace('/', '-')}-{width}"));
        }

        Assert.Empty(found);
        Assert.Empty(phone.Errors);
    }

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task ACallWordForWord_AndWhatIsKeptAboutANumber_FitTheWindow_AndAxeFindsNothingSerious(int width, ColorScheme scheme)
    {
        await using var phone = await PhonePage.OpenAsync(width, 800, scheme);
        await phone.DialAsync(PackedOrder);
        await phone.HearAsync("PIN");
        await phone.PressAsync("4821");
        await phone.HearAsync("Zrušit");
        var admin = await phone.OpenConsoleAsync("admin", width, 800, scheme);
        var found = new List<string>();

        await admin.GotoAsync("/console/privacy");
        await admin.Locator("input[name=phone]").FillAsync("abc");
        await admin.Locator("button[formaction$='/look']").ClickAsync();
        await LookAsync("privacy-refused");
        await admin.Locator("input[name=phone]").FillAsync("+420601000001");
        await admin.Locator("button[formaction$='/look']").ClickAsync();
        await LookAsync("privacy-look");

        await admin.GotoAsync("/console/order?id=demo-01");
        await admin.Locator("a[href^='/console/calls/']").First.ClickAsync();
        await admin.GetByRole(AriaRole.Link, new() { Name = "Slovo od slova" }).ClickAsync();
        await Assertions.Expect(admin.Locator("main table")).ToContainTextAsync("PIN");
        await LookAsync("words");
        await admin.GotoAsync("/console/calls/CA00000000000000000000000000000000/words");
        await LookAsync("words-none");
        Assert.Empty(found);

        async Task LookAsync(string name)
        {
            Assert.True(await Accessibility.FitsAsync(admin), $"{name} is wider than {width}");
            found.AddRange(await Accessibility.LookAsync(admin, $"{name}-{width}"));
        }
    }
}
