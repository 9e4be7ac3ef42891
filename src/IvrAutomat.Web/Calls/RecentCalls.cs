using System.Collections.Concurrent;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// Calls as this process has just saved them, so that the next turn of the same call need not read what was written seconds ago. The row stays
/// the only authority: a save is judged by the row's version, so whoever holds an old call changes nothing and reads anew. A call is handed out
/// once, for exactly the step that its answer asked for; whatever else comes reads the row.
/// </summary>
internal sealed class RecentCalls(TimeProvider time)
{
    // Callers answer within seconds; who takes longer is read. Nothing older than two of these is handed out; it is let go at the next turn of any call.
    private static readonly TimeSpan Generation = TimeSpan.FromSeconds(30);

    private readonly Lock _turning = new();
    private volatile ConcurrentDictionary<string, StoredCall> _young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, StoredCall> _old = new(StringComparer.Ordinal);
    private DateTimeOffset _since;

    /// <summary>The call, if it waits for its caller at this step; null: it has to be read.</summary>
    public StoredCall? Take(string callId, int step)
    {
        Turn();
        return (_young.TryRemove(callId, out var stored) || _old.TryRemove(callId, out stored)) && stored.Call.Version == step ? stored : null;
    }

    /// <summary>Remembers a decision that was saved, when it waits for the caller; of any other the row is read.</summary>
    public void Keep(Decided decided)
    {
        Turn();
        if (decided is { Answer: { } answer, IsOver: false, Call.Awaiting: null })
        {
            _young[decided.Call.Id] = new StoredCall(decided.Call, decided.Held, answer, decided.AnsweredStep, decided.At, HasEnded: false);
        }
        else
        {
            Forget(decided.Call.Id);
        }
    }

    /// <summary>Forgets a call.</summary>
    public void Forget(string callId)
    {
        _young.TryRemove(callId, out _);
        _old.TryRemove(callId, out _);
    }

    private void Turn()
    {
        var now = time.GetUtcNow();
        lock (_turning)
        {
            // A clock that was put back begins a generation as well: nothing may be remembered for longer because of it.
            if (now - _since < Generation && now >= _since)
            {
                return;
            }

            _old = now - _since < 2 * Generation && now >= _since ? _young : new(StringComparer.Ordinal);
            (_young, _since) = (new(StringComparer.Ordinal), now);
        }
    }
}
