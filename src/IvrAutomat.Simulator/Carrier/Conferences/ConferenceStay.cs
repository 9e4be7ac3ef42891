using IvrAutomat.Simulator.Carrier.Verbs;

namespace IvrAutomat.Simulator.Carrier.Conferences;

/// <summary>Keeps one call in a conference: what it hears there, until it is out.</summary>
/// <param name="run">The call.</param>
/// <param name="participant">Its place in the room.</param>
/// <param name="music">Played until the conference starts; null for the carrier's own music.</param>
/// <param name="hangsUp">Whether an act of the person ends the stay.</param>
/// <param name="limit">How long the stay may last.</param>
internal sealed class ConferenceStay(
    CallRun run, Participant participant, Next.Document? music, Func<CallerAct, bool> hangsUp, TimeSpan limit)
{
    private readonly long _began = run.Time.GetTimestamp();

    /// <summary>Whether a REST request took it out.</summary>
    public bool WasRemoved => participant.WasRemoved;

    /// <returns><see cref="Next.Over"/> when the stay ended for any reason but the call's own; else where the call goes.</returns>
    public async Task<Next> UntilOutAsync()
    {
        while (participant.Phase is var phase and not ParticipantPhase.Out)
        {
            bool Changed() => participant.Phase != phase;
            var next = phase switch
            {
                ParticipantPhase.Announced => await AnnounceAsync(),
                ParticipantPhase.Held => await HoldAsync(Changed),
                ParticipantPhase.Waiting => await HearAsync(music, Changed),
                _ => await TalkAsync(Changed),
            };
            if (next is not Next.NextVerb)
            {
                return next;
            }
        }

        return Next.Over;
    }

    private Task<Next> HoldAsync(Func<bool> changed) => HearAsync(
        participant.HoldMusic is { } hold ? new Next.Document(hold.Url, hold.Method, []) : null, changed);

    // When a document has run out there is silence: only a Redirect at its end makes it a loop.
    private async Task<Next> HearAsync(Next.Document? document, Func<bool> changed)
    {
        if (document is not null && !changed())
        {
            var next = await run.HoldAsync(document, HoldRule.InConference, changed);
            if (next is Next.Failed failed)
            {
                run.Call.Note(at => new Trouble(at, failed.Error.Code, failed.Error.Message));
                return Next.Over;
            }

            if (next is Next.End or Next.Moved)
            {
                return next;
            }
        }

        return await WaitAsync(changed, _ => false);
    }

    private Task<Next> TalkAsync(Func<bool> changed) => WaitAsync(changed, act =>
    {
        if (act is CallerAct.Words words)
        {
            participant.Conference.Say(participant, words.Text);
        }

        return hangsUp(act);
    });

    private async Task<Next> WaitAsync(Func<bool> changed, Func<CallerAct, bool> stops)
    {
        if (changed())
        {
            return Next.Verb;
        }

        var left = limit - run.Time.GetElapsedTime(_began);
        return await run.WaitAsync(left, act => act is CallerAct.Nudge && changed() || stops(act)) switch
        {
            CallerAct.Leave leave => leave.Next,
            CallerAct.Nudge => Next.Verb,
            _ => Next.Over,
        };
    }

    private async Task<Next> AnnounceAsync()
    {
        var announcement = participant.Announcements.Peek();
        var heard = await run.HoldAsync(
            new Next.Document(announcement.Url, announcement.Method, []), HoldRule.InConference, () => participant.IsOut);
        if (heard is Next.Failed failed)
        {
            run.Call.Note(at => new Trouble(at, failed.Error.Code, failed.Error.Message));
        }

        participant.Conference.Announced(participant, played: heard is not Next.Failed);
        return heard is Next.End or Next.Moved ? heard : Next.Verb;
    }
}
