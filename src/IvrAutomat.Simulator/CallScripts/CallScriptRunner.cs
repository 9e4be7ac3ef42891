using System.Text;
using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Plays scripts against a product in virtual time, one at a time.</summary>
public sealed class CallScriptRunner(CarrierNetwork carrier, IStage stage, VirtualTime time)
{
    private const int RememberedLines = 10;
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

        foreach (var call in calls)
        {
            // A failed script must not leave a caller on the line for the next one.
            call.HangUp();
        }

        return new CallScriptResult(
            script.Name,
            script.File,
            failure,
            calls.Sum(call => call.SecondsHeard),
            calls.Sum(call => call.Turns),
            TimeProvider.System.GetElapsedTime(began));
    }

    private async Task PlayAsync(CallScript script, List<PhoneCall> calls, CancellationToken ct)
    {
        if (script.Given.Clock is { } clock)
        {
            time.SetClock(new DateTimeOffset(clock, Zone.GetUtcOffset(clock)));
        }

        await stage.PrepareAsync(script.Given.Stage, ct);
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

    private static string Describe(CallScript script, int line, string message, List<PhoneCall> calls)
    {
        var text = new StringBuilder($"{script.File}:{line}: {script.Name}").AppendLine().Append("  ").AppendLine(message);
        var last = calls.SelectMany(call => call.Transcript.After(0)).Select(TranscriptLine.Of).OfType<string>().TakeLast(RememberedLines);
        foreach (var remembered in last)
        {
            text.Append("    ").AppendLine(remembered);
        }

        return text.ToString();
    }
}
