using System.Text.RegularExpressions;
using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Simulator.Shops;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Everybody in a script but its own caller: the agents who are called, and others who call meanwhile.</summary>
internal sealed partial class Cast(
    ScriptGiven given, CarrierNetwork carrier, IStage stage, TimeDriver driver, StandIns? systems)
{
    /// <summary>What a script calls its own caller.</summary>
    public const string Caller = "caller";

    /// <summary>Longer than any wait of a conversation; what has not come by then does not come.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // Whoever has a phone that the product can ring: agents, and customers who are called back.
    private readonly Dictionary<string, string> _phones = stage.Agents.Select(agent => KeyValuePair.Create(agent.Name, agent.Number))
        .Concat(given.Callers.Where(caller => caller.Value != "withheld"))
        .DistinctBy(phone => phone.Key).ToDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, CallPlayer> _players = new(StringComparer.Ordinal);

    // Legs that somebody has had in hand already.
    private readonly HashSet<string> _taken = [];

    // A leg of an earlier script may still end while this one begins.
    private readonly HashSet<string> _before = [.. carrier.Calls.Select(call => call.Sid)];

    /// <summary>The call of each person, and the person's name.</summary>
    public IEnumerable<(string Name, PhoneCall Call)> Calls => carrier.Calls
        .Where(call => !_before.Contains(call.Sid))
        .OrderBy(call => call.Number)
        .Select(call => (NameOf(call), call));

    /// <summary>The script's own caller takes the stage with a new call.</summary>
    public void Enter(CallPlayer caller) => _players[Caller] = caller;

    public Task PlayAsync(CallPlayer player, CallStep step, CancellationToken ct) => step switch
    {
        CallStep.By by => PlayAsync(by.Name, by.Step, ct),
        CallStep.ConnectedWith with => ConnectedAsync(player, with, ct),
        CallStep.ApartFrom apart => ApartAsync(player, apart, ct),
        CallStep.PressCode code => PressCodeAsync(player, code, ct),
        CallStep.PressPin pin => PressPinAsync(player, pin, ct),
        CallStep.OnSystem happens => HappenAsync(happens, ct),
        _ => player.PlayAsync(step, ct),
    };

    /// <summary>After the last step: what must not have been heard, and other callers who are still on the line.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        foreach (var (name, player) in _players)
        {
            if (name != Caller && given.Callers.ContainsKey(name))
            {
                await player.FinishAsync(ct);
            }
            else
            {
                player.CheckForbidden();
            }
        }
    }

    private async Task HappenAsync(CallStep.OnSystem step, CancellationToken ct)
    {
        await driver.SettleAsync(ct);
        foreach (var act in step.Acts)
        {
            act.Perform(systems);
        }
    }

    private async Task PlayAsync(string name, CallStep step, CancellationToken ct)
    {
        switch (step)
        {
            case CallStep.Dials:
                await driver.SettleAsync(ct);
                var number = given.Callers[name];
                _players[name] = new CallPlayer(carrier.Call(number == "withheld" ? null : number, faults: given.Faults), driver);
                break;
            case CallStep.NotRinging not:
                await driver.SettleAsync(ct);
                if (Ringing(name) is not null)
                {
                    throw new StepFailedException(not.Line, $"expected the phone of {name} not to ring, but it rings");
                }

                break;
            case CallStep.AtConsole at:
                await driver.SettleAsync(ct);
                if (await stage.AtConsoleAsync(name, at.Act, at.Colleague, ct) is { } refusal)
                {
                    throw new StepFailedException(at.Line, refusal);
                }

                await driver.SettleAsync(ct);
                break;
            case CallStep.Rings or CallStep.Answers or CallStep.Declines:
                await TakePhoneAsync(name, step, ct);
                break;
            default:
                await PlayAsync(PlayerOf(name, step.Line), step, ct);
                break;
        }
    }

    private async Task TakePhoneAsync(string name, CallStep step, CancellationToken ct)
    {
        // A leg that is about to be ended is not the one that somebody picks up.
        await driver.SettleAsync(ct);
        var known = _players.GetValueOrDefault(name) is { IsOver: false } player ? player.Call : null;
        PhoneCall? call = null;
        await driver.PassUntilAsync(() => (call = known ?? NewLegOf(name)) is not null && (step is not CallStep.Rings || Rang(call)), Patience, ct);
        if (call is null)
        {
            throw new StepFailedException(step.Line, $"expected the phone of {name} to ring, but nobody called in {Patience.TotalMinutes} minutes");
        }

        if (known is null)
        {
            _players[name] = new CallPlayer(call, driver);
            _taken.Add(call.Sid);
        }

        // Somebody whose phone answers by itself has taken it already, or is about to.
        if (step is CallStep.Answers or CallStep.Declines)
        {
            await driver.PassUntilAsync(() => Rang(call), Patience, ct);
            if (step is CallStep.Declines)
            {
                call.Decline();
            }
            else
            {
                call.PickUp();
            }

            await driver.PassUntilAsync(() => call.Status is not ("ringing" or "queued"), Patience, ct);
            await driver.SettleAsync(ct);
            if (step is CallStep.Answers && call.AnsweredAt is null)
            {
                throw new StepFailedException(step.Line, $"{name} wanted to answer, but the call is {call.Status}");
            }
        }
    }

    private static bool Rang(PhoneCall call) => call.Status != "queued";

    private async Task PressCodeAsync(CallPlayer player, CallStep.PressCode step, CancellationToken ct)
    {
        string? code = null;
        if (!await driver.PassUntilAsync(() => (code = LastCode()) is not null, Patience, ct))
        {
            throw new StepFailedException(step.Line, "no message with six digits has come");
        }

        await player.PlayAsync(new CallStep.Press(step.Line, code!, Now: false), ct);
    }

    private Task PressPinAsync(CallPlayer player, CallStep.PressPin step, CancellationToken ct)
    {
        var caller = stage.Callers.FirstOrDefault(each => each.Order == step.Order)
            ?? throw new StepFailedException(step.Line, $"nobody calls about an order {step.Order}");
        return player.PlayAsync(new CallStep.Press(step.Line, caller.Pin, Now: false), ct);
    }

    private string? LastCode() => carrier.Messages.Told
        .Select(message => Code().Match(message.Body)).LastOrDefault(match => match.Success)?.Value;

    [GeneratedRegex(@"\b[0-9]{6}\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Code();

    private async Task ConnectedAsync(CallPlayer player, CallStep.ConnectedWith step, CancellationToken ct)
    {
        bool Together() => _players.TryGetValue(step.Name, out var other) && player.Call.ConnectedWith.Contains(other.Call);
        if (!await driver.PassUntilAsync(() => Together() || player.Call.Ended.IsCompleted, Patience, ct) || !Together())
        {
            var with = player.Call.ConnectedWith.Select(NameOf).ToArray();
            throw new StepFailedException(
                step.Line,
                $"expected a connection with {step.Name}, but there is {(with.Length == 0 ? "none" : $"one with {string.Join(", ", with)}")}");
        }
    }

    private async Task ApartAsync(CallPlayer player, CallStep.ApartFrom step, CancellationToken ct)
    {
        await driver.SettleAsync(ct);
        if (_players.TryGetValue(step.Name, out var other) && player.Call.ConnectedWith.Contains(other.Call))
        {
            throw new StepFailedException(step.Line, $"expected no connection with {step.Name}, but there is one");
        }
    }

    private CallPlayer PlayerOf(string name, int line) => _players.TryGetValue(name, out var player)
        ? player
        : throw new StepFailedException(line, $"{name} is on no call yet: \"{name}: answers\" or \"{name}: calls\" must come before");

    private PhoneCall? NewLegOf(string name) => _phones.TryGetValue(name, out var number)
        ? LegsTo(number).LastOrDefault(call => call.EndedAt is null || !_taken.Contains(call.Sid))
        : null;

    private PhoneCall? Ringing(string name) =>
        _phones.TryGetValue(name, out var number) ? LegsTo(number).FirstOrDefault(call => call.Status == "ringing") : null;

    private IEnumerable<PhoneCall> LegsTo(string number) => carrier.Calls
        .Where(call => !call.IsInbound && call.To == number && !_before.Contains(call.Sid))
        .OrderBy(call => call.Number);

    private string NameOf(PhoneCall call) =>
        _players.FirstOrDefault(player => player.Value.Call == call).Key
        ?? _phones.FirstOrDefault(agent => agent.Value == call.Person).Key
        ?? given.Callers.FirstOrDefault(caller => caller.Value == call.Person).Key
        ?? Caller;
}
