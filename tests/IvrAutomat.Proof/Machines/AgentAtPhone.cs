using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Proof.Machines;

/// <summary>An agent who takes every call that is offered, talks for a moment and hangs up.</summary>
/// <param name="carrier">Rings.</param>
/// <param name="name">As the product knows the agent.</param>
/// <param name="number">The agent's phone.</param>
internal sealed class AgentAtPhone(CarrierNetwork carrier, string name, string number)
{
    private static readonly TimeSpan Looks = TimeSpan.FromMilliseconds(50), TalksFor = TimeSpan.FromSeconds(2);

    private readonly List<PhoneCall> _legs = [];

    /// <summary>As the product knows the agent.</summary>
    public string Name => name;

    /// <summary>The agent's phone.</summary>
    public string Number => number;

    /// <summary>How many calls this agent was connected with.</summary>
    public int Talks => _legs.Count(leg => leg.Transcript.After(0).OfType<Connected>().Any(with => with.With.Count > 0));

    /// <summary>Sits at the phone until told to go.</summary>
    public async Task SitAsync(CancellationToken home)
    {
        var calls = new List<Task>();
        while (!home.IsCancellationRequested)
        {
            foreach (var leg in carrier.Calls.Where(call => call.To == number && !_legs.Contains(call)).OrderBy(call => call.StartedAt))
            {
                _legs.Add(leg);
                calls.Add(new PersonOnPhone(leg, static () => "1", ct => TalkAsync(leg, ct)).StayAsync(CancellationToken.None));
            }

            await Task.Delay(Looks, CancellationToken.None);
        }

        await Task.WhenAll(calls);
    }

    /// <summary>All that must not have become of it, a sentence each: one phone is never rung for two callers.</summary>
    public IEnumerable<string> Wrongs()
    {
        var legs = _legs.OrderBy(leg => leg.StartedAt).ToList();
        foreach (var (earlier, later) in legs.Zip(legs.Skip(1)).Where(pair => !(pair.First.EndedAt <= pair.Second.StartedAt)))
        {
            yield return $"{name} was rung at {later.StartedAt:mm:ss.fff}, while the phone had a call until {earlier.EndedAt:mm:ss.fff}";
        }

        foreach (var trouble in legs.SelectMany(leg => leg.Transcript.After(0)).OfType<Trouble>())
        {
            yield return $"{name} met error {trouble.Code}: {trouble.Text}";
        }
    }

    private static async Task TalkAsync(PhoneCall leg, CancellationToken cancellationToken)
    {
        await Task.Delay(TalksFor, cancellationToken);
        leg.HangUp();
    }
}
