using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Calls;

/// <summary>What a decision means for the caller's wait; saved in the decision's own transaction.</summary>
internal abstract record WaitChange
{
    /// <summary>The change that a turn makes; null when it makes none.</summary>
    /// <param name="before">The call before the turn.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="input">What it decided about.</param>
    /// <param name="secrets">Name the wait.</param>
    public static WaitChange? Of(Call before, Turn turn, CallerInput input, Secrets secrets)
    {
        if (turn.Next is QueueNext { Joins: true } next && turn.Call.Handover is { Waiting: { } joined } handover)
        {
            return new WaitJoined(NameOf(secrets, turn.Call.Id, next.JoinedAt), handover.CaseNumber, turn.Call.Language, joined.Since);
        }

        if (before.Handover?.Waiting is not { } wait)
        {
            return null;
        }

        if (input is StillWaiting { Forecast: { } range } && ShopDialogue.TellsWait(turn))
        {
            return new WaitTold(NameOf(secrets, before.Id, wait.JoinedAt), range.From, range.To);
        }

        var isLeft = ShopDialogue.IsQueued(before) && !ShopDialogue.IsQueued(turn.Call) && turn.Next is not MeetNext && input is not GivenBack;
        return turn.Next is HangUpNext ? new WaitOver(input is TalkEnded { Happened: true } ? TransferOutcome.Talked : TransferOutcome.Gone)
            : isLeft ? new WaitLeft(NameOf(secrets, before.Id, wait.JoinedAt))
            : null;
    }

    /// <summary>The name of a wait: it cannot be guessed, tells nothing, and is the same whoever asks.</summary>
    public static string NameOf(Secrets secrets, string callId, int joinedAt)
        => secrets.Hash(SecretLabel.Transfer, callId, $"{joinedAt}").Split(':')[^1][..32];
}

/// <summary>The wait begins. One that is known already goes on: the caller was only put back.</summary>
/// <param name="Name">Names it.</param>
/// <param name="CaseNumber">The case that is owed if nobody talks to the caller.</param>
/// <param name="Language">The caller's language.</param>
/// <param name="Since">When the caller began to wait.</param>
internal sealed record WaitJoined(string Name, string? CaseNumber, string Language, DateTimeOffset Since) : WaitChange;

/// <summary>The caller was told how long it may take.</summary>
/// <param name="Name">Names the wait.</param>
/// <param name="From">From so many minutes.</param>
/// <param name="To">To so many.</param>
internal sealed record WaitTold(string Name, int From, int To) : WaitChange;

/// <summary>The caller leaves the queue. It holds only while nobody has taken the call: else the whole decision is not saved.</summary>
/// <param name="Name">Names the wait.</param>
internal sealed record WaitLeft(string Name) : WaitChange;

/// <summary>The call is over, and with it whatever wait it had.</summary>
/// <param name="Outcome">One of <see cref="TransferOutcome"/>, where the caller and an agent have not been seen to talk.</param>
internal sealed record WaitOver(string Outcome) : WaitChange;
