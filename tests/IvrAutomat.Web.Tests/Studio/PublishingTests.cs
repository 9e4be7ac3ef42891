using System.Collections.Immutable;
using System.Net;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Prompts.Editing;
using IvrAutomat.Web.Tests.AgentConsole;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Studio;

/// <summary>Texts that go live, and back, over HTTP.</summary>
public sealed class PublishingTests
{
    private const string New = "Nazdar, tady {shop}, mluví automat. Na nule je člověk.";

    [Theory]
    [BothDatabases]
    public async Task APublishedText_IsHeardOnTheNextCall_AndTheOldOneComesBack(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var scene = await StudioScene.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");
        var before = scene.Content("cs/greeting.yaml");

        await StudioScene.SendAsync(admin, "publish/one", New);
        Assert.Contains("Verze 1", admin.Main, StringComparison.Ordinal);
        Assert.Contains("Nazdar, tady Vzorový obchod", await scene.GreetingAsync(), StringComparison.Ordinal);
        Assert.Equal(before.Replace($"text-with-offer: \"{StudioScene.First}", $"text-with-offer: \"{New}", StringComparison.Ordinal), scene.Content("cs/greeting.yaml"));

        await admin.OpenAsync("/studio/history/0");
        Assert.Contains(StudioScene.First, admin.Main, StringComparison.Ordinal);
        await admin.SendAsync("main form");
        Assert.Contains("návrat k původním textům", admin.Main, StringComparison.Ordinal);
        Assert.Contains("Dobrý den, tady Vzorový obchod", await scene.GreetingAsync(), StringComparison.Ordinal);
        Assert.Equal(before, scene.Content("cs/greeting.yaml"));

        var audit = await scene.Host.ReadAsync(db => db.Audit.Where(row => row.Act.StartsWith("prompt.")).OrderBy(row => row.Id).Select(row => $"{row.Account} {row.Act} {row.Note}").ToListAsync());
        Assert.Equal(["admin prompt.drafted cs greeting.first text-with-offer", "admin prompt.published 1", "admin prompt.rolled-back 2 = 0"], audit);
        Assert.Equal(3, await scene.Host.ReadAsync(db => db.Feed.CountAsync(row => row.Kind == FeedKinds.Prompts)));
    }

    [Fact]
    public async Task TheDraft_IsHeardByNobody_UntilAllOfItIsPublishedAtOnce()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");
        await StudioScene.SendAsync(admin, "draft", New);
        await StudioScene.SendAsync(admin, "draft", "Tak na slyšenou.", "goodbye.open", "cs-text-0");
        Assert.Contains("Dobrý den", await scene.GreetingAsync(), StringComparison.Ordinal);

        await admin.OpenAsync("/studio");
        Assert.Contains("V konceptu čeká textů: 2", admin.Main, StringComparison.Ordinal);
        await admin.OpenAsync("/studio/draft");
        Assert.Contains("Nazdar,", admin.Page.QuerySelector("ins")!.TextContent + admin.Main, StringComparison.Ordinal);
        await admin.SendAsync("form[action$='/publish']", ("note", "veselejší"));

        Assert.Contains("veselejší", admin.Main, StringComparison.Ordinal);
        Assert.Contains("Nazdar", await scene.GreetingAsync(), StringComparison.Ordinal);
        Assert.Contains("Tak na slyšenou.", scene.Content("cs/goodbye.yaml"), StringComparison.Ordinal);
        Assert.Equal(0, await scene.Host.ReadAsync(db => db.PromptDrafts.CountAsync()));
    }

    [Fact]
    public async Task ATextChangedOnTheDiskMeanwhile_KeepsTheWholeDraftBack_UntilSomebodyDecides()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");
        await StudioScene.SendAsync(admin, "draft", New);
        await StudioScene.SendAsync(admin, "draft", "Tak na slyšenou.", "goodbye.open", "cs-text-0");
        await admin.OpenAsync("/studio/draft");
        var (action, fields) = admin.Form("form[action$='/publish']");
        const string OnDisk = "Zdravíme, tady {shop}, hlasový automat. Na nule je člověk.";
        var goodbye = scene.Content("cs/goodbye.yaml");
        await File.WriteAllTextAsync(scene.File("cs/greeting.yaml"), scene.Content("cs/greeting.yaml").Replace($"text-with-offer: \"{StudioScene.First}\"", $"text-with-offer: \"{OnDisk}\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, await admin.PostAsync(action, fields));
        Assert.Contains(OnDisk, admin.Main, StringComparison.Ordinal);
        Assert.Contains(New, admin.Main, StringComparison.Ordinal);
        Assert.Contains(OnDisk, scene.Content("cs/greeting.yaml"), StringComparison.Ordinal);
        Assert.Equal(goodbye, scene.Content("cs/goodbye.yaml"));

        await admin.SendAsync("[role=alert] form");
        await admin.OpenAsync("/studio/draft");
        Assert.Equal(HttpStatusCode.OK, await admin.SendAsync("form[action$='/publish']"));
        Assert.Contains(New, scene.Content("cs/greeting.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATextThatCannotBeSpoken_IsNeverPublished()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");
        var before = scene.Content("cs/greeting.yaml");

        Assert.Equal(HttpStatusCode.BadRequest, await StudioScene.SendAsync(admin, "publish/one", "Dobrý <script>alert(1)</script> {nikdo}."));

        Assert.Contains("je značka", admin.Main, StringComparison.Ordinal);
        Assert.Empty(admin.Page.QuerySelectorAll("main script:not([src])"));
        Assert.Equal(before, scene.Content("cs/greeting.yaml"));
        Assert.Equal(0, await scene.Host.ReadAsync(db => db.PromptVersions.CountAsync()));
    }

    [Fact]
    public async Task AFolderThatCannotBeWrittenTo_ChangesNothing_AndIsNoVersion()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");
        Directory.CreateDirectory(scene.File("cs/.greeting.yaml.new"));

        Assert.Equal(HttpStatusCode.BadRequest, await StudioScene.SendAsync(admin, "publish/one", New));

        Assert.Contains("nejde zapisovat", admin.Main, StringComparison.Ordinal);
        Assert.Equal(0, await scene.Host.ReadAsync(db => db.PromptVersions.CountAsync()));
        Assert.Equal(1, await scene.Host.ReadAsync(db => db.PromptDrafts.CountAsync()));
    }

    [Fact]
    public async Task AnOldTextThatThisProgramCannotSpeak_KeepsNoOtherFromBeingHeard()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var scene = await StudioScene.StartAsync(database, "Database");
        using var admin = await DeskClient.SignInAsync(scene.Host, "admin");
        await StudioScene.SendAsync(admin, "publish/one", New);
        await scene.Host.ReadAsync(async db =>
        {
            var old = StoredJson.Write<ImmutableArray<TextEdit>>([new(new("cs", "goodbye.open", "text", 0), "Na slyšenou.", "Na slyšenou, {gone, date, when}.")]);
            db.PromptVersions.Add(new() { Number = 2, At = default, PublishedBy = "admin", Note = "", Edits = old });
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        await using var newer = await StudioScene.StartAsync(database, "Database");
        await newer.UntilHeardAsync("Nazdar");
        Assert.Contains("\"Na slyšenou.\"", newer.Content("cs/goodbye.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [BothDatabases]
    public async Task OnSeveralMachines_EachWritesWhatWasPublished_AlsoOneThatStartsLater(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var one = await StudioScene.StartAsync(database, "Database");
        await using var other = await StudioScene.StartAsync(database, "Database");
        using var admin = await DeskClient.SignInAsync(one.Host, "admin");
        await StudioScene.SendAsync(admin, "publish/one", New);

        Assert.Contains("Nazdar", await one.GreetingAsync(), StringComparison.Ordinal);
        await other.UntilHeardAsync("Nazdar");
        Assert.Equal(one.Content("cs/greeting.yaml"), other.Content("cs/greeting.yaml"));

        await using var later = await StudioScene.StartAsync(database, "Database");
        await later.UntilHeardAsync("Nazdar");

        using var there = await DeskClient.SignInAsync(other.Host, "admin");
        await there.OpenAsync("/studio/history/0");
        await there.SendAsync("main form");
        await one.UntilHeardAsync("Dobrý den");
        await later.UntilHeardAsync("Dobrý den");
    }
}
