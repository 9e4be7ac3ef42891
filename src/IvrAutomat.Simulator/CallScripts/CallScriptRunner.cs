using System.Text;
using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Plays scripts against a product in virtual time, one at a time.</summary>
public sealed class CallScriptRunner(CarrierNetwork carrier, IStage stage, VirtualTime time)
{
    private const int RememberedLines = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly TimeDriver _driver = new(time, carrier, stage);

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
        string? failure = null;
        try
        {
            await PlayAsync(script, calls, ct);
        }
        catch (StepFailedException failed)
        {
            failure = Describe(script, failed.Line, failed.Message, calls);
        }
        catch (TimeStandsException stands)
        {
            failure = Describe(script, line: 1, stands.Message, calls);
        }

        await ClearTheLineAsync(calls, ct);
        return new CallScriptResult(
            script.Name,
            script.File,
            failure,
            calls.Sum(call => call.SecondsHeard),
            calls.Sum(call => call.Turns),
            [.. Lines(calls)],
            TimeProvider.System.GetElapsedTime(began));
    }

    private async Task PlayAsync(CallScript script, List<PhoneCall> calls, CancellationToken ct)
    {
        if (script.Given.Clock is { } clock)
        {
            time.SetClock(new DateTimeOffset(clock, Zone.GetUtcOffset(clock)));
        }

        await PrepareAsync(script.Given.Stage, ct);
        carrier.SetNumbers(script.Given.Numbers);
        var messagesBefore = carrier.Messages.Count;
        foreach (var scripted in script.Calls)
        {
            await _driver.PassAsync(scripted.After, ct);
            var caller = scripted.Caller ?? script.Given.Caller ?? Caller;
            var call = carrier.Call(caller == "withheld" ? null : caller, faults: script.Given.Faults);
            calls.Add(call);
            await new CallPlayer(call, _driver).PlayAsync(scripted.Steps, ct);
        }

        await new ScriptCheck(script.Then, stage, carrier, calls, messagesBefore).HoldsAsync(_driver, ct);
    }

    private async Task PrepareAsync(StageSetting setting, CancellationToken ct)
    {
        if (await _driver.PassUntilDoneAsync(stage.PrepareAsync(setting, ct), ct) is { Count: > 0 } problems)
        {
            throw new StepFailedException(1, string.Join("; ", problems));
        }
    }

    // A failed script must not leave a caller on the line for the next one.
    private async Task ClearTheLineAsync(List<PhoneCall> calls, CancellationToken ct)
    {
        foreach (var call in calls)
        {
            call.HangUp();
        }

        try
        {
            await _driver.PassUntilAsync(() => calls.TrueForAll(call => call.Ended.IsCompleted), Patience, ct);
            await _driver.SettleAsync(ct);
        }
        catch (TimeStandsException)
        {
            // Whoever holds time still has been named by the script that met it first.
        }
    }

    private static IEnumerable<string> Lines(List<PhoneCall> calls) =>
        calls.SelectMany(call => call.Transcript.After(0)).Select(TranscriptLine.Of).OfType<string>();

    private static string Describe(CallScript script, int line, string message, List<PhoneCall> calls)
    {
        var text = new StringBuilder($"{script.File}:{line}: {script.Name}").AppendLine().Append("  ").AppendLine(message);
        foreach (var remembered in Lines(calls).TakeLast(RememberedLines))
        {
            text.Append("    ").AppendLine(remembered);
        }

        return text.ToString();
    }
}
