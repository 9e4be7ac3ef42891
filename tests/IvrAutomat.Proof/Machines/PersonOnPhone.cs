using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Proof.Machines;

/// <summary>Somebody who is on a call of the carrier, and does something whenever they are asked to, or are connected with another.</summary>
/// <param name="call">The call.</param>
/// <param name="asked">The automat listens: the keys that are pressed, or null for none.</param>
/// <param name="connected">Another person is there.</param>
internal sealed class PersonOnPhone(PhoneCall call, Func<string?> asked, Func<CancellationToken, Task> connected)
{
    // Nobody presses a key before the automat has begun to say what it is for.
    private static readonly TimeSpan Thinks = TimeSpan.FromMilliseconds(400);

    /// <summary>Stays until the call has ended.</summary>
    public async Task StayAsync(CancellationToken cancellationToken)
    {
        var seen = 0;
        while (!call.Ended.IsCompleted || call.Transcript.Count > seen)
        {
            foreach (var happened in call.Transcript.After(seen))
            {
                seen = happened.Number;
                await OnAsync(happened, cancellationToken);
            }

            await Task.WhenAny(call.Ended, call.Transcript.MoreAsync(seen, cancellationToken));
        }
    }

    private async Task OnAsync(CallEvent happened, CancellationToken cancellationToken)
    {
        switch (happened)
        {
            case Listening:
                await Task.Delay(Thinks, cancellationToken);
                if (asked() is { } keys)
                {
                    call.Press(keys);
                }

                break;
            case Connected { With.Count: > 0 }:
                await connected(cancellationToken);
                break;
            default:
                break;
        }
    }
}
