using IvrAutomat.Orders;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Replay;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Replay;

/// <summary>Past calls, held against other prompts and other settings.</summary>
public sealed class ComparisonTests
{
    private const string Status = "status.packing";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NothingChanged_NothingDiverges()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await PlayAsync(database);

        Assert.Empty(await CompareAsync(host, Prompts(host).Current, shop: null));
    }

    [Fact]
    public async Task AChangedPrompt_IsFoundWhereItIsHeard_AndCountedOnce()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await PlayAsync(database);
        var texts = Prompts(host).Current.Texts.Select(text => text is { Key: Status, Language: "cs" } ? text with { Text = text.Text.Replace("balíme", "chystáme", StringComparison.Ordinal) } : text);

        var group = Assert.Single(DivergenceGroup.Of(await CompareAsync(host, PromptSet.Parse(texts, Languages.All).Catalogue!, shop: null)));

        Assert.Equal((Status, 2, DifferenceKind.Words), (group.First.Key!.Split(':')[0], group.CallIds.Length, group.First.Difference.Kind));
        Assert.Equal("finished order", group.First.Input);
        Assert.Contains("chystáme", group.First.Difference.Now, StringComparison.Ordinal);
        Assert.Contains("balíme", group.First.Difference.Recorded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChangedSetting_IsFoundAtTheFirstStepThatGoesElsewhere()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await PlayAsync(database);
        var shop = host.Services.GetRequiredService<HouseNow>().Shop();

        var found = await CompareAsync(host, Prompts(host).Current, shop with { Actions = new Actions { Cancel = ActionMode.Off } });

        var divergence = Assert.Single(found, each => each is { State: "OrderMenu", Input: "option" });
        Assert.Equal((DifferenceKind.State, "ConfirmingCancel", "OrderMenu"), (divergence.Difference.Kind, divergence.Difference.Recorded, divergence.Difference.Now));
    }

    [Fact]
    public async Task ALanguageThatIsNotCompleteAnyMore_ChangesTheGreeting()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await PlayAsync(database);

        var found = await CompareAsync(host, Prompts(host).Current, shop: null, "cs");

        Assert.All(found, each => Assert.Equal((1, DifferenceKind.Said), (each.Step, each.Difference.Kind)));
        Assert.Equal(2, found.Count);
    }

    // Two calls that hear the same status; the second one goes on to cancel.
    private static async Task<CallHost> PlayAsync(TestDatabase database)
    {
        var host = await CallHost.StartAsync(database);
        foreach (var wish in (string?[])[null, "2"])
        {
            using var phone = host.Phone(null);
            await phone.IdentifyAsync("2026001001", "4821");
            if (wish is not null)
            {
                await phone.PressAsync(wish);
            }

            await phone.ReportAsync();
        }

        return host;
    }

    private static PromptLibrary Prompts(CallHost host) => host.Services.GetRequiredService<PromptLibrary>();

    private static async Task<IReadOnlyList<Divergence>> CompareAsync(CallHost host, PromptCatalogue prompts, ShopProfile? shop, params string[] languages)
    {
        var journals = await host.Services.GetRequiredService<JournalReader>().LastAsync(100, Stop);
        Assert.Equal(2, journals.Count);
        ValueList<string> complete = languages.Length > 0 ? [.. languages] : [.. Prompts(host).Complete];
        var present = new HouseFacts(shop ?? host.Services.GetRequiredService<HouseNow>().Shop(), complete, []);
        var kept = await KeptDefinitions.ReadAsync(host.Services.GetRequiredService<IDbContextFactory<AutomatDb>>(), journals, prompts, present, Stop);
        return new Comparison(kept, prompts, complete, shop is null ? null : present).Run(journals, Stop);
    }
}
