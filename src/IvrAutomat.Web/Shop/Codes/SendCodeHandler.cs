using System.Security.Cryptography;
using IvrAutomat.Calls;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Codes;

/// <summary>
/// Sends a one-time code to the contact of an order, never elsewhere. Whatever is asked for, it makes the same queries and writes the same
/// rows: from a foreign number nobody learns whether an order exists, has a contact, or has had its codes for today.
/// </summary>
internal sealed class SendCodeHandler(
    IDbContextFactory<AutomatDb> contexts, Secrets secrets, Contacts contacts, Receipts receipts, Letters letters, ShopSettings settings,
    TimeProvider time)
    : IRequestHandler
{
    private const int Codes = 1_000_000;

    /// <inheritdoc />
    public Type Handles => typeof(SendCode);

    /// <inheritdoc />
    public async Task<WorkResult> PerformAsync(RequestRow row, Request request, CancellationToken cancellationToken)
    {
        var wanted = (SendCode)request;
        var held = HeldDetails.Read(secrets, row.Held);
        var caller = KeyOf(held.Caller);
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var order = await FindAsync(db, wanted, wanted.To == CodeFor.Phone ? KeyOf(held.Contact) : caller, now, cancellationToken);
        var limits = await CodeLimits.ReadAsync(db, order?.Id ?? string.Empty, caller, row.CallId, settings.CodesPerDay, now, cancellationToken);
        var contact = contacts.Read(order?.Contact);
        var sends = order is not null && contact.Channel != Channel.None && limits is { Caller: false, Shop: false, Order: false };

        var code = $"{RandomNumberGenerator.GetInt32(Codes):D6}";
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await EndOlderAsync(db, sends ? order : null, now, cancellationToken);
        db.Codes.Add(new CodeRow
        {
            Id = row.Id,
            CallId = row.CallId,
            CallerKey = caller,
            OrderId = sends ? order!.Id : null,
            PhoneKey = sends ? order!.PhoneKey : null,
            CodeKey = CodeCheck.KeyOf(secrets, row.Id, code) is var key && sends ? key : null,
            CreatedAt = now,
            ExpiresAt = now + CodeRules.Lifetime,
        });
        var language = await Receipts.LanguageAsync(db, row.CallId, cancellationToken);
        AddMessage(db, row, sends ? contact : Contact.None, sends ? order : null, letters.Code(code), language, now);

        var result = ResultOf(wanted.To, sends, limits, contact.Channel);
        await db.SaveChangesAsync(cancellationToken);
        if (!await RequestResult.KeepAsync(db, row, result, cancellationToken))
        {
            // Another attempt of the same request was quicker; its code is on its way.
            return new ShopUnavailable();
        }

        await transaction.CommitAsync(cancellationToken);
        receipts.Promised();
        return result;
    }

    // Who gave a foreign order's number, or a phone number, hears the same whatever became of it; only what the caller did himself may tell.
    private static WorkResult ResultOf(CodeFor to, bool sends, CodeLimits limits, Channel channel)
        => limits.Caller || limits.Shop ? new CodeNotSent()
            : to is CodeFor.Order or CodeFor.Phone ? new CodeSent(Channel.None)
            : sends ? new CodeSent(channel)
            : new CodeNotSent();

    // One query whatever is looked for: an empty text names nothing.
    private static Task<OrderRow?> FindAsync(AutomatDb db, SendCode wanted, string? phone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var byNumber = wanted.To is CodeFor.Order or CodeFor.StepUp;
        var (id, key, openSince) = (byNumber ? wanted.Id ?? string.Empty : string.Empty, byNumber ? string.Empty : phone ?? string.Empty, now - OrderDesk.OpenFor);
        return db.Orders.AsNoTracking().Where(order => order.Id == id || (order.PhoneKey == key && order.ChangedAt >= openSince))
            .OrderByDescending(order => order.ChangedAt).ThenByDescending(order => order.Id).FirstOrDefaultAsync(cancellationToken);
    }

    // The newer code takes the place of those before it.
    private static Task<int> EndOlderAsync(AutomatDb db, OrderRow? order, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (id, phone) = (order?.Id ?? string.Empty, order?.PhoneKey ?? string.Empty);
        return db.Codes.Where(code => (code.OrderId == id || code.PhoneKey == phone) && code.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(code => code.ExpiresAt, now), cancellationToken);
    }

    // A message that goes nowhere is written all the same, and is never sent.
    private void AddMessage(
        AutomatDb db, RequestRow row, Contact contact, OrderRow? order, Utterance code, string? language, DateTimeOffset now)
    {
        var channel = contact.Channel;
        var letter = Letter.On(channel, code);
        var address = secrets.Protect(SecretLabel.Contact, contact.AddressOn(channel) ?? string.Empty);
        var body = new MessageBody(letter, Text: null) { Language = language }.Protect(secrets);
        db.Messages.Add(new MessageRow
        {
            Id = $"{row.Id}-receipt",
            CallId = row.CallId,
            OrderId = order?.Id,
            Channel = $"{channel}",
            PromptKey = letter.Key,
            State = order is null ? MessageState.Void : MessageState.Waiting,
            Contact = order is null ? null : address,
            Body = order is null ? null : body,
            CreatedAt = now,
            UpdatedAt = now,
        });
    }

    private string? KeyOf(string? number) => PhoneNumber.Parse(number) is { } phone ? secrets.Hash(SecretLabel.Phone, phone.Value) : null;
}
