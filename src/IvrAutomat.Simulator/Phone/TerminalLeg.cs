namespace IvrAutomat.Simulator.Phone;

/// <summary>One call at a terminal phone: prints what is heard as it is heard, and knows whether somebody listens.</summary>
/// <param name="id">The call.</param>
/// <param name="name">Whose phone, before each line; null for the phone in hand.</param>
/// <param name="others">The name of a number; the number itself when it is nobody's.</param>
/// <param name="print">Takes a line.</param>
internal sealed class TerminalLeg(string id, string? name, Func<string, string> others, Action<string> print)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _ready = NewSignal();
    private bool _listens;
    private bool _together;

    // Music that goes round is told once.
    private bool _plays;

    public string Id => id;

    public bool IsOver { get; private set; }

    /// <summary>Ends when the person can do something: the phone rings, somebody listens, or the call is over.</summary>
    public Task Ready
    {
        get
        {
            lock (_gate)
            {
                return _ready.Task;
            }
        }
    }

    /// <summary>The person has done something: until the next prompt nobody listens any more.</summary>
    public void Acted()
    {
        lock (_gate)
        {
            if (!_together && !IsOver)
            {
                _ready = NewSignal();
            }
        }
    }

    /// <summary>Takes in what happened, and prints it.</summary>
    public void Take(PhoneEvent happened)
    {
        switch (happened.Name)
        {
            case "say":
                _plays = false;
                Say($"automat: {happened.Text("text")}");
                break;
            case "play" when !_plays:
                Say("(music or a recording)");
                _plays = true;
                break;
            case "other":
                Say($"{others(happened.Text("by"))}: {happened.Text("text")}");
                break;
            case "status" when happened.Text("status") is "ringing" && name is not null:
                Say("the phone rings; type \"answer\" or \"decline\"");
                Open();
                break;
            case "status" when happened.Text("status") is "in-progress":
                Say("(answered)");
                break;
            case "listen":
                _listens = true;
                break;
            case "quiet" when _listens:
                Open();
                break;
            case "heard" or "silence":
                _listens = false;
                break;
            case "queued":
                Say("(waiting in a queue)");
                break;
            case "connected":
                _together = happened.List("with") is { Length: > 0 };
                Say(_together ? $"(connected with {string.Join(", ", happened.List("with").Select(others))})" : "(no longer connected)");
                Open();
                break;
            case "dial" when happened.Text("to").Length > 0:
                Say($"(dialling {others(happened.Text("to"))})");
                break;
            case "dropped":
                Say($"(key {happened.Text("key")} came while nobody listened)");
                break;
            case "trouble":
                Say($"(trouble {happened.Text("code")}: {happened.Text("text")})");
                break;
            case "ended":
                IsOver = true;
                Say($"(ended by the {happened.Text("by")}: {happened.Text("reason")})");
                Open();
                break;
            default:
                break;
        }
    }

    /// <summary>The feed broke off: nothing more comes.</summary>
    public void Lose()
    {
        if (!IsOver)
        {
            IsOver = true;
            Say("(the server can no longer be reached)");
            Open();
        }
    }

    private void Say(string line) => print(name is null ? line : $"{name} | {line}");

    private void Open()
    {
        lock (_gate)
        {
            _ready.TrySetResult();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
