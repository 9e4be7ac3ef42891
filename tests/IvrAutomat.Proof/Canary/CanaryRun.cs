using IvrAutomat.Proof.Callers;
using IvrAutomat.Proof.World;

namespace IvrAutomat.Proof.Canary;

/// <summary>
/// Marked customers call a house in which everything is on that writes, sends or shows anything: telemetry, a voice of its own, the console,
/// a backup, exports. Afterwards all of it is searched.
/// </summary>
internal sealed class CanaryRun(CanaryPlan plan, Town town, Store store, House house, Collector collector)
{
    private const int PagesOfCalls = 12;
    private const string Audio = "audio", Pages = "pages";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), ExportPause = TimeSpan.FromSeconds(6);

    private readonly HashSet<string> _audio = new(StringComparer.Ordinal);

    /// <summary>Plays it and judges it.</summary>
    public static async Task<Verdict> RunAsync(CanaryPlan plan, Action<string> tell, CancellationToken cancellationToken)
    {
        await using var store = await Store.OpenAsync(plan.OnPostgres, cancellationToken);
        await using var town = await Town.OpenAsync(plan.Calls, store, cancellationToken);
        await using var collector = await Collector.OpenAsync(cancellationToken);
        var settings = new Dictionary<string, string>(town.Settings.Concat(collector.Settings), StringComparer.Ordinal)
        {
            // As talkative as somebody who looks for a fault makes it: what the framework logs of requests and statements is searched too.
            ["Logging:LogLevel:Default"] = "Debug",
            ["Logging:LogLevel:Microsoft"] = "Debug",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Debug",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Debug",
            ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Debug",
            ["Speech:Engine"] = plan.Engine,
            ["Speech:Folder"] = Path.Combine(store.Folder, Audio),
        };
        await using var house = await House.OpenAsync(settings, behindNginx: false, cancellationToken);
        await store.MirroredAsync(town.Numbers.Count, cancellationToken);
        tell($"{plan.Calls} calls, seed {plan.Seed}, {(plan.OnPostgres ? "PostgreSQL" : "SQLite")}, the voice is {plan.Engine}");
        return await new CanaryRun(plan, town, store, house, collector).PlayAsync(settings, cancellationToken);
    }

    private async Task<Verdict> PlayAsync(Dictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var pins = await town.PinsAsync(house.At(0), cancellationToken);
        using var over = new CancellationTokenSource();
        var watching = WatchAudioAsync(over.Token);
        var played = await CallAsync(pins, cancellationToken);
        var verdict = await Judge.OfAsync(played, town, store, cancellationToken);
        await over.CancelAsync();
        await watching;

        var sweep = PlantedSecrets.Of(town, pins, plan.Calls);
        await LookAtPagesAsync(sweep, played, cancellationToken);
        await LookAtCommandsAsync(sweep, played, settings, cancellationToken);
        await TracedAsync(cancellationToken);
        collector.Taken.ToList().ForEach(taken => sweep.Look(taken.Signal, taken.Text));
        sweep.Look("audio names", string.Join('\n', _audio));
        await store.LookAsync(sweep, cancellationToken);
        sweep.Look("output and log", house.Said);
        verdict = sweep.Judge(verdict, seen: town.Numbers[0]);
        return new Verdict(verdict.Figures, [.. verdict.Broken, .. Blind(sweep, played)]);
    }

    private async Task<IReadOnlyList<PlayedCall>> CallAsync(IReadOnlyList<string> pins, CancellationToken cancellationToken)
    {
        var chance = new Random(plan.Seed);
        using var delivery = town.Deliver();
        return await Task.WhenAll(Enumerable.Range(0, plan.Calls).Select(at =>
        {
            var pauses = new Random(chance.Next());
            var caller = new Caller(delivery, house.At, at % House.Size, () => TimeSpan.FromMilliseconds(pauses.Next(100, 700)));
            return caller.PlayAsync(town.PlanOf(at, chance.Next(8), pins), cancellationToken);
        }));
    }

    // A call's own audio goes with the call: what it was named has to be seen while it lives.
    private async Task WatchAudioAsync(CancellationToken over)
    {
        var folder = Directory.CreateDirectory(Path.Combine(store.Folder, Audio)).FullName;
        while (!over.IsCancellationRequested)
        {
            try
            {
                _audio.UnionWith(Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)));
            }
            catch (DirectoryNotFoundException)
            {
                // Deleted under the look; the next one sees the rest.
            }

            await Task.Delay(50, CancellationToken.None);
        }
    }

    private async Task LookAtPagesAsync(Sweep sweep, IReadOnlyList<PlayedCall> played, CancellationToken cancellationToken)
    {
        using var browser = new Browser();
        await browser.SignInAsync(house, cancellationToken);
        string[] first = ["/console/", "/studio/", .. played.Take(PagesOfCalls).SelectMany(call => (string[])[$"/console/calls/{call.Sid}", $"/console/calls/{call.Sid}/words"])];
        foreach (var (path, text) in await OpenedPages.OpenAsync(browser, house.DirectlyAt(0), first, cancellationToken))
        {
            sweep.Look(Pages, text, isForAgents: true);
            sweep.Look("addresses of pages", path);
        }
    }

    private async Task LookAtCommandsAsync(
        Sweep sweep, IReadOnlyList<PlayedCall> played, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        string[][] commands =
        [
            ["privacy", "export", played[0].Plan.From], ["replay", played[0].Sid], ["replay", played[1].Sid, "--json"], ["cases"], ["orders", "changes"], ["doctor"],
            ["backup", Path.Combine(store.Folder, "backup.db")],
        ];
        foreach (var command in commands)
        {
            var (_, said) = await ProductCommand.RunAsync(command, settings, cancellationToken);
            sweep.Look($"the command {command[0]}", said, isForAgents: true);
        }
    }

    // Spans leave every few seconds; the last calls' are waited for.
    private async Task TracedAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (collector.Taken.Any(taken => taken.Text.Length == 0) && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(200, cancellationToken);
        }

        await Task.Delay(ExportPause, cancellationToken);
    }

    // A search that looks at nothing finds nothing.
    private IEnumerable<string> Blind(Sweep sweep, IReadOnlyList<PlayedCall> played)
    {
        (string Place, string Text)[] there =
        [
            (Pages, played[0].Plan.From[^9..]), ("the command privacy", played[0].Plan.From[^9..]), ("the command replay", played[0].Sid),
            ("traces", "turn"), ("metrics", "ivr.turns"), .. plan.Engine == CanaryPlan.NoVoice ? Array.Empty<(string, string)>() : [("audio names", ".wav"), ("audio names", "calls/")],
        ];
        return there.Where(each => !sweep.Sees(each.Place, each.Text)).Select(each => $"{each.Place}: what must be there is not, so they were not looked at");
    }
}
