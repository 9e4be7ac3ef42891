namespace IvrAutomat.Proof.Kills;

/// <summary>Lets the killer see when a webhook leaves, and callers how far the killer has got.</summary>
internal sealed class Traffic
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, TaskCompletionSource> _awaited = [];
    private readonly List<(int Kill, TaskCompletionSource Signal)> _waiting = [];
    private int _passed = -1;

    /// <summary>A webhook leaves for an instance.</summary>
    public void Sent(int instance)
    {
        lock (_gate)
        {
            if (_awaited.Remove(instance, out var signal))
            {
                signal.TrySetResult();
            }
        }
    }

    /// <summary>Ends when the next webhook leaves for an instance, or when none does for a while.</summary>
    public async Task NextAsync(int instance, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _awaited[instance] = signal;
        }

        await Task.WhenAny(signal.Task, Task.Delay(atMost, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>So many kills are done.</summary>
    public void Pass(int kill)
    {
        lock (_gate)
        {
            _passed = kill;
            foreach (var (_, signal) in _waiting.FindAll(each => each.Kill <= kill))
            {
                signal.TrySetResult();
            }

            _waiting.RemoveAll(each => each.Kill <= kill);
        }
    }

    /// <summary>Ends when so many kills are done.</summary>
    public Task DueAsync(int kill, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (kill <= _passed)
            {
                return Task.CompletedTask;
            }

            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((kill, signal));
            return signal.Task.WaitAsync(cancellationToken);
        }
    }
}
