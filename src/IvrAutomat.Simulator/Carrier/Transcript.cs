namespace IvrAutomat.Simulator.Carrier;

/// <summary>Everything that happened on one call, in order. Only grows; may be read while it does.</summary>
public sealed class Transcript
{
    private readonly Lock _gate = new();
    private readonly List<CallEvent> _events = [];
    private TaskCompletionSource _more = NewSignal();

    /// <summary>How many events there are; also the number of the latest.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _events.Count;
            }
        }
    }

    /// <summary>The events after the one of this number; 0 for all.</summary>
    public IReadOnlyList<CallEvent> After(int number)
    {
        lock (_gate)
        {
            return number >= _events.Count ? [] : _events.GetRange(Math.Max(0, number), _events.Count - Math.Max(0, number));
        }
    }

    /// <summary>Waits until there is an event after the one of this number.</summary>
    public Task MoreAsync(int number, CancellationToken ct)
    {
        lock (_gate)
        {
            return _events.Count > number ? Task.CompletedTask : _more.Task.WaitAsync(ct);
        }
    }

    internal void Add(CallEvent happened)
    {
        TaskCompletionSource more;
        lock (_gate)
        {
            _events.Add(happened with { Number = _events.Count + 1 });
            more = _more;
            _more = NewSignal();
        }

        more.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
