using System.Collections.Concurrent;

namespace IvrAutomat.Simulator.Carrier.Queues;

/// <summary>All queues of the account.</summary>
internal sealed class QueueBoard(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, WaitingQueue> _byName = new(StringComparer.Ordinal);

    public IReadOnlyList<WaitingQueue> All => [.. _byName.Values.OrderBy(queue => queue.CreatedAt)];

    /// <summary>The queue of this name, which is made if there is none.</summary>
    public WaitingQueue Named(string name) => _byName.GetOrAdd(name, _ => new WaitingQueue(name, time));

    public WaitingQueue? FindNamed(string name) => _byName.GetValueOrDefault(name);

    public WaitingQueue? Find(string sid) => All.FirstOrDefault(queue => queue.Sid == sid);

    /// <summary>Removes a queue; false when somebody waits in it.</summary>
    public bool Remove(WaitingQueue queue) => queue.Members.Count == 0 && _byName.TryRemove(queue.Name, out _);
}
