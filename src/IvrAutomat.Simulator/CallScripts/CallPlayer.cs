using System.Globalization;
using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Plays the part of the person on one call, who called or was called.</summary>
internal sealed class CallPlayer(PhoneCall call, TimeDriver driver)
{
    /// <summary>Longer than any wait of a conversation; what has not come by then does not come.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Recollection _memory = new(call);
    private readonly List<(CallStep.NotHeard Step, int From)> _forbidden = [];

    public PhoneCall Call => call;

    public bool IsOver => call.Ended.IsCompleted;

    /// <summary>The person hears the automat out and leaves when it asks for something, or at once when connected with somebody.</summary>
    /// <exception cref="StepFailedException">Something was heard that must not be heard.</exception>
    public async Task FinishAsync(CancellationToken ct)
    {
        await driver.SettleAsync(ct);
        await driver.PassUntilAsync(() => IsConnected || ListensOrEnded(), Patience, ct);
        call.HangUp();
        await driver.PassUntilAsync(() => call.Ended.IsCompleted, Patience, ct);
        CheckForbidden();
    }

    /// <summary>Plays one step.</summary>
    /// <exception cref="StepFailedException">The step did not hold.</exception>
    public async Task PlayAsync(CallStep step, CancellationToken ct)
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
            case CallStep.HeardWithin within:
                CheckHeardWithin(within);
                break;
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
            case CallStep.Ended ended:
                await EndedAsync(ended, ct);
                break;
            default:
                break;
        }
    }

    private void CheckHeardWithin(CallStep.HeardWithin step)
    {
        var (took, what) = call.IsInbound
            ? (_memory.LastBegan, "it began {0} s after dialling")
            : (_memory.LastEnded - _memory.FirstBegan, "it ended {0} s after the first word");
        if (took is null || took > step.Limit)
        {
            var seconds = string.Format(CultureInfo.InvariantCulture, what, took?.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) ?? "?");
            throw new StepFailedException(step.Line, $"expected within {step.Limit.TotalSeconds} s, but {seconds}");
        }
    }

    private async Task EndedAsync(CallStep.Ended step, CancellationToken ct)
    {
        if (!await driver.PassUntilAsync(() => call.Ended.IsCompleted, Patience, ct))
        {
            throw new StepFailedException(step.Line, "expected the call to have ended, but it goes on");
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
        await driver.PassUntilAsync(() => IsConnected || ListensOrEnded(), Patience, ct);
        if (!_memory.Awaited && !IsConnected)
        {
            throw new StepFailedException(line, _memory.Ended ? "the call has ended, nobody listens" : "the automat never listens");
        }
    }

    // Another person always listens.
    private bool IsConnected => call.ConnectedWith.Count > 0;

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

    /// <exception cref="StepFailedException">Something was heard that must not be heard.</exception>
    public void CheckForbidden()
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
