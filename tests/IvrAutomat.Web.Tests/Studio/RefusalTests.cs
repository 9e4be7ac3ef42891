using System.Net;
using IvrAutomat.Web.Tests.AgentConsole;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Studio;

/// <summary>What a colleague reads when a text is published with remarks, refused, or kept out by a file that is broken.</summary>
public sealed class RefusalTests
{
    private const string New = "Nazdar, tady {shop}, mluví automat. Na nule je člověk.";
    private const string Apologising = "Bohužel, tady {shop}, hlasový automat. Na nule je člověk.";
    private const string Unspeakable = "Dobrý <b>den</b>, tady {shop}. Na nule je člověk.";

    [Fact]
    public async Task ATextWithRemarks_IsPublished_AndThePageTellsEachWithFileLineAndRemedy()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");

        Assert.Equal(HttpStatusCode.OK, await StudioScene.SendAsync(admin, "publish/one", Apologising));

        var remarks = admin.Page.QuerySelector(".remarks")!;
        Assert.Contains("Verze 1 platí", admin.Main, StringComparison.Ordinal);
        Assert.Contains("Publikováno i tak. Připomínky k těmto textům: 1", remarks.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"cs/greeting\.yaml:\d+ greeting\.first Text se omlouvá", remarks.TextContent);
        Assert.Equal("/studio/prompt/greeting.first", remarks.QuerySelector("a")!.GetAttribute("href"));

        await StudioScene.SendAsync(admin, "publish/one", StudioScene.First);
        Assert.Null(admin.Page.QuerySelector(".remarks"));
    }

    [Fact]
    public async Task ARefusedText_StandsInItsBoxWithTheFinding_AndGoesLiveOnceMendedThere()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");

        Assert.Equal(HttpStatusCode.BadRequest, await StudioScene.SendAsync(admin, "publish/one", Unspeakable));

        var card = admin.Page.QuerySelector(".prompts > li")!;
        Assert.Contains("je značka", card.QuerySelector(".findings .bad")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Unspeakable, card.QuerySelector("textarea")!.TextContent);
        Assert.DoesNotContain("jiný text účet", admin.Main, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await StudioScene.ResendAsync(admin, "publish/one", New));
        Assert.Contains("Verze 1 platí", admin.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnesOwnRefusedText_IsNotCalledSomebodyElses_WhenAnOlderPageIsSentAgain()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");
        await admin.OpenAsync("/studio/prompt/greeting.first");
        var (_, older) = admin.Form("form[data-text='cs-text-with-offer-0']");
        await StudioScene.ResendAsync(admin, "publish/one", Unspeakable);
        older["text"] = New;

        Assert.Equal(HttpStatusCode.Conflict, await admin.PostAsync("/studio/publish/one", older));
        Assert.Contains("V konceptu už máte svůj text", admin.Main, StringComparison.Ordinal);
        Assert.Equal((Unspeakable, New), (admin.Page.QuerySelector("main blockquote")!.TextContent, admin.Page.QuerySelector("textarea")!.TextContent));

        Assert.Equal(HttpStatusCode.OK, await StudioScene.ResendAsync(admin, "publish/one", New));
        Assert.Contains("Verze 1 platí", admin.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AColleaguesTextInTheDraft_IsNamedByTheirAccount()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");
        await admin.OpenAsync("/studio/prompt/greeting.first");
        var (_, older) = admin.Form("form[data-text='cs-text-with-offer-0']");
        older["text"] = New;
        await StudioScene.ResendAsync(admin, "draft", "Ahoj, tady {shop}.");
        await scene.Host.ReadAsync(db => db.PromptDrafts.ExecuteUpdateAsync(row => row.SetProperty(each => each.ChangedBy, "petr")));

        Assert.Equal(HttpStatusCode.Conflict, await admin.PostAsync("/studio/draft", older));
        Assert.Contains("uložil jiný text účet petr", admin.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cs/greeting.yaml", New)]
    [InlineData("cs/goodbye.yaml", New)]
    [InlineData("cs/goodbye.yaml", Unspeakable)]
    public async Task AFileBrokenOnTheDisk_IsNamedWithItsLine_AndTheDraftGoesLiveOnceItIsMended(string file, string text)
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");
        await admin.OpenAsync("/studio/prompt/greeting.first");
        var whole = scene.Content(file);
        await File.WriteAllTextAsync(scene.File(file), "broken: [\n" + whole, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, await StudioScene.ResendAsync(admin, "publish/one", text));
        var broken = admin.Page.QuerySelector(".broken")!.TextContent;
        Assert.Contains($"{file}:", broken, StringComparison.Ordinal);
        Assert.Contains("Opravte soubor na uvedeném řádku ručně", broken, StringComparison.Ordinal);
        Assert.Equal(text == Unspeakable, admin.Main.Contains("je značka", StringComparison.Ordinal));
        Assert.DoesNotContain("v souborech není", admin.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("mezitím", admin.Main, StringComparison.Ordinal);

        await File.WriteAllTextAsync(scene.File(file), whole, TestContext.Current.CancellationToken);
        await admin.OpenAsync("/studio/draft");
        Assert.Null(admin.Page.QuerySelector(".broken"));
        Assert.DoesNotContain("mezitím", admin.Main, StringComparison.Ordinal);
        if (text == New)
        {
            Assert.Equal(HttpStatusCode.OK, await admin.SendAsync("form[action$='/publish']"));
            Assert.Contains("Verze 1 platí", admin.Main, StringComparison.Ordinal);
        }
    }
}
