using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Agents.Consults;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Telephony;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents;

/// <summary>
/// What an agent hears: who waits and why, then the keys. A key cuts it off, so that whoever knows it already is connected at once.
/// </summary>
internal sealed class AgentTwiml(
    CallStore calls, PromptLibrary prompts, ShopSettings settings, TurnWords words, CarrierVoices voices, PublicAddress address, QueueTwiml queue,
    IDbContextFactory<AutomatDb> contexts)
{
    private static readonly TimeSpan KeyTime = TimeSpan.FromSeconds(4);

    /// <summary>Nothing more is to be heard.</summary>
    public static byte[] HangUp { get; } = TwimlDocument.Do(new Hangup()).ToBytes();

    /// <summary>The address of one of an offer's documents.</summary>
    public static string PathOf(string offerId, string document) => $"/twilio/voice/agents/{offerId}/{document}";

    /// <summary>The whisper, and the keys; silence leads on to <paramref name="silence"/>.</summary>
    public async Task<byte[]> WhisperAsync(OfferRow offer, TransferRow wait, string silence, CancellationToken cancellationToken)
    {
        if (wait.IsCallback)
        {
            return await CallbackAsync(offer, wait, silence, cancellationToken);
        }

        if (await calls.LoadAsync(wait.CallId, cancellationToken) is not { HasEnded: false } stored)
        {
            return Gone(offer.Agent);
        }

        var whisper = Whisper.Of(stored.Call, stored.Held.Caller is not null).Fill(stored.Held.Value);
        return Ask(offer, whisper, silence);
    }

    /// <summary>The keys, for an agent who pressed none of them.</summary>
    public byte[] Choice(OfferRow offer, string silence) => Ask(offer, Whisper.Choice, silence);

    /// <summary>The customer was not reached.</summary>
    public byte[] Unreached(string agent) => TwimlDocument.Do([Spoken(agent, Whisper.Unreached)], new Hangup()).ToBytes();

    /// <summary>What a customer who is called back hears first: who calls. Then the room where the agent is.</summary>
    public byte[] Welcome(TransferRow wait, string room) => queue.Welcome(
        [Said(wait.Language, Whisper.Welcome(settings.Profile.Name))], room, address.BasePath + CallbackSteps.PathOf(wait.Id, "done")).ToBytes();

    /// <summary>What a customer hears who picks up when the agent has just gone.</summary>
    public byte[] NotNow(TransferRow wait) => TwimlDocument.Do([Said(wait.Language, Whisper.NotNow(settings.Profile.Name))], new Hangup()).ToBytes();

    /// <summary>There is nobody to talk to any more.</summary>
    public byte[] Gone(string agent) => TwimlDocument.Do([Spoken(agent, Whisper.Gone)], new Hangup()).ToBytes();

    /// <summary>The room where the caller is fetched to.</summary>
    public byte[] Meet(OfferRow offer) => queue.Meet(offer.Id, UrlOf(offer.Id, "done")).ToBytes();

    /// <summary>What a colleague hears who is asked to join a talk, and the keys.</summary>
    public async Task<byte[]> ConsultAsync(ConsultRow consult, TransferRow wait, string silence, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var asks = await db.Offers.Where(row => row.Id == consult.OfferId).Select(row => row.Agent).SingleAsync(cancellationToken);
        var order = (await calls.LoadAsync(wait.CallId, cancellationToken))?.Call.Order?.Number;
        return Ask(consult.Agent, Whisper.OfConsult(asks, order), PathTo(consult, "keys"), PathTo(consult, silence));
    }

    /// <summary>The keys, for a colleague who pressed none of them.</summary>
    public byte[] ConsultChoice(ConsultRow consult, string silence) => Ask(consult.Agent, Whisper.ConsultChoice, PathTo(consult, "keys"), PathTo(consult, silence));

    /// <summary>The room where the talk is.</summary>
    public byte[] Join(ConsultRow consult) => queue.Join(consult.Room, $"colleague-{consult.Id}", PathTo(consult, "done")).ToBytes();

    private string PathTo(ConsultRow consult, string document) => address.BasePath + ConsultSteps.PathOf(consult.Id, document);

    private byte[] Ask(OfferRow offer, Utterance utterance, string silence) => Ask(offer.Agent, utterance, UrlOf(offer.Id, "keys"), UrlOf(offer.Id, silence));

    private byte[] Ask(string agent, Utterance utterance, string keys, string silence) => TwimlDocument.Listen(
        [],
        new Gather(keys)
        {
            Prompts = [Spoken(agent, utterance)],
            NumDigits = 1,
            FinishOnKey = FinishKey.None,
            Timeout = KeyTime,
        },
        new Redirect(silence)).ToBytes();

    private async Task<byte[]> CallbackAsync(OfferRow offer, TransferRow wait, string silence, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == wait.CallbackCase && row.ClosedAt == null, cancellationToken) is not { } owed)
        {
            return Gone(offer.Agent);
        }

        var order = await db.Orders.Where(row => row.Id == owed.OrderId).Select(row => row.Number).SingleOrDefaultAsync(cancellationToken);
        return Ask(offer, Whisper.OfCallback(Enum.TryParse<HandoverReason>(owed.Reason, out var reason) ? reason : HandoverReason.Asked, order), silence);
    }

    private Say Spoken(string agent, Utterance utterance) => Said(LanguageOf(agent), utterance);

    private Say Said(string language, Utterance utterance)
    {
        return new Say(prompts.Current.Speak(language, utterance, words.Facts().Today), voices.Of(language));
    }

    // In a language of the agent, not of the caller.
    private string LanguageOf(string agent)
    {
        var spoken = settings.Agents.FirstOrDefault(each => each.Name == agent)?.SpokenLanguages ?? [];
        return Languages.All.FirstOrDefault(language => spoken.Contains(language.Tag))?.Tag ?? Languages.All[0].Tag;
    }

    private string UrlOf(string offerId, string document) => address.BasePath + PathOf(offerId, document);
}
