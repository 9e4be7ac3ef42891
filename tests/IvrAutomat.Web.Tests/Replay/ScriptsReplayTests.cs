using System.Collections.Concurrent;
using System.Text.Json;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Replay;
using IvrAutomat.Web.Stage;
using IvrAutomat.Web.Tests.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Replay;

/// <summary>Journals of call scripts, decided again.</summary>
public sealed class ScriptsReplayTests
{
    private static readonly string[] Folders = ["complaint", "trial", "code"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryCall_ComesToTheSame_StepByStepAndInTheEnd()
    {
        var different = new ConcurrentBag<string>();
        var calls = 0;
        string[] files = [.. Folders.SelectMany(folder => Web.Stage.Scripts.FilesIn(Repository.At("tests", "calls", folder)))];
        await ScriptRun.PlayAsync(
            files,
            new()
            {
                Settings = new Dictionary<string, string?> { ["Prompts:Folder"] = Repository.At("prompts") },
                Emptied = async house =>
                {
                    var journals = await house.Services.GetRequiredService<JournalReader>().LastAsync(int.MaxValue, Stop);
                    var kept = await KeptOfAsync(house.Services, journals);
                    Interlocked.Add(ref calls, journals.Count);
                    foreach (var journal in journals)
                    {
                        if (await DifferenceAsync(house.Services, kept, journal) is { } difference)
                        {
                            different.Add($"{journal.CallId}: {difference}");
                        }
                    }
                },
            },
            Stop);

        Assert.Empty(different);
        Assert.True(calls >= files.Length, $"Only {calls} calls were played.");
    }

    private static Task<KeptDefinitions> KeptOfAsync(IServiceProvider services, IReadOnlyList<CallJournal> journals) => KeptDefinitions.ReadAsync(
        services.GetRequiredService<IDbContextFactory<AutomatDb>>(), journals, services.GetRequiredService<PromptLibrary>().Current,
        new HouseFacts(services.GetRequiredService<HouseNow>().Shop(), [], []), Stop);

    private static async Task<string?> DifferenceAsync(IServiceProvider services, KeptDefinitions kept, CallJournal journal)
    {
        if (!kept.HasHouseOf(journal))
        {
            return "the facts of its decisions are not kept";
        }

        var redecision = new Redecision(journal.CallId);
        foreach (var entry in journal.Entries)
        {
            if (Redecision.Compare(entry, redecision.Decide(entry, Redecision.Read(entry), kept.FactsOf(entry))) is { } difference)
            {
                return $"step {entry.Step}: {DifferenceText.Of(difference)}";
            }
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<AutomatDb>>().CreateDbContextAsync(Stop);
        var stored = await db.Calls.Where(row => row.Id == journal.CallId).Select(row => row.Data).SingleAsync(Stop);
        var decided = JsonSerializer.Serialize(redecision.Call, CallJson.Default.Call);
        return stored == decided ? null : $"{stored} is not {decided}";
    }
}
