using IvrAutomat.Simulator.Carrier.Verbs;

namespace IvrAutomat.Simulator.Carrier.Queues;

/// <summary>A queue of callers who wait, first come first served (https://www.twilio.com/docs/voice/api/queue-resource).</summary>
internal sealed class WaitingQueue(string name, TimeProvider time)
{
    /// <summary>The carrier's default size.</summary>
    public const int DefaultSize = 1000;
    private readonly Lock _gate = new();
    private readonly List<QueueMember> _members = [];

    public string Sid { get; } = Carrier.Sid.NewQueue();

    public string Name => name;

    public int MaxSize { get; set; } = DefaultSize;

    public DateTimeOffset CreatedAt { get; } = time.GetUtcNow();

    /// <summary>Who waits now, the longest first.</summary>
    public IReadOnlyList<QueueMember> Members
    {
        get
        {
            lock (_gate)
            {
                return [.. _members];
            }
        }
    }

    /// <summary>How long those who wait now have waited on average, in whole seconds.</summary>
    public int AverageWait => Members is { Count: > 0 } members ? (int)members.Average(member => member.SecondsWaited) : 0;

    /// <summary>Takes a caller in; null when the queue is full.</summary>
    public QueueMember? Enter(PhoneCall call)
    {
        lock (_gate)
        {
            if (_members.Count >= MaxSize)
            {
                return null;
            }

            var member = new QueueMember(call, this, time);
            _members.Add(member);
            return member;
        }
    }

    /// <summary>Lets a caller out; false when the caller was not in it.</summary>
    public bool Remove(QueueMember member)
    {
        lock (_gate)
        {
            return _members.Remove(member);
        }
    }

    /// <summary>Place in the queue from 1; 0 when no longer in it.</summary>
    public int PositionOf(QueueMember member)
    {
        lock (_gate)
        {
            return _members.IndexOf(member) + 1;
        }
    }

    /// <summary>The member of a call, or the one in front for the word <c>Front</c>; null when there is none.</summary>
    public QueueMember? Find(string callSidOrFront) =>
        Members.FirstOrDefault(member => callSidOrFront == "Front" || member.Call.Sid == callSidOrFront);
}

/// <summary>One caller in a queue.</summary>
internal sealed class QueueMember(PhoneCall call, WaitingQueue queue, TimeProvider time)
{
    private readonly long _entered = time.GetTimestamp();

    public PhoneCall Call => call;

    public WaitingQueue Queue => queue;

    public DateTimeOffset EnteredAt { get; } = time.GetUtcNow();

    public int SecondsWaited => (int)time.GetElapsedTime(_entered).TotalSeconds;

    public int Position => queue.PositionOf(this);

    /// <summary>The talk for which the caller was taken out of the queue; null while waiting.</summary>
    public Talk? Bridge { get; private set; }

    public bool IsTaken => Bridge is not null;

    /// <summary>What the caller hears before the talk; null for nothing.</summary>
    public Next.Document? BeforeBridge { get; private set; }

    /// <summary>Takes the caller out of the queue; false when the caller is no longer in it.</summary>
    public bool TakeFor(Talk bridge, Next.Document? before)
    {
        if (!queue.Remove(this))
        {
            return false;
        }

        BeforeBridge = before;
        Bridge = bridge;
        call.Ear.Tell(new CallerAct.Nudge());
        return true;
    }

    /// <summary>What the document that plays meanwhile is told (https://www.twilio.com/docs/voice/twiml/enqueue#attributes-waiturl).</summary>
    public IReadOnlyList<KeyValuePair<string, string>> WaitForm() =>
    [
        new("QueueSid", queue.Sid),
        new("QueuePosition", Position.ToString()),
        new("QueueTime", SecondsWaited.ToString()),
        new("AvgQueueTime", queue.AverageWait.ToString()),
        new("CurrentQueueSize", queue.Members.Count.ToString()),
        new("MaxQueueSize", queue.MaxSize.ToString()),
    ];

    /// <summary>What the action is told when the wait has ended.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ResultForm(string result) =>
        [new("QueueResult", result), new("QueueSid", queue.Sid), new("QueueTime", SecondsWaited.ToString())];
}
