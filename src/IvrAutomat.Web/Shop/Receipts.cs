using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// Promises written confirmations to the contact of an order, and nowhere else. A promise is a row in the transaction of what it confirms;
/// sending comes later.
/// </summary>
internal sealed class Receipts(Secrets secrets, ShopSettings settings, TimeProvider time)
{
    private static readonly PromptContract CancelledText =
        new("sms.cancelled", ("shop", SlotKind.Text), ("number", SlotKind.Digits), ("refund", SlotKind.Utterance));

    private static readonly PromptContract RefundToCard = new("sms.refund.card");
    private static readonly PromptContract RefundToAccount = new("sms.refund.transfer");
    private static readonly PromptContract NoRefund = new("sms.refund.none");

    private static readonly PromptContract HandedOverText = new(
        "sms.handed-over",
        ("shop", SlotKind.Text), ("case", SlotKind.Digits), ("agent", SlotKind.Name), ("due", SlotKind.Date), ("line", SlotKind.Text));

    private static readonly PromptContract CallbackText = new(
        "sms.callback",
        ("shop", SlotKind.Text), ("case", SlotKind.Digits), ("day", SlotKind.Date), ("from", SlotKind.Time), ("until", SlotKind.Time),
        ("line", SlotKind.Text));

    private MessageWorker? _worker;

    /// <summary>What receipts ask of the prompt files.</summary>
    public static IReadOnlyList<PromptContract> Contracts { get; } =
        [CancelledText, RefundToCard, RefundToAccount, NoRefund, HandedOverText, CallbackText];

    /// <summary>"The order is cancelled", and where the money goes.</summary>
    public Utterance Cancelled(Order order)
    {
        var refund = (order.IsPaid, order.Payment) switch
        {
            (false, _) => NoRefund,
            (true, PaymentMethod.Card) => RefundToCard,
            _ => RefundToAccount,
        };
        return CancelledText.Say(
            ("shop", new TextSlot(settings.Profile.Name)), ("number", new DigitsSlot(order.Number)),
            ("refund", new UtteranceSlot(refund.Say())));
    }

    /// <summary>"Somebody will call you": who, until when, under which number.</summary>
    public Utterance HandedOver(CaseRow row, DateTimeOffset due) => HandedOverText.Say(
        ("shop", new TextSlot(settings.Profile.Name)), ("case", new DigitsSlot(row.Number)), ("agent", new NameSlot(row.Owner)),
        ("due", new DateSlot(DateOnly.FromDateTime(due.DateTime))), ("line", new TextSlot(settings.Profile.Line)));

    /// <summary>"We will call you": when, under which number.</summary>
    public Utterance Callback(CaseRow row, CallbackWindow window) => CallbackText.Say(
        ("shop", new TextSlot(settings.Profile.Name)), ("case", new DigitsSlot(row.Number)), ("day", new DateSlot(window.Day)),
        ("from", new TimeSlot(window.From)), ("until", new TimeSlot(window.To)), ("line", new TextSlot(settings.Profile.Line)));

    /// <summary>
    /// Adds the promise to a transaction that is under way; a receipt already promised for the same thing is not promised again.
    /// </summary>
    /// <returns>The way it will take; <see cref="Channel.None"/> when the customer cannot be written to: nothing was promised.</returns>
    public async Task<Channel> PromiseAsync(
        AutomatDb db, ReceiptFor about, Contact contact, Utterance utterance, CancellationToken cancellationToken)
    {
        var channel = contact.Channel;
        if (contact.AddressOn(channel) is not { } address)
        {
            return Channel.None;
        }

        var id = $"{about.Id}-receipt";
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
                PromptKey = utterance.Key,
                State = MessageState.Waiting,
                Contact = secrets.Protect(SecretLabel.Contact, address),
                Body = new MessageBody(utterance, Text: null).Protect(secrets),
                CreatedAt = now,
                UpdatedAt = now,
            });
        }

        return channel;
    }

    /// <summary>Says that the transaction with the promise is saved.</summary>
    public void Promised() => _worker?.Wake();

    /// <summary>Joins the worker of this process.</summary>
    internal void Attach(MessageWorker worker) => _worker = worker;
}

/// <summary>What a receipt confirms.</summary>
/// <param name="Id">The request, or whatever else is confirmed at most once.</param>
/// <param name="CallId">The call.</param>
/// <param name="OrderId">The order whose contact gets it.</param>
/// <param name="CaseId">The case, if it is about one.</param>
internal sealed record ReceiptFor(string Id, string? CallId, string? OrderId, string? CaseId);

/// <summary>What a message says: an utterance until it is about to be sent, then the text itself, so that it can be looked for.</summary>
internal sealed record MessageBody(Utterance? Utterance, string? Text)
{
    /// <summary>Encrypts it for a row.</summary>
    public byte[] Protect(Secrets secrets) => secrets.Protect(SecretLabel.Message, StoredJson.Write(this));

    /// <summary>Reads it from a row.</summary>
    public static MessageBody Read(Secrets secrets, byte[] sealedBody)
        => StoredJson.Read<MessageBody>(secrets.UnprotectText(SecretLabel.Message, sealedBody));

    /// <summary>Prints nothing of it.</summary>
    public override string ToString() => nameof(MessageBody);
}
