using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Proof.Machines;

/// <summary>A customer who asks for a person, and then waits on the line or chooses to be called back.</summary>
/// <param name="carrier">Takes the call.</param>
/// <param name="number">The customer's phone.</param>
/// <param name="wantsCallback">Presses one in the queue, and one once more when asked whether the number is right.</param>
internal sealed class WaitingCustomer(CarrierNetwork carrier, string number, bool wantsCallback)
{
    private const string Person = "0", Yes = "1";

    private static readonly TimeSpan Looks = TimeSpan.FromMilliseconds(100);

    private PhoneCall? _call;
    private bool _asked;

    /// <summary>Whether this customer was called back: who wants that may have been connected before they could choose it.</summary>
    public bool IsCalledBack => CallsBack.Any();

    /// <summary>Plays it, until a person was talked to and both have hung up.</summary>
    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        _call = carrier.Call(number);
        await new PersonOnPhone(_call, Answer, static _ => Task.CompletedTask).StayAsync(cancellationToken);
        while (!Talks(_call) && !CallsBack.Any(leg => Talks(leg) && leg.EndedAt is not null))
        {
            await Task.Delay(Looks, cancellationToken);
        }
    }

    /// <summary>All that must not have become of it, a sentence each.</summary>
    public IEnumerable<string> Wrongs()
    {
        PhoneCall[] legs = [.. _call is null ? Array.Empty<PhoneCall>() : [_call], .. CallsBack];
        var talks = legs.Sum(leg => leg.Transcript.After(0).OfType<Connected>().Count(with => with.With.Count > 0));
        if (talks != 1)
        {
            yield return $"{Name} was connected {talks} times";
        }

        var dialled = CallsBack.Count();
        if (dialled != (_call is not null && Talks(_call) ? 0 : 1) || (dialled > 0 && !wantsCallback))
        {
            yield return $"{Name} was dialled {dialled} times";
        }

        foreach (var ended in legs.SelectMany(leg => leg.Transcript.After(0)).OfType<CallEnded>().Where(ended => ended.By == EndedBy.Carrier))
        {
            yield return $"{Name} was dropped by the carrier: {ended.Reason}";
        }

        foreach (var trouble in legs.SelectMany(leg => leg.Transcript.After(0)).OfType<Trouble>())
        {
            yield return $"{Name} met error {trouble.Code}: {trouble.Text}";
        }
    }

    private string Name => wantsCallback ? "a customer who chose to be called back" : "a customer who waited";

    private IEnumerable<PhoneCall> CallsBack => carrier.Calls.Where(call => !call.IsInbound && call.To == number);

    private static bool Talks(PhoneCall leg) => leg.Transcript.After(0).OfType<Connected>().Any(with => with.With.Count > 0);

    // Whoever waits presses nothing more; after the talk there is nothing that the automat could ask and that matters here.
    private string? Answer()
    {
        if (!_asked)
        {
            _asked = true;
            return Person;
        }

        if (Talks(_call!))
        {
            _call!.HangUp();
        }

        return wantsCallback ? Yes : null;
    }
}
