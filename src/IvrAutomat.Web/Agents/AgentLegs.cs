using IvrAutomat.Dialogue;
using IvrAutomat.Queue;
using IvrAutomat.Web.Agents.Consults;
using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Agents;

/// <summary>What becomes of an agent's leg, and who must hear of it.</summary>
internal sealed class AgentLegs(
    TransferBook book, OfferBook offers, ConsultBook consults, AgentTwiml twiml, CallStore calls, HandoverOptions options, TransferWorker worker)
{
    /// <summary>The carrier rings five seconds longer than it was asked to, and reports late.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    /// <summary>The waits.</summary>
    public TransferBook Book => book;

    /// <summary>Colleagues who are asked to join a talk.</summary>
    public ConsultBook Consults => consults;

    /// <summary>What agents hear.</summary>
    public AgentTwiml Twiml => twiml;

    /// <summary>Says that something is to be done.</summary>
    public void Wake() => worker.Wake();

    /// <summary>The carrier dials, or the phone rings.</summary>
    public Task RingsAsync(string offerId, string leg, CancellationToken cancellationToken)
        => book.RingsAsync(offerId, leg, RingsAtMost(options), cancellationToken);

    /// <summary>The phone rings only now, or does not even yet: the agent is given the whole time to answer.</summary>
    public Task<bool> RingsLaterAsync(string offerId, CancellationToken cancellationToken)
        => book.RingsLaterAsync(offerId, RingsAtMost(options), cancellationToken);

    /// <summary>Whoever picks up shall not wait for the voice.</summary>
    public async Task PrepareAsync(string offerId, CancellationToken cancellationToken)
    {
        if (await book.OfferAsync(offerId, cancellationToken) is var (offer, wait))
        {
            await twiml.PrepareAsync(offer, wait, cancellationToken);
        }
    }

    /// <summary>The offer came to nothing; the leg ends by its own document.</summary>
    public async Task EndAsync(string offerId, OfferEnd end, CancellationToken cancellationToken)
    {
        await offers.EndAsync(offerId, end, hangUp: false, cancellationToken);
        Wake();
    }

    /// <summary>The leg is gone.</summary>
    /// <param name="offerId">Which offer.</param>
    /// <param name="end">How the offer ended, unless the agent had taken the call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="isRoomOver">The leg is still there: the room ended first, by the customer's leaving it.</param>
    public async Task GoneAsync(string offerId, OfferEnd end, CancellationToken cancellationToken, bool isRoomOver = false)
    {
        await book.LegEndedAsync(offerId, end, callId => IsWithAgentAsync(callId, cancellationToken), isRoomOver, cancellationToken);
        Wake();
    }

    /// <summary>After this time a phone that nobody answered has stopped ringing.</summary>
    public TimeSpan RingsAtMost() => RingsAtMost(options);

    /// <inheritdoc cref="RingsAtMost()" />
    public static TimeSpan RingsAtMost(HandoverOptions options) => options.RingFor + Margin;

    /// <summary>True when the caller has gone to the room.</summary>
    public async Task<bool> IsWithAgentAsync(string callId, CancellationToken cancellationToken)
        => await calls.LoadAsync(callId, cancellationToken) is { HasEnded: false } stored && ShopDialogue.IsWithAgent(stored.Call);
}
