using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Plays the caller's part of one call.</summary>
internal sealed class CallPlayer(PhoneCall call, TimeDriver driver)
{
    /// <summary>Longer than any wait of a conversation; what has not come by then does not come.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Recollection _memory = new(call);
    private readonly List<(CallStep.NotHeard Step, int From)> _forbidden = [];

    /// <summary>Plays all steps; then the caller hears the automat out, and leaves when it asks for something.</summary>
    /// <exception cref="StepFailedException">A step did not hold.</exception>
    public async Task PlayAsync(IReadOnlyList<CallStep> steps, CancellationToken ct)
    {
        foreach (var step in steps)
        {
            await PlayAsync(step, ct);
        }

        await driver.SettleAsync(ct);
        await driver.PassUntilAsync(ListensOrEnded, Patience, ct);
        call.HangUp();
        await driver.PassUntilAsync(() => call.Ended.IsCompleted, Patience, ct);
        CheckForbidden();
    }

    private async Task PlayAsync(CallStep step, CancellationToken ct)
    {
        switch (step)
        {
            case CallStep.Hear hear:
                foreach (var phrase in hear.Phrases)
                {
                    await HearAsync(hear.Line, phrase, ct);
                }

                break;
            case CallStep.NotHeard notHeard:
                _memory.Update();
                _forbidden.Add((notHeard, _memory.Followed));
                break;
            case CallStep.HeardWithin within when _memory.LastBegan is not { } began || began > within.Limit:
                throw new StepFailedException(
                    within.Line,
                    $"expected within {within.Limit.TotalSeconds} s, but it began {_memory.LastBegan?.TotalSeconds:0.0} s after dialling");
            case CallStep.Press press:
                await ActAsync(press.Line, press.Now, ct);
                call.Press(press.Keys);
                break;
            case CallStep.Say say:
                await ActAsync(say.Line, say.Now, ct);
                call.Say(say.Words);
                break;
            case CallStep.StaySilent silent:
                await StaySilentAsync(silent, ct);
                break;
            case CallStep.Wait wait:
                await driver.PassAsync(wait.Length, ct);
                break;
            case CallStep.HangUp hangUp:
                await HangUpAsync(hangUp, ct);
                break;
            default:
                break;
        }
    }

    private async Task HearAsync(int line, Phrase phrase, CancellationToken ct)
    {
        var found = false;
        await driver.PassUntilAsync(() => (found = found || _memory.Follow(phrase)) || _memory.Ended, Patience, ct);
        if (!found)
        {
            var why = _memory.Ended ? "the call ended" : $"nothing like it came in {Patience.TotalMinutes} minutes";
            throw new StepFailedException(line, $"expected to hear {phrase}, but {why}");
        }
    }

    // After an entry the automat's answer to it is awaited: only then is it known whether a new Gather listens.
    private async Task ActAsync(int line, bool now, CancellationToken ct)
    {
        await driver.SettleAsync(ct);
        if (!now)
        {
            await AwaitListeningAsync(line, ct);
        }

        CheckForbidden();
        _memory.LeaveBehind();
    }

    private async Task AwaitListeningAsync(int line, CancellationToken ct)
    {
        await driver.PassUntilAsync(ListensOrEnded, Patience, ct);
        if (!_memory.Awaited)
        {
            throw new StepFailedException(line, _memory.Ended ? "the call has ended, nobody listens" : "the automat never listens");
        }
    }

    private bool ListensOrEnded()
    {
        _memory.Update();
        return _memory.Awaited || _memory.Ended;
    }

    private async Task StaySilentAsync(CallStep.StaySilent step, CancellationToken ct)
    {
        for (var i = 0; i < step.Times; i++)
        {
            await ActAsync(step.Line, now: false, ct);
            var before = _memory.Silences;
            bool GaveUp()
            {
                _memory.Update();
                return _memory.Silences > before || _memory.Ended;
            }

            if (!await driver.PassUntilAsync(GaveUp, Patience, ct))
            {
                throw new StepFailedException(step.Line, "the automat went on listening");
            }
        }
    }

    private async Task HangUpAsync(CallStep.HangUp step, CancellationToken ct)
    {
        if (!step.Now)
        {
            await driver.SettleAsync(ct);
        }

        _memory.Update();
        if (_memory.Ended)
        {
            throw new StepFailedException(step.Line, "the caller wanted to hang up, but the call had ended");
        }

        call.HangUp();
        await driver.PassUntilAsync(() => call.Ended.IsCompleted, Patience, ct);
        CheckForbidden();
    }

    private void CheckForbidden()
    {
        foreach (var (step, from) in _forbidden)
        {
            foreach (var phrase in step.Phrases)
            {
                if (phrase.FindIn(_memory.All, from) is not null)
                {
                    throw new StepFailedException(step.Line, $"expected not to hear {phrase}");
                }
            }
        }

        _forbidden.Clear();
    }
}
