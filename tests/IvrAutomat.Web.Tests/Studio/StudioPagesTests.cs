using System.Net;
using System.Text.Json;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Studio;
using IvrAutomat.Web.Tests.AgentConsole;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Studio;

public sealed class StudioPagesTests
{
    [Fact]
    public async Task TheList_StandsInTheOrderOfACall_AndIsSearched()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");

        await admin.OpenAsync("/studio");
        var parts = admin.Page.QuerySelectorAll("main h2").Select(part => part.TextContent).ToList();
        Assert.Equal(["Pozdrav", "Ověření", "Stav objednávky"], parts.Take(3));
        Assert.Contains("Vyberte větu", admin.Main, StringComparison.Ordinal);
        Assert.Equal(Languages.All.Select(language => language.Tag), admin.Page.QuerySelector(".side")!.QuerySelectorAll("p").Select(text => text.GetAttribute("lang")));

        await admin.OpenAsync("/studio?q=klidn%C4%9B");
        Assert.Contains("menu.order", admin.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("greeting.first", admin.Main, StringComparison.Ordinal);
        await admin.OpenAsync("/studio?q=nenajde+se");
        Assert.Contains("Žádný text tomu neodpovídá", admin.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APromptsPage_TellsWhereItIsSaid_WhatItMayMention_AndHowLongItIs()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");

        await admin.OpenAsync("/studio/prompt/cancel.done");
        Assert.Contains("Kde v hovoru zazní: zrušení", admin.Main, StringComparison.Ordinal);
        Assert.Contains("objednávka se ruší Cancelling", admin.Main, StringComparison.Ordinal);
        Assert.Matches("hotovo[^→·]*→ ", admin.Main);
        Assert.DoesNotMatch("(done|silence|case opened) → ", admin.Main);
        Assert.Contains("{channel} (volba)", admin.Main, StringComparison.Ordinal);
        Assert.Matches(@"\d\.\d s", admin.Page.QuerySelector(".seconds")!.TextContent);
        Assert.Contains("esemeskou", admin.Page.QuerySelector(".heard")!.TextContent + admin.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await admin.OpenAsync("/studio/prompt/no.such"));
    }

    [Theory]
    [InlineData("greeting.first", "kdo volá poprvé a jehož číslo u žádné otevřené objednávky není")]
    [InlineData("greeting.known", "z čísla uvedeného u otevřené objednávky")]
    [InlineData("greeting.again", "v posledních sedmi dnech už volal")]
    public async Task AGreetingsPage_TellsWhoHearsIt(string key, string told)
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");
        await admin.OpenAsync($"/studio/prompt/{key}");
        Assert.Contains(told, admin.Page.QuerySelector(".when")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAgent_ReadsAndListens_ButChangesNothing()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var jana = await DeskClient.SignInAsync(scene.Host, "jana");

        Assert.Equal(HttpStatusCode.OK, await jana.OpenAsync("/studio/prompt/greeting.first"));
        Assert.All(jana.Page.QuerySelectorAll("textarea"), text => Assert.True(text.HasAttribute("readonly")));
        Assert.Empty(jana.Page.QuerySelectorAll("[formaction]"));
        Assert.Equal(HttpStatusCode.Forbidden, await StudioScene.SendAsync(jana, "draft", "Nazdar."));
        Assert.Equal(HttpStatusCode.Forbidden, await StudioScene.SendAsync(jana, "publish/one", "Nazdar."));
        Assert.Equal(HttpStatusCode.OK, await StudioScene.SendAsync(jana, "hear", StudioScene.First));
    }

    [Fact]
    public async Task WhileSomebodyTypes_TheTextIsJudgedInTheirLanguage_AndNothingIsKept()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");
        var before = scene.Content("cs/greeting.yaml");

        await StudioScene.SendAsync(admin, "lint", "Bohužel, tady {shop}. Nechcete člověka?");
        var found = JsonDocument.Parse(admin.Page.DocumentElement.TextContent).RootElement;

        Assert.Equal(["apology", "negative-question"], found.GetProperty("findings").EnumerateArray().Select(each => each.GetProperty("rule").GetString()).Where(rule => rule != "spelling-unavailable").Order(StringComparer.Ordinal));
        Assert.Contains("omlouvá se jen člověk", admin.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bohužel, tady Vzorový obchod. Nechcete člověka?", found.GetProperty("heard").GetString());
        Assert.Matches(@"^\d\.\d s$", found.GetProperty("seconds").GetString());
        Assert.Equal(before, scene.Content("cs/greeting.yaml"));

        await StudioScene.SendAsync(admin, "lint", "Dobrý den.");
        Assert.Contains("languages-differ", admin.Page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATextIsHeard_WithExampleValues_ByTheEngineThatIsSet()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        var heard = new List<string>();
        await using var scene = await StudioScene.StartAsync(database, change: services => services.AddSingleton<HearText>((language, text, slow, _) =>
        {
            heard.Add($"{language} {slow} {text}");
            return Task.FromResult<byte[]?>("RIFF"u8.ToArray());
        }));
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");

        Assert.Equal(HttpStatusCode.OK, await StudioScene.SendAsync(admin, "hear", "Tady {shop}."));
        Assert.Equal(HttpStatusCode.BadRequest, await StudioScene.SendAsync(admin, "hear", "Tady {nikdo}."));

        Assert.Equal(["cs False Tady Vzorový obchod."], heard);
    }

    [Fact]
    public async Task WhatAColleaguePutIntoTheDraftMeanwhile_IsNotOverwritten()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var first = await DeskClient.SignInAsync(scene.Host, "admin");
        using var second = await DeskClient.SignInAsync(scene.Host, "admin");
        await first.OpenAsync("/studio/prompt/greeting.first");
        await StudioScene.SendAsync(second, "draft", "Nazdar, tady {shop}.");

        Assert.Equal(HttpStatusCode.Conflict, await StudioScene.ResendAsync(first, "draft", "Ahoj, tady {shop}."));
        Assert.Contains("Ahoj, tady {shop}.", first.Main, StringComparison.Ordinal);
        await first.OpenAsync("/studio/draft");
        Assert.Contains("Nazdar, tady {shop}.", first.Main, StringComparison.Ordinal);

        await StudioScene.SendAsync(first, "draft", StudioScene.First);
        await first.OpenAsync("/studio/draft");
        Assert.Contains("Koncept je prázdný", first.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesThatCannotBeSpoken_AreShownWithPlaceAndRemedy_WhileTheLineSpeaks()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");
        await File.AppendAllTextAsync(scene.File("cs/goodbye.yaml"), "\nbroken: \"{\"\n", TestContext.Current.CancellationToken);

        for (var tries = 0; admin.Page.QuerySelector("main [role=alert]") is null; tries++)
        {
            Assert.True(tries < 100, "The page does not tell.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await admin.OpenAsync("/studio");
        }

        Assert.Contains("cs/goodbye.yaml:", admin.Page.QuerySelector("main [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dobrý den", await scene.GreetingAsync(), StringComparison.Ordinal);
    }
}
