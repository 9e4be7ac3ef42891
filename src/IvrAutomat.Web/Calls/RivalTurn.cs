namespace IvrAutomat.Web.Calls;

/// <summary>Waits for a turn that another request decides, on this instance or another; it never repeats work.</summary>
internal sealed class RivalTurn(CallStore store, AnswerForms forms, Activity activity, TimeProvider time)
{
    /// <summary>How long a second request for a turn waits for the first one to finish it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The answer that the other request gave; not there in time: sends the carrier round to the same step.</summary>
    /// <param name="callId">The carrier's identifier.</param>
    /// <param name="step">The step that both were to answer.</param>
    /// <param name="cancellationToken">The request is gone.</param>
    public async Task<byte[]> AnswerAsync(string callId, int step, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < Patience)
        {
            await activity.RestAsync(Pause, time, cancellationToken);
            var stored = await store.LoadAsync(callId, cancellationToken);
            if (stored is { Answer: { } answer } && stored.AnsweredStep == step)
            {
                return answer;
            }

            if (stored is { HasEnded: true })
            {
                return forms.HangUp();
            }

            if (stored is { Answer: { } present, Call.Awaiting: null } && step < stored.Call.Version)
            {
                return present;
            }
        }

        return forms.Again(step);
    }
}
