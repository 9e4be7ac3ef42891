using System.Diagnostics;
using System.Globalization;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Replay;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Commands;

/// <summary>Where past calls would go differently: through the present flow, prompts of a folder, settings.</summary>
/// <param name="Folder">The prompts; null: those that speak now.</param>
/// <param name="Last">How many calls.</param>
/// <param name="Settings">The present settings decide.</param>
/// <param name="Json">Prints JSON.</param>
internal sealed record ReplayAgainst(string? Folder, int Last, bool Settings, bool Json)
{
    private const int MostNamed = 3;

    /// <summary>Runs and prints it.</summary>
    /// <returns>0 when nothing diverges, else 1.</returns>
    public static async Task<int> RunAsync(ReplayAgainst wanted, string[] args, CancellationToken stop)
    {
        await using var app = AutomatHost.Build(AutomatHost.Begin(args));
        await AutomatHost.OpenAsync(app, stop);
        var (prompts, house) = (app.Services.GetRequiredService<PromptLibrary>(), app.Services.GetRequiredService<HouseNow>());
        var (catalogue, complete) = (prompts.Current, prompts.Complete);
        if (wanted.Folder is { } folder)
        {
            var files = new PromptFiles(folder, Languages.All, AutomatHost.Contracts);
            var set = files.Read();
            if (set.Catalogue is not { } read)
            {
                await Console.Error.WriteLineAsync($"The prompts of {folder} cannot be used:{string.Concat(PromptLibrary.Errors(set).Select(error => $"{Environment.NewLine}  {error}"))}");
                return 1;
            }

            (catalogue, complete) = (read, files.Complete(read));
        }

        var watch = Stopwatch.StartNew();
        var journals = await app.Services.GetRequiredService<JournalReader>().LastAsync(wanted.Last, stop);
        var present = new HouseFacts(house.Shop(), [.. complete], []);
        var kept = await KeptDefinitions.ReadAsync(
            app.Services.GetRequiredService<IDbContextFactory<AutomatDb>>(), journals, catalogue, present, stop);
        var found = new Comparison(kept, catalogue, [.. complete], wanted.Settings ? present : null).Run(journals, stop);
        Print(wanted, journals, found, watch.Elapsed);
        return found.Count == 0 ? 0 : 1;
    }

    private static void Print(ReplayAgainst wanted, IReadOnlyList<CallJournal> journals, IReadOnlyList<Divergence> found, TimeSpan took)
    {
        var groups = DivergenceGroup.Of(found);
        if (wanted.Json)
        {
            Console.WriteLine(ReplayJson.Of(journals.Count, groups));
            return;
        }

        foreach (var group in groups)
        {
            var where = group.First.Key is { } key ? $"other words of {key}" : $"{group.First.State}, on {group.First.Input}";
            Console.WriteLine($"{group.CallIds.Length} × {where}");
            Console.WriteLine($"    {DifferenceText.Of(group.First.Difference)}");
            Console.WriteLine($"    step {group.First.Step} of {group.First.CallId}{(group.CallIds.Length > 1 ? $"; also {string.Join(", ", group.CallIds.Skip(1).Take(MostNamed))}{(group.CallIds.Length > MostNamed + 1 ? ", …" : "")}" : "")}");
        }

        var calls = found.Select(each => each.CallId).Distinct(StringComparer.Ordinal).Count();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{journals.Count:N0} calls with {journals.Sum(journal => journal.Entries.Length):N0} steps replayed in {took.TotalSeconds:0.00} s: {(calls == 0 ? "none diverges" : $"{calls:N0} diverge")}."));
    }
}
