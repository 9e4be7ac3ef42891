using System.Collections.Immutable;

namespace IvrAutomat.Queue;

/// <summary>
/// Who is offered which waiting call. Pure: it looks at who waits and who is free at one instant, and remembers nothing. A call that was
/// refused stands where it stood, because only the beginning of the wait orders the queue.
/// </summary>
public static class Offering
{
    /// <summary>The offers to make now: the longest waiting call first, to the agent who has been idle longest.</summary>
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
        foreach (var call in waiting.OrderBy(call => call.Since).ThenBy(call => call.Id, StringComparer.Ordinal))
        {
            // Whoever has not been offered this call comes before those who have: a refusal moves on, and comes round at last.
            var agent = agents.Where(agent => call.Language is not { } language || agent.Languages.Contains(language))
                .OrderBy(agent => call.OfferedTo.GetValueOrDefault(agent.Name))
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

    /// <summary>How many calls began to wait before this one and still do.</summary>
    /// <param name="waiting">All calls that wait, offered to somebody or not.</param>
    /// <param name="id">Which call.</param>
    /// <param name="since">When it began to wait.</param>
    public static int Ahead(IEnumerable<(string Id, DateTimeOffset Since)> waiting, string id, DateTimeOffset since)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        return waiting.Count(other => other.Id != id && (other.Since < since || (other.Since == since && string.CompareOrdinal(other.Id, id) < 0)));
    }

    /// <summary>How long an agent is left alone after an offer that came to nothing.</summary>
    public static TimeSpan RestAfter(OfferEnd end) => end switch
    {
        OfferEnd.Unanswered or OfferEnd.Voicemail => TimeSpan.FromMinutes(1),
        OfferEnd.Refused or OfferEnd.Busy or OfferEnd.Failed or OfferEnd.Lost => TimeSpan.FromSeconds(30),
        _ => TimeSpan.Zero,
    };
}
