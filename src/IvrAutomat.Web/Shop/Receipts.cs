using IvrAutomat.Calls;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// Promises written confirmations to the contact of an order, and nowhere else. A promise is a row in the transaction of what it confirms;
/// sending comes later.
/// </summary>
internal sealed class Receipts(Secrets secrets, TimeProvider time)
{
    private const string ReceiptSuffix = "-receipt";
    private const string MailSuffix = "-mail";

    private MessageWorker? _worker;

    /// <summary>
    /// Adds the promise to a transaction that is under way; a receipt already promised for the same thing is not promised again.
    /// </summary>
    /// <returns>The way it will take; <see cref="Channel.None"/> when the customer cannot be written to: nothing was promised.</returns>
    public async Task<Channel> PromiseAsync(
        AutomatDb db, ReceiptFor about, Contact contact, Utterance letter, CancellationToken cancellationToken)
    {
        var channel = contact.Channel;
        return contact.AddressOn(channel) is { } address
            && await AddAsync(db, about.Id + ReceiptSuffix, about, channel, address, Letter.On(channel, letter), cancellationToken)
            ? channel
            : Channel.None;
    }

    /// <summary>The same by e-mail, whatever else the contact has.</summary>
    /// <returns>False when the contact has no e-mail address: nothing was promised.</returns>
    public async Task<bool> PromiseMailAsync(
        AutomatDb db, ReceiptFor about, Contact contact, Utterance letter, CancellationToken cancellationToken)
        => contact.Email is { } address && await AddAsync(db, about.Id + MailSuffix, about, Channel.Email, address, letter, cancellationToken);

    /// <summary>
    /// Promises by e-mail what did not arrive as a text message, in the transaction that writes that down.
    /// </summary>
    /// <returns>False when the contact has no e-mail address, or the message has no words for one: nothing was promised.</returns>
    public async Task<bool> PromiseInsteadAsync(AutomatDb db, MessageRow failed, Contact contact, CancellationToken cancellationToken)
    {
        if (failed is not { Channel: nameof(Channel.Sms), Body: { } kept } || contact.Email is not { } address)
        {
            return false;
        }

        var whole = failed.Id.Replace(ReceiptSuffix, MailSuffix, StringComparison.Ordinal);
        if (whole != failed.Id && await db.Messages.AnyAsync(message => message.Id == whole, cancellationToken))
        {
            // It says more than the text message did.
            return true;
        }

        var body = MessageBody.Read(secrets, kept);
        if (body.Utterance is not { } letter || !Letters.IsForBoth(letter.Key))
        {
            return false;
        }

        var now = time.GetUtcNow();
        var mail = Letter.On(Channel.Email, letter);
        db.Messages.Add(new MessageRow
        {
            Id = failed.Id + MailSuffix,
            CallId = failed.CallId,
            OrderId = failed.OrderId,
            CaseId = failed.CaseId,
            Channel = nameof(Channel.Email),
            PromptKey = mail.Key,
            State = MessageState.Waiting,
            Contact = secrets.Protect(SecretLabel.Contact, address),
            Body = new MessageBody(mail, Text: null) { Language = body.Language }.Protect(secrets),
            CreatedAt = now,
            UpdatedAt = now,
        });
        return true;
    }

    /// <summary>Says that the transaction with the promise is saved.</summary>
    public void Promised() => _worker?.Wake();

    /// <summary>Joins the worker of this process.</summary>
    internal void Attach(MessageWorker worker) => _worker = worker;

    private async Task<bool> AddAsync(
        AutomatDb db, string id, ReceiptFor about, Channel channel, string address, Utterance letter, CancellationToken cancellationToken)
    {
        if (!await db.Messages.AnyAsync(message => message.Id == id, cancellationToken))
        {
            var now = time.GetUtcNow();
            db.Messages.Add(new MessageRow
            {
                Id = id,
                CallId = about.CallId,
                OrderId = about.OrderId,
                CaseId = about.CaseId,
                Channel = $"{channel}",
                PromptKey = letter.Key,
                State = MessageState.Waiting,
                Contact = secrets.Protect(SecretLabel.Contact, address),
                Body = new MessageBody(letter, Text: null) { Language = await LanguageAsync(db, about.CallId, cancellationToken) }.Protect(secrets),
                CreatedAt = now,
                UpdatedAt = now,
            });
        }

        return true;
    }

    /// <summary>A message speaks as the call that promised it.</summary>
    public static async Task<string?> LanguageAsync(AutomatDb db, string? callId, CancellationToken cancellationToken)
        => await db.Calls.Where(call => call.Id == callId).Select(call => call.Language).SingleOrDefaultAsync(cancellationToken);
}

/// <summary>What a receipt confirms.</summary>
/// <param name="Id">The request, or whatever else is confirmed at most once.</param>
/// <param name="CallId">The call.</param>
/// <param name="OrderId">The order whose contact gets it.</param>
/// <param name="CaseId">The case, if it is about one.</param>
internal sealed record ReceiptFor(string Id, string? CallId, string? OrderId, string? CaseId);

/// <summary>What a message says: an utterance and, once it is about to be sent, the text itself, so that it can be looked for.</summary>
internal sealed record MessageBody(Utterance? Utterance, CustomerText? Text)
{
    /// <summary>The language of the words; null: the shop's own.</summary>
    public string? Language { get; init; }

    /// <summary>The subject of an e-mail; null until it is about to be sent, and for text messages.</summary>
    public CustomerText? Subject { get; init; }

    /// <summary>Encrypts it for a row.</summary>
    public byte[] Protect(Secrets secrets) => secrets.Protect(SecretLabel.Message, StoredJson.Write(this));

    /// <summary>Reads it from a row.</summary>
    public static MessageBody Read(Secrets secrets, byte[] sealedBody)
        => StoredJson.Read<MessageBody>(secrets.UnprotectText(SecretLabel.Message, sealedBody));

    /// <summary>Prints nothing of it.</summary>
    public override string ToString() => nameof(MessageBody);
}
