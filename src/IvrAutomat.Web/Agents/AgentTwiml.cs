using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Agents.Consults;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Telephony;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents;

/// <summary>
/// What an agent hears: who waits and why, then the keys. A key cuts it off, so that whoever knows it already is connected at once.
/// </summary>
internal sealed class AgentTwiml(
    CallStore calls, ShopSettings settings, LegWords words, PublicAddress address, QueueTwiml queue, IDbContextFactory<AutomatDb> contexts)
{
    private static readonly TimeSpan KeyTime = TimeSpan.FromSeconds(4);

    /// <summary>Nothing more is to be heard.</summary>
    public static byte[] HangUp { get; } = TwimlDocument.Do(new Hangup()).ToBytes();

    /// <summary>The address of one of an offer's documents.</summary>
    public static string PathOf(string offerId, string document) => $"/twilio/voice/agents/{offerId}/{document}";

    /// <summary>The whisper, and the keys; silence leads on to <paramref name="silence"/>.</summary>
    public async Task<byte[]> WhisperAsync(OfferRow offer, TransferRow wait, string silence, CancellationToken cancellationToken)
        => await WhisperOfAsync(wait, cancellationToken) is { } whisper ? await AskAsync(offer, wait, whisper, silence) : await GoneAsync(offer.Agent, wait);

    /// <summary>The phone rings: whoever picks up shall not wait for the voice.</summary>
    public async Task PrepareAsync(OfferRow offer, TransferRow wait, CancellationToken cancellationToken)
    {
        if (await WhisperOfAsync(wait, cancellationToken) is { } whisper)
        {
            words.Prepare(offer.Agent, whisper, wait.CallId);
        }
    }

    /// <summary>The keys, for an agent who pressed none of them.</summary>
    public Task<byte[]> ChoiceAsync(OfferRow offer, TransferRow wait, string silence) => AskAsync(offer, wait, Whisper.Choice, silence);

    /// <summary>The customer was not reached.</summary>
    public Task<byte[]> UnreachedAsync(string agent, TransferRow wait) => TellAsync(agent, wait, Whisper.Unreached);

    /// <summary>What a customer who is called back hears first: who calls. Then the room where the agent is.</summary>
    public async Task<byte[]> WelcomeAsync(TransferRow wait, string room) => queue.Welcome(
        [await words.SayAsync(wait.Language, Whisper.Welcome(settings.Profile.Name), wait.CallId)], room, address.BasePath + CallbackSteps.PathOf(wait.Id, "done")).ToBytes();

    /// <summary>What a customer hears who picks up when the agent has just gone.</summary>
    public async Task<byte[]> NotNowAsync(TransferRow wait) => TwimlDocument.Do(
        [await words.SayAsync(wait.Language, Whisper.NotNow(settings.Profile.Name), wait.CallId)], new Hangup()).ToBytes();

    /// <summary>There is nobody to talk to any more.</summary>
    public Task<byte[]> GoneAsync(string agent, TransferRow wait) => TellAsync(agent, wait, Whisper.Gone);

    /// <summary>The room where the caller is fetched to.</summary>
    public byte[] Meet(OfferRow offer) => queue.Meet(offer.Id, UrlOf(offer.Id, "done")).ToBytes();

    /// <summary>What a colleague hears who is asked to join a talk, and the keys.</summary>
    public async Task<byte[]> ConsultAsync(ConsultRow consult, TransferRow wait, string silence, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var asks = await db.Offers.Where(row => row.Id == consult.OfferId).Select(row => row.Agent).SingleAsync(cancellationToken);
        var order = (await calls.LoadAsync(wait.CallId, cancellationToken))?.Call.Order?.Number;
        return await AskAsync(consult.Agent, wait, Whisper.OfConsult(asks, order), PathTo(consult, "keys"), PathTo(consult, silence));
    }

    /// <summary>The keys, for a colleague who pressed none of them.</summary>
    public Task<byte[]> ConsultChoiceAsync(ConsultRow consult, TransferRow wait, string silence)
        => AskAsync(consult.Agent, wait, Whisper.ConsultChoice, PathTo(consult, "keys"), PathTo(consult, silence));

    /// <summary>The room where the talk is.</summary>
    public byte[] Join(ConsultRow consult) => queue.Join(consult.Room, $"colleague-{consult.Id}", PathTo(consult, "done")).ToBytes();

    private string PathTo(ConsultRow consult, string document) => address.BasePath + ConsultSteps.PathOf(consult.Id, document);

    private Task<byte[]> AskAsync(OfferRow offer, TransferRow wait, Utterance utterance, string silence)
        => AskAsync(offer.Agent, wait, utterance, UrlOf(offer.Id, "keys"), UrlOf(offer.Id, silence));

    private async Task<byte[]> AskAsync(string agent, TransferRow wait, Utterance utterance, string keys, string silence) => TwimlDocument.Listen(
        [],
        new Gather(keys)
        {
            Prompts = [await words.TellAsync(agent, utterance, wait.CallId)],
            NumDigits = 1,
            FinishOnKey = FinishKey.None,
            Timeout = KeyTime,
        },
        new Redirect(silence)).ToBytes();

    private async Task<byte[]> TellAsync(string agent, TransferRow wait, Utterance utterance)
        => TwimlDocument.Do([await words.TellAsync(agent, utterance, wait.CallId)], new Hangup()).ToBytes();

    // Null: there is nobody to talk to any more.
    private async Task<Utterance?> WhisperOfAsync(TransferRow wait, CancellationToken cancellationToken)
        => wait.IsCallback
            ? await CallbackOfAsync(wait, cancellationToken)
            : await calls.LoadAsync(wait.CallId, cancellationToken) is { HasEnded: false } stored
                ? Whisper.Of(stored.Call, stored.Held.Caller is not null).Fill(stored.Held.Value)
                : null;

    private async Task<Utterance?> CallbackOfAsync(TransferRow wait, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == wait.CallbackCase && row.ClosedAt == null, cancellationToken) is not { } owed)
        {
            return null;
        }

        var order = await db.Orders.Where(row => row.Id == owed.OrderId).Select(row => row.Number).SingleOrDefaultAsync(cancellationToken);
        return Whisper.OfCallback(Enum.TryParse<HandoverReason>(owed.Reason, out var reason) ? reason : HandoverReason.Asked, order);
    }

    private string UrlOf(string offerId, string document) => address.BasePath + PathOf(offerId, document);
}
