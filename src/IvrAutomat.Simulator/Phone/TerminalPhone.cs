using System.Collections.Concurrent;

namespace IvrAutomat.Simulator.Phone;

/// <summary>How a terminal phone is used.</summary>
/// <param name="From">Who calls: E.164 or <c>withheld</c>. Not used by the phone of an agent.</param>
/// <param name="Agent">Whose phone it is, by name; null for a caller's, which dials at once.</param>
/// <param name="WaitsForTurn">
/// Whether a line is taken only when somebody listens or the phone rings: for lines that were all there before the call.
/// </param>
/// <param name="Skips">Whether each utterance is skipped as soon as it is printed. No telephone can do that: it saves time.</param>
public sealed record TerminalPhoneUse(string From, string? Agent = null, bool WaitsForTurn = false, bool Skips = false);

/// <summary>A phone at the terminal: prints what is heard, takes keys and words, shows messages, and the phones of agents beside it.</summary>
/// <remarks>It speaks to a server by the interface of the phone pages, so the server may be this process or another one.</remarks>
public sealed class TerminalPhone : IDisposable
{
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);
    private readonly PhoneApi _api;
    private readonly TerminalPhoneUse _use;
    private readonly TextReader _input;
    private readonly TextWriter _output;
    private readonly ConcurrentDictionary<string, TerminalLeg> _legs = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentBag<Task> _followed = [];
    private IReadOnlyList<PhoneOwner> _agents = [];

    /// <summary>Makes a phone; it is silent until it runs.</summary>
    /// <param name="server">Where the simulator's host is reached.</param>
    /// <param name="use">How it is used.</param>
    /// <param name="input">What a person types, a line each.</param>
    /// <param name="output">What is heard.</param>
    public TerminalPhone(Uri server, TerminalPhoneUse use, TextReader input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(use);
        _api = new PhoneApi(server);
        (_use, _input, _output) = (use, input, TextWriter.Synchronized(output));
    }

    // The phone in hand has no name.
    private const string InHand = "";

    /// <inheritdoc />
    public void Dispose() => _api.Dispose();

    /// <summary>Calls, or waits for calls, until the person hangs up for good, the input ends or the call does.</summary>
    /// <returns>False when there is no such agent.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ct = end.Token;
        _agents = await _api.AgentsAsync(ct);
        var own = _agents.FirstOrDefault(agent => agent.Name.Equals(_use.Agent, StringComparison.OrdinalIgnoreCase));
        if (_use.Agent is not null && own is null)
        {
            Print($"There is no agent {_use.Agent}; there are {string.Join(", ", _agents.Select(agent => agent.Name))}.");
            return false;
        }

        foreach (var agent in own is null ? _agents : [own])
        {
            Follow(() => AwaitCallsAsync(agent, own is null ? agent.Name : InHand, ct));
        }

        if (own is null)
        {
            await DialAsync(ct);
        }
        else
        {
            Print($"The phone of {own.Name} waits for calls.");
        }

        await TakeInputAsync(ct);
        await HangUpAllAsync();
        await end.CancelAsync();
        await Task.WhenAll(_followed);
        return true;
    }

    private async Task DialAsync(CancellationToken ct)
    {
        if (_use.From != "withheld")
        {
            var phone = await _api.PhoneAsync(_use.From, ct);
            Follow(() => ReadMessagesAsync(phone, ct));
        }

        Begin(await _api.DialAsync(_use.From, ct), InHand, name: null, ct);
        Print(_agents.Count == 0
            ? "Type digits, words, or \"hang up\"."
            : $"Type digits, words, or \"hang up\". For the phone of a colleague: \"{_agents[0].Name.ToLowerInvariant()}: answer\".");
    }

    private async Task AwaitCallsAsync(PhoneOwner agent, string key, CancellationToken ct)
    {
        await foreach (var happened in _api.EventsAsync($"agents/{agent.Id}/events", ct))
        {
            if (happened.Name == "call")
            {
                Begin(happened.Text("id"), key, agent.Name, ct);
            }
        }
    }

    private void Begin(string call, string key, string? name, CancellationToken ct)
    {
        var leg = new TerminalLeg(call, name, NameOf, Print);
        _legs[key] = leg;
        Follow(async () =>
        {
            await foreach (var happened in _api.EventsAsync($"calls/{call}/events", ct))
            {
                leg.Take(happened);
                if (_use.Skips && happened.Name == "say")
                {
                    await _api.ActAsync(call, "skip", new { }, ct);
                }
            }

            leg.Lose();
        });
    }

    private async Task ReadMessagesAsync(string phone, CancellationToken ct)
    {
        await foreach (var happened in _api.EventsAsync($"phones/{phone}/events", ct))
        {
            if (happened.Name == "message")
            {
                Print($"SMS: {happened.Text("text")}");
            }
        }
    }

    private async Task TakeInputAsync(CancellationToken ct)
    {
        while (!IsFinished)
        {
            var reading = Task.Run(() => _input.ReadLineAsync(ct).AsTask(), ct);
            if (await Task.WhenAny(reading, FinishedAsync(ct)) != reading)
            {
                return;
            }

            if (await reading is not { } line)
            {
                await WaitAsync(InHand, ct);
                return;
            }

            if (TypedLine.Read(line, _agents.Select(agent => agent.Name)) is { } typed)
            {
                await DoAsync(typed, ct);
            }
        }
    }

    private async Task DoAsync(TypedLine typed, CancellationToken ct)
    {
        var key = typed.Who ?? InHand;
        if (_use.WaitsForTurn)
        {
            await WaitAsync(key, ct);
        }

        if (!_legs.TryGetValue(key, out var leg) || leg.IsOver)
        {
            Print($"(no call on the phone {(typed.Who is null ? "in hand" : $"of {typed.Who}")})");
            return;
        }

        leg.Acted();
        if (!await _api.ActAsync(leg.Id, typed.Act, typed.Body, ct))
        {
            Print("(that did not arrive)");
        }
    }

    // For input that does not wait by itself: until somebody listens there, or the phone rings.
    private async Task WaitAsync(string key, CancellationToken ct)
    {
        using var turn = CancellationTokenSource.CreateLinkedTokenSource(ct);
        turn.CancelAfter(LongestTurn);
        try
        {
            while (!_legs.TryGetValue(key, out var leg) || leg.IsOver && key.Length > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), turn.Token);
            }

            await _legs[key].Ready.WaitAsync(turn.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            Print("(nobody listened in two minutes)");
        }
    }

    // The phone of an agent stays on for the next call; a caller has made the one call.
    private bool IsFinished => _use.Agent is null && _legs.TryGetValue(InHand, out var leg) && leg.IsOver;

    private async Task FinishedAsync(CancellationToken ct)
    {
        while (!IsFinished)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }
    }

    private async Task HangUpAllAsync()
    {
        foreach (var leg in _legs.Values.Where(leg => !leg.IsOver))
        {
            await _api.ActAsync(leg.Id, "hangup", new { }, CancellationToken.None);
        }

        // What was still said, and how it ended, is printed before the phone is put away.
        using var patience = new CancellationTokenSource(LongestEnd);
        try
        {
            while (_legs.Values.Any(leg => !leg.IsOver))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            Print("(the server did not say how it ended)");
        }
    }

    private void Follow(Func<Task> feed) => _followed.Add(Task.Run(async () =>
    {
        try
        {
            await feed();
        }
        catch (OperationCanceledException)
        {
            // The phone is put away.
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            Print("(the server broke off)");
        }
    }));

    private string NameOf(string number) => _agents.FirstOrDefault(agent => agent.Number == number)?.Name ?? "the other side";

    private void Print(string line) => _output.WriteLine(line);
}
