using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Stage;
using IvrAutomat.Web.Tests.AgentConsole;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Conventions;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Studio;

/// <summary>What an admin should give a meaning next, with the calls that heard it.</summary>
public sealed class StatusesPageTests(OneHost house) : IClassFixture<OneHost>
{
    [Fact]
    public async Task AStatusWithoutAMeaning_IsListedWithTheCallThatHeardIt_UntilItHasOne()
    {
        var script = Web.Stage.Scripts.Read(Repository.At("tests", "calls", "upgates", "without-meaning.yaml")).Script!;
        var settings = Web.Stage.Scripts.SettingsOf(script).Append(new("Prompts:Folder", Repository.At("prompts"))).ToDictionary();
        await using var played = await ScriptHouse.OpenAsync(settings, documents: null, logTo: null, TestContext.Current.CancellationToken);
        Assert.True((await played.Runner.RunAsync(script, TestContext.Current.CancellationToken)).Passed);

        var unmeant = played.Services.GetRequiredService<UnmeantStatuses>();
        var status = Assert.Single(await unmeant.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("15", "Gravírování", 1), (status.StatusId, status.Name, status.Calls.Count));

        played.Services.GetRequiredService<StatusFile>().Use(StatusMeanings.Read("Gravírování: packing"));
        Assert.Empty(await unmeant.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ThePage_OffersTheStatusWithItsMeaningToBeChosen()
    {
        await house.Host.ReadAsync(async db =>
        {
            db.MetStatuses.Add(new MetStatusRow { StatusId = "77", Name = "U <rytce>", Times = 3, At = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero) });
            return await db.SaveChangesAsync();
        });
        using var admin = await DeskClient.SignInAsync(house.Host, "admin");
        await admin.OpenAsync("/studio/statuses");

        Assert.Contains("U <rytce> (77)3", admin.Main, StringComparison.Ordinal);
        Assert.NotNull(admin.Page.QuerySelector("input[name=name][value='U <rytce>']"));
    }
}
