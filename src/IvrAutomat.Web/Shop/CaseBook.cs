using System.Security.Cryptography;
using System.Text.Json;
using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>Opens cases: each has an owner, a due time and a number that can be told on the phone.</summary>
internal sealed class CaseBook(
    IDbContextFactory<AutomatDb> contexts, Secrets secrets, ShopSettings settings, Receipts receipts, CallbackBook callbacks, TimeProvider time)
{
    private const int MostCollisions = 5;

    /// <summary>The open case of this kind for the order, else a new one; its receipt is promised in the same transaction.</summary>
    public async Task<CaseOpened> OpenAsync(CaseWish wish, CancellationToken cancellationToken)
    {
        for (var collision = 0; ; collision++)
        {
            try
            {
                return await TryOpenAsync(wish, cancellationToken);
            }
            catch (DbUpdateException) when (collision < MostCollisions)
            {
                // The number was taken, or somebody opened the same case meanwhile: look again.
            }
        }
    }

    /// <summary>Gives a request that could not be finished to a person.</summary>
    public async Task<RequestHandedOver> HandOverAsync(RequestRow request, CancellationToken cancellationToken)
    {
        var open = new OpenCase(CaseKind.FailedRequest, ReasonOf(request), request.OrderId, settings.Profile.DueAfter(time.GetUtcNow()));
        var opened = await OpenAsync(new CaseWish(request.Id, request.CallId, open, request.Held), cancellationToken);
        return new RequestHandedOver(opened.CaseNumber, opened.Due);
    }

    /// <summary>The keyed hash under which a caller's cases are found again; null when no number is held.</summary>
    public static string? CallerKey(Secrets secrets, byte[]? held)
        => HeldPhone.Read(secrets, held) is { } phone ? secrets.Hash(SecretLabel.Phone, phone.Value) : null;

    private static HandoverReason ReasonOf(RequestRow request)
    {
        try
        {
            return StoredJson.Read<Work>(request.Body) is CancelOrder ? HandoverReason.CancelFailed : HandoverReason.Trouble;
        }
        catch (JsonException)
        {
            // A body that cannot be read is why a person has to look.
            return HandoverReason.Trouble;
        }
    }

    // A callback is owed once, to an order or, without one, to a number; that its caller once hung up waiting makes no second.
    private static Task<CaseRow?> FindAsync(AutomatDb db, CaseWish wish, string? caller, CancellationToken cancellationToken)
    {
        var order = wish.Open.OrderId;
        string[] kinds = wish.Open.Kind == CaseKind.Callback ? [$"{CaseKind.Callback}", $"{CaseKind.Abandoned}"] : [$"{wish.Open.Kind}"];
        return db.Cases
            .Where(row => row.Id == wish.Id || (row.ClosedAt == null && kinds.Contains(row.Kind)
                && ((order != null && row.OrderId == order) || (order == null && row.OrderId == null && caller != null && row.CallerKey == caller))))
            .OrderBy(row => row.CreatedAt).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<CaseOpened> TryOpenAsync(CaseWish wish, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(row => row.Id == wish.Open.OrderId, cancellationToken);
        var contact = Contact.Read(secrets, order?.Contact);
        var caller = wish.Open.OrderId is null ? CallerKey(secrets, wish.Held) : null;
        var row = await FindAsync(db, wish, caller, cancellationToken);
        if (row is null)
        {
            row = await AddAsync(db, wish, contact, caller, cancellationToken);
        }
        else
        {
            // Whoever calls again is called back where he calls from now.
            row.Contact = wish.Held ?? row.Contact;
        }

        var due = TimeZoneInfo.ConvertTime(row.DueAt, settings.Profile.TimeZone);
        // One receipt a case, however often the same thing is asked for.
        var about = new ReceiptFor(row.Id, row.CallId, order?.Id, row.Id);
        var channel = wish.Receipt
            ? await receipts.PromiseAsync(db, about, contact, receipts.HandedOver(row, due), cancellationToken)
            : contact.Channel;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        receipts.Promised();
        return new CaseOpened(row.Number, due, channel) { Agreed = callbacks.WindowOf(row) };
    }

    private async Task<CaseRow> AddAsync(
        AutomatDb db, CaseWish wish, Contact contact, string? caller, CancellationToken cancellationToken)
    {
        var row = new CaseRow
        {
            Id = wish.Id,
            Number = $"{RandomNumberGenerator.GetInt32(100_000, 1_000_000)}",
            Kind = $"{wish.Open.Kind}",
            Reason = $"{wish.Open.Reason}",
            OrderId = wish.Open.OrderId,
            CallId = wish.CallId,
            CallerKey = caller,
            Owner = await OwnerAsync(db, cancellationToken),
            DueAt = wish.Open.Due,
            CreatedAt = time.GetUtcNow(),
            Contact = wish.Held ?? (PhoneNumber.Parse(contact.Phone) is { } phone ? HeldPhone.Protect(secrets, phone) : null),
        };
        db.Cases.Add(row);
        db.Feed.Add(new FeedRow { At = row.CreatedAt, Kind = "CaseOpened", CallId = row.CallId, OrderId = row.OrderId, CaseId = row.Id });
        return row;
    }

    private async Task<string> OwnerAsync(AutomatDb db, CancellationToken cancellationToken)
    {
        var open = await db.Cases.Where(row => row.ClosedAt == null).GroupBy(row => row.Owner)
            .Select(group => new { Owner = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Owner, group => group.Count, cancellationToken);
        // MinBy takes the first of equals: the order of the settings.
        return settings.Agents.MinBy(agent => open.GetValueOrDefault(agent.Name))?.Name ?? settings.Profile.Name;
    }
}

/// <summary>A case that is wanted.</summary>
/// <param name="Id">The case's id if it is new: that of the request or message behind it, so that asking again finds it.</param>
/// <param name="CallId">The call behind it.</param>
/// <param name="Open">What to open.</param>
/// <param name="Held">The number to call back, encrypted; null to take the order's.</param>
/// <param name="Receipt">Tell the order's contact.</param>
internal sealed record CaseWish(string Id, string CallId, OpenCase Open, byte[]? Held, bool Receipt = true);
