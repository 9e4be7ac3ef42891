using System.Text;
using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Simulator.Shops;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Plays scripts against a product in virtual time, one at a time.</summary>
/// <param name="carrier">The stand-in carrier.</param>
/// <param name="stage">What can be set and seen beyond the phone.</param>
/// <param name="time">The clock of both.</param>
/// <param name="systems">The stand-ins for the shop's systems; null when there are none.</param>
public sealed class CallScriptRunner(CarrierNetwork carrier, IStage stage, VirtualTime time, StandIns? systems = null)
{
    private const int RememberedLines = 10;
    private const int MostRounds = 4;

    // Whatever goes wrong elsewhere: what every caller may expect of the product, by the clock of the call.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMinutes(1);
    private readonly TimeDriver _driver = new(time, carrier, stage, systems);

    /// <summary>The zone of the clocks written in scripts. Default Europe/Prague.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague");

    /// <summary>The caller of a script that names none. Default +420601999999.</summary>
    public string Caller { get; init; } = "+420601999999";

    /// <summary>Plays one script.</summary>
    public async Task<CallScriptResult> RunAsync(CallScript script, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(script);
        var began = TimeProvider.System.GetTimestamp();
        var calls = new List<PhoneCall>();
        var cast = new Cast(script.Given, carrier, stage, _driver, systems);
        string? failure = null;
        try
        {
            carrier.ForgetSlowest();
            await PlayAsync(script, cast, calls, ct);
            if (carrier.SlowestAnswer > LongestAnswer)
            {
                failure = Describe(script, line: 1, $"a webhook was answered after {carrier.SlowestAnswer.TotalSeconds:0.0} s; the product promises {LongestAnswer.TotalSeconds:0} s", cast);
            }
        }
        catch (StepFailedException failed)
        {
            failure = Describe(script, failed.Line, failed.Message, cast);
        }
        catch (TimeStandsException stands)
        {
            failure = Describe(script, line: 1, stands.Message, cast);
        }

        await ClearTheLineAsync(ct);
        return new CallScriptResult(
            script.Name,
            script.File,
            failure,
            calls.Sum(call => call.SecondsHeard),
            calls.Sum(call => call.Turns),
            [.. Lines(cast)],
            TimeProvider.System.GetElapsedTime(began))
        {
            SecondsSaid = calls.Sum(call => call.SecondsSaid),
            SecondsPlayed = calls.Sum(call => call.SecondsPlayed),
        };
    }

    private async Task PlayAsync(CallScript script, Cast cast, List<PhoneCall> calls, CancellationToken ct)
    {
        var given = script.Given;
        if (given.Clock is { } clock)
        {
            time.SetClock(new DateTimeOffset(clock, Zone.GetUtcOffset(clock)));
        }

        carrier.SetNumbers([.. given.Numbers, .. PhonesOf(given)]);
        carrier.SetSwitches(given.Switches);
        carrier.SetFaults(given.Faults);
        carrier.Messages.Forget();
        systems?.Reset();
        await PrepareAsync(given.Stage, ct);
        Spoil(given);
        var conferencesBefore = carrier.Conferences.All.Count;
        foreach (var scripted in script.Calls)
        {
            await _driver.PassAsync(scripted.After, ct);
            var caller = scripted.Caller ?? given.Caller ?? Caller;
            var call = carrier.Call(caller == "withheld" ? null : caller, faults: given.Faults);
            calls.Add(call);
            var player = new CallPlayer(call, _driver);
            cast.Enter(player);
            foreach (var step in scripted.Steps)
            {
                await cast.PlayAsync(player, step, ct);
            }

            await player.FinishAsync(ct);
        }

        await cast.FinishAsync(ct);
        var seen = new ScriptOutcome(calls, cast, conferencesBefore);
        await new ScriptCheck(script.Then, stage, carrier, systems, seen).HoldsAsync(_driver, ct);
    }

    // What was asked while all was being prepared is not the script's doing.
    private void Spoil(ScriptGiven given)
    {
        foreach (var each in systems?.All ?? [])
        {
            each.Forget();
        }

        foreach (var act in given.Systems)
        {
            act.Perform(systems);
        }
    }

    private IEnumerable<VirtualNumber> PhonesOf(ScriptGiven given)
    {
        if (given.Agents.Keys.FirstOrDefault(name => stage.Agents.All(agent => agent.Name != name)) is { } unknown)
        {
            throw new StepFailedException(
                given.Line, $"there is no agent {unknown}; there are {string.Join(", ", stage.Agents.Select(agent => agent.Name))}");
        }

        return stage.Agents.Select(agent => new VirtualNumber(agent.Number, given.Agents.GetValueOrDefault(agent.Name, WhenDialled.Rings)))
            .Concat(given.Callers.Values.Where(number => number != "withheld").Select(number => new VirtualNumber(number, WhenDialled.Rings)));
    }

    private async Task PrepareAsync(StageSetting setting, CancellationToken ct)
    {
        if (await _driver.PassUntilDoneAsync(stage.PrepareAsync(setting, ct), ct) is { Count: > 0 } problems)
        {
            throw new StepFailedException(1, string.Join("; ", problems));
        }
    }

    // A failed script must not leave anybody on the line for the next one.
    private async Task ClearTheLineAsync(CancellationToken ct)
    {
        foreach (var each in systems?.All ?? [])
        {
            each.Fault = StandInFault.None;
        }

        bool AllEnded() => carrier.Calls.All(call => call.Ended.IsCompleted);
        try
        {
            for (var round = 0; round < MostRounds && !AllEnded(); round++)
            {
                foreach (var call in carrier.Calls)
                {
                    call.HangUp();
                }

                await _driver.PassUntilAsync(AllEnded, BetweenRounds, ct);
            }

            await _driver.SettleAsync(ct);
        }
        catch (TimeStandsException)
        {
            // Whoever holds time still has been named by the script that met it first.
        }
    }

    private static IEnumerable<string> Lines(Cast cast) => cast.Calls
        .SelectMany(each => each.Call.Transcript.After(0).Select(happened => (each.Name, Happened: happened)))
        .OrderBy(each => each.Happened.At)
        .Select(each => (each.Name, Line: TranscriptLine.Of(each.Happened)))
        .Where(each => each.Line is not null)
        .Select(each => each.Name == Cast.Caller ? each.Line! : $"{each.Name} | {each.Line}");

    private static string Describe(CallScript script, int line, string message, Cast cast)
    {
        var text = new StringBuilder($"{script.File}:{line}: {script.Name}").AppendLine().Append("  ").AppendLine(message);
        foreach (var remembered in Lines(cast).TakeLast(RememberedLines))
        {
            text.Append("    ").AppendLine(remembered);
        }

        return text.ToString();
    }
}
