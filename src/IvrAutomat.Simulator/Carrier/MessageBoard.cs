namespace IvrAutomat.Simulator.Carrier;

/// <summary>All text messages since the start, oldest first. May be read while messages arrive.</summary>
public sealed class MessageBoard
{
    private readonly Lock _gate = new();
    private readonly List<TextMessage> _messages = [];
    private TaskCompletionSource _change = NewSignal();
    private int _forgotten;

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _messages.Count;
            }
        }
    }

    /// <summary>Each message as it is now.</summary>
    public IReadOnlyList<TextMessage> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>Those since <see cref="Forget"/>, which is all that the carrier tells of: each script sets the clock back.</summary>
    public IReadOnlyList<TextMessage> Told => [.. All.Skip(Volatile.Read(ref _forgotten))];

    /// <summary>What lies on the phone of this number: the delivered ones, oldest first.</summary>
    public IReadOnlyList<TextMessage> DeliveredTo(string number) =>
        [.. All.Where(message => message.To == number && message.Status == "delivered")];

    /// <summary>The message of this identifier; null when there is none.</summary>
    public TextMessage? Find(string sid) => All.FirstOrDefault(message => message.Sid == sid);

    /// <summary>Ends at the next change of any message.</summary>
    internal Task NextChange
    {
        get
        {
            lock (_gate)
            {
                return _change.Task;
            }
        }
    }

    /// <summary>Tells of none that is here by now.</summary>
    internal void Forget() => Volatile.Write(ref _forgotten, Count);

    internal void Add(TextMessage message) => Change(messages => messages.Add(message));

    internal TextMessage Update(string sid, Func<TextMessage, TextMessage> change)
    {
        TextMessage changed = null!;
        Change(messages =>
        {
            var at = messages.FindIndex(message => message.Sid == sid);
            messages[at] = changed = change(messages[at]);
        });
        return changed;
    }

    private void Change(Action<List<TextMessage>> change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            change(_messages);
            changed = _change;
            _change = NewSignal();
        }

        changed.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
