using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using IvrAutomat.Benchmarks.Callers;
using IvrAutomat.Benchmarks.Hosts;
using IvrAutomat.Benchmarks.Report;

namespace IvrAutomat.Benchmarks.Replay;

/// <summary>Plays calls, then measures how long the product's own <c>replay --against</c> takes over their journals.</summary>
internal static partial class ReplayRun
{
    private const double MostSeconds = 2;
    private const int AtOnce = 16;

    /// <summary>The command.</summary>
    public static Command Command()
    {
        var calls = new Option<int>("--calls") { Description = "Calls played and replayed.", DefaultValueFactory = _ => 1000 };
        var rounds = new Option<int>("--rounds") { Description = "How often they are replayed.", DefaultValueFactory = _ => 5 };
        var folder = new Option<string>("--folder") { Description = "Folder for the database.", DefaultValueFactory = _ => Path.GetTempPath() };
        var command = new Command("replay", "Measures the replay of a thousand journals through the present flow.") { calls, rounds, folder };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(calls), parsed.GetValue(rounds), parsed.GetRequiredValue(folder), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int calls, int rounds, string parent, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, $"ivr-replay-{Environment.ProcessId}"));
        try
        {
            Console.WriteLine(Machine.Look(folder.FullName).Describe());
            Console.WriteLine();
            await PlayAsync(calls, folder.FullName, cancellationToken);
            var replays = new List<Replayed>();
            for (var round = 0; round < rounds; round++)
            {
                replays.Add(await ReplayAsync(calls, folder.FullName, cancellationToken));
            }

            var seconds = Spread.Of(replays.Select(each => each.Seconds));
            Console.WriteLine(TextTable.Of(
                ["replay --against --settings", "steps", "s, reading and deciding", "s, the whole command", "diverge"],
                [[Text(replays[0].Calls), Text(replays[0].Steps), seconds.Text("0.00"), Spread.Of(replays.Select(each => each.Whole)).Text("0.00"), replays[0].Diverge]]));
            return seconds.Median <= MostSeconds && replays[0].Calls == calls ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PlayAsync(int calls, string folder, CancellationToken cancellationToken)
    {
        await using var host = await HostProcess.StartAsync(Variant.SqliteNormal, folder, cancellationToken);
        using var carrier = new Carrier(host.Address);
        var callers = DemoCallers.On(DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date));
        await Parallel.ForAsync(0, calls, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (at, stop) =>
        {
            var (sid, caller) = ($"CA{at:x32}", callers[at % callers.Count]);
            if (!await new PlayedCall(carrier, converses: true).PlayAsync(sid, caller.Phone, caller.Pin, (_, _, _) => { }, stop))
            {
                throw new InvalidOperationException($"Call {at} did not go as planned. The host said: {string.Join(Environment.NewLine, host.Messages)}");
            }

            await carrier.HangUpAsync(sid, caller.Phone, stop);
        });
    }

    private static async Task<Replayed> ReplayAsync(int calls, string folder, CancellationToken cancellationToken)
    {
        string[] line =
        [
            Path.Combine(AppContext.BaseDirectory, "IvrAutomat.Web.dll"), "replay", "--against", "--settings", "--last", Text(calls), .. ServedHost.Settings(Variant.SqliteNormal, folder),
        ];
        var start = new ProcessStartInfo("dotnet", line) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = folder };
        var began = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return Summary().Match(said) is { Success: true } found
            ? new Replayed(
                int.Parse(found.Groups["calls"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture),
                int.Parse(found.Groups["steps"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture),
                double.Parse(found.Groups["seconds"].Value, CultureInfo.InvariantCulture),
                TimeProvider.System.GetElapsedTime(began).TotalSeconds,
                found.Groups["diverge"].Value)
            : throw new InvalidOperationException($"The replay did not end as it should: {said}");
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<calls>[0-9,]+) calls with (?<steps>[0-9,]+) steps replayed in (?<seconds>[0-9.]+) s: (?<diverge>[a-z0-9,]+) diverges?", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Summary();

    private sealed record Replayed(int Calls, int Steps, double Seconds, double Whole, string Diverge);
}
