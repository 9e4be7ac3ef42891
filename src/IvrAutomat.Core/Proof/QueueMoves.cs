using IvrAutomat.Calls;
using IvrAutomat.Queue;

namespace IvrAutomat.Proof;

/// <summary>What the queue, and the people whose phones ring, can do to a caller who waits or talks.</summary>
internal static class QueueMoves
{
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly WaitRange Forecast = new(2, 4);

    private static readonly Move Left = new(MoveKind.Queue, new QueueLeft());

    /// <summary>While the caller waits in the queue: time passes in steps that matter, up to the limit and beyond.</summary>
    public static IEnumerable<Move> Waiting(Call call, DateTimeOffset now)
    {
        yield return new Move(MoveKind.Queue, new StillWaiting(Ahead: 1), Stretch);
        yield return new Move(MoveKind.Queue, new StillWaiting(Ahead: 0) { Forecast = Forecast }, Minute);
        if (call.Handover?.Waiting is { } wait && wait.Until > now)
        {
            yield return new Move(MoveKind.Queue, new StillWaiting(Ahead: 1), wait.Until - now);
        }

        yield return Left;
        yield return new Move(MoveKind.Queue, new AgentTook("room"));
        yield return new Move(MoveKind.Queue, new GivenBack());
    }

    /// <summary>While the caller is on the way out of the queue.</summary>
    public static IEnumerable<Move> Leaving() => [Left];

    /// <summary>While the caller is where a person is, or is to be.</summary>
    public static IEnumerable<Move> Meeting(string room) =>
    [
        new(MoveKind.Queue, new TalkEnded(Happened: true)),
        new(MoveKind.Queue, new TalkEnded(Happened: false)),
        new(MoveKind.Queue, new AgentLost()),
        new(MoveKind.Queue, new AgentTook(room == "room" ? "another room" : "room")),
    ];
}
