using System.Collections.Immutable;

namespace IvrAutomat.Queue;

/// <summary>
/// Who is offered which waiting call. Pure: it looks at who waits and who is free at one instant, and remembers nothing. A call that was
/// refused stands where it stood, because only the beginning of the wait orders the queue.
/// </summary>
public static class Offering
{
    /// <summary>
    /// The offers to make now: calls of our own fault first, then the longest waiting one; to the agent who knows the matter, else to the one
    /// who has been idle longest.
    /// </summary>
    /// <param name="waiting">Calls that wait and are offered to nobody at the moment.</param>
    /// <param name="free">Agents who are neither being rung nor talking.</param>
    /// <param name="now">The instant.</param>
    /// <returns>At most one offer for each call and for each agent.</returns>
    public static ImmutableArray<Offer> Next(IEnumerable<WaitingCall> waiting, IEnumerable<FreeAgent> free, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        ArgumentNullException.ThrowIfNull(free);
        var agents = free.Where(agent => agent.RestsUntil is not { } until || until <= now).ToList();
        var offers = ImmutableArray.CreateBuilder<Offer>();
        foreach (var call in waiting.OrderBy(PlaceOf))
        {
            // Whoever has not been offered this call comes before those who have: a refusal moves on, and comes round at last.
            var agent = agents.Where(agent => call.Language is not { } language || agent.Languages.Contains(language))
                .Where(agent => agent.HasConsole || !call.IsCallback)
                .OrderBy(agent => call.OfferedTo.GetValueOrDefault(agent.Name))
                .ThenBy(agent => agent.Name != call.Previous)
                .ThenBy(agent => agent.IdleSince)
                .ThenBy(agent => agent.Name, StringComparer.Ordinal)
                .FirstOrDefault();
            if (agent is not null)
            {
                agents.Remove(agent);
                offers.Add(new Offer(call.Id, agent.Name));
            }
        }

        return offers.ToImmutable();
    }

    /// <summary>How many calls have a place before this one.</summary>
    /// <param name="waiting">All calls that wait, offered to somebody or not; the call itself may be among them.</param>
    /// <param name="own">The place of the call.</param>
    public static int Ahead(IEnumerable<QueuePlace> waiting, QueuePlace own)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        return waiting.Count(other => other.Id != own.Id && other < own);
    }

    /// <summary>How long an agent is left alone after an offer that came to nothing.</summary>
    public static TimeSpan RestAfter(OfferEnd end) => end switch
    {
        OfferEnd.Unanswered or OfferEnd.Voicemail => TimeSpan.FromMinutes(1),
        OfferEnd.Refused or OfferEnd.Busy or OfferEnd.Failed or OfferEnd.Lost => TimeSpan.FromSeconds(30),
        _ => TimeSpan.Zero,
    };

    private static QueuePlace PlaceOf(WaitingCall call) => new(call.Id, call.Since, call.IsOurFault);
}
