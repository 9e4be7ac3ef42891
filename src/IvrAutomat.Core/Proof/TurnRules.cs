using IvrAutomat.Calls;

namespace IvrAutomat.Proof;

/// <summary>What must hold of each single decision, wherever it is made.</summary>
internal static class TurnRules
{
    /// <summary>What a decision breaks.</summary>
    /// <param name="before">The call before it.</param>
    /// <param name="input">What happened.</param>
    /// <param name="turn">The decision.</param>
    /// <param name="after">What is known of the world after it.</param>
    public static IEnumerable<(PathRule Rule, string Problem)> Broken(Call before, CallerInput input, Turn turn, World after)
    {
        if (!turn.Firing.WasExpected)
        {
            yield return (PathRule.NothingUnexpected, $"{InputText.Of(input)} finds no edge");
        }

        foreach (var work in turn.Work)
        {
            if (Confirmations.WhyNot(before, input, work) is { } unconfirmed)
            {
                yield return (PathRule.ConfirmedFirst, unconfirmed);
            }

            if (Secrecy.WhyNot(work, after) is { } unproved)
            {
                yield return (PathRule.ProvedFirst, unproved);
            }
        }

        foreach (var leak in Secrecy.LeaksIn(turn, after))
        {
            yield return (PathRule.ProvedFirst, leak);
        }

        if (EmptyWait(input, turn) is { } empty)
        {
            yield return (PathRule.NoEmptyWait, empty);
        }
    }

    private static string? EmptyWait(CallerInput input, Turn turn) => turn.Next switch
    {
        WaitNext when turn.Call.Awaiting is null => "the caller waits for work that nobody does",
        ListenNext when turn.Call.Awaiting is not null => "the caller is listened to, but the call waits for work",
        ListenNext when turn.Say.IsEmpty && !MayBeQuiet(input) => "the caller is listened to and has been asked nothing",
        QueueNext or LeaveNext or MeetNext when turn.Call.Handover?.Waiting is null => "the caller waits in a queue that they never joined",
        LeaveNext when turn.Call.Handover?.Waiting?.Exit is null => "the caller leaves the queue for nowhere",
        _ => null,
    };

    // Whoever asked for a moment, or began an entry again, has heard the question.
    private static bool MayBeQuiet(CallerInput input) => input is EntryRestarted or CommandGiven { Command: GlobalCommand.Wait };
}
