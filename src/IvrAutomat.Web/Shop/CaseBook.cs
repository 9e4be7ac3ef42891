using System.Security.Cryptography;
using System.Text.Json;
using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Helpdesk;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>Opens cases: each has an owner, a due time and a number that can be told on the phone.</summary>
internal sealed class CaseBook(
    IDbContextFactory<AutomatDb> contexts, Secrets secrets, Contacts contacts, ShopSettings settings, Receipts receipts, Letters letters,
    CallbackBook callbacks, CaseMailQueue mails, TimeProvider time)
{
    private const int MostCollisions = 5;

    /// <summary>The open case of this kind for the order, else a new one; its receipt is promised in the same transaction.</summary>
    public async Task<CaseOpened> OpenAsync(CaseWish wish, CancellationToken cancellationToken)
    {
        for (var collision = 0; ; collision++)
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var opened = await StageAsync(db, wish, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                if (wish.Request is { } request && !await RequestResult.KeepAsync(db, request, opened, cancellationToken))
                {
                    // Another attempt of the same request has done it.
                    await transaction.RollbackAsync(cancellationToken);
                    return opened;
                }

                await transaction.CommitAsync(cancellationToken);
                receipts.Promised();
                return opened;
            }
            catch (DbUpdateException) when (collision < MostCollisions)
            {
                // The number was taken, or somebody opened the same case meanwhile: look again.
            }
        }
    }

    /// <summary>The same within a transaction that is under way; the caller saves.</summary>
    /// <exception cref="DbUpdateException">On saving: the number was taken, or somebody opened the same case meanwhile.</exception>
    public async Task<CaseOpened> StageAsync(AutomatDb db, CaseWish wish, CancellationToken cancellationToken)
    {
        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(row => row.Id == wish.Open.OrderId, cancellationToken);
        var contact = contacts.Read(order?.Contact);
        var caller = wish.Open.OrderId is null && wish.Phone is { } known ? secrets.Hash(SecretLabel.Phone, known.Value) : null;
        var row = await FindAsync(db, wish.Id, wish.Open.Kind, wish.Open.OrderId, caller, cancellationToken);
        var isNew = row is null;
        if (row is null)
        {
            row = await AddAsync(db, wish, contact, caller, cancellationToken);
        }
        else if (wish.Phone is { } phone)
        {
            // Whoever calls again is called back where he calls from now.
            row.Contact = HeldPhone.Protect(secrets, phone);
        }

        if (row.CallId.Length == 0)
        {
            // It was opened before anybody called about it.
            row.CallId = wish.CallId;
        }

        if (wish.Detail is { } detail)
        {
            row.Details = CaseDetails.Add(secrets, row.Details, detail);
        }

        if (isNew || wish is { Phone: not null } or { Detail: not null })
        {
            await mails.StageAsync(db, row, cancellationToken);
        }

        var due = TimeZoneInfo.ConvertTime(row.DueAt, settings.Profile.TimeZone);
        // One receipt a case, however often the same thing is asked for; something else is worth one of its own.
        var about = new ReceiptFor(wish.Detail is null ? row.Id : wish.Id, wish.CallId, order?.Id, row.Id);
        var channel = wish.Receipt
            ? await receipts.PromiseAsync(db, about, contact, letters.HandedOver(row, due), cancellationToken)
            : contact.Channel;
        return new CaseOpened(row.Number, due, channel)
        {
            Agreed = callbacks.WindowOf(row),
            QueuedSince = isNew ? null : await CallbackBook.QueuedSinceAsync(db, row, cancellationToken),
        };
    }

    /// <summary>
    /// The open case of a kind for an order or, without one, for a number, else the case of an id; null when there is none. A callback is
    /// owed once: that its caller once hung up waiting makes no second.
    /// </summary>
    public static Task<CaseRow?> FindAsync(
        AutomatDb db, string id, CaseKind kind, string? orderId, string? caller, CancellationToken cancellationToken)
    {
        string[] kinds = kind == CaseKind.Callback ? [$"{CaseKind.Callback}", $"{CaseKind.Abandoned}"] : [$"{kind}"];
        return db.Cases
            .Where(row => row.Id == id || (row.ClosedAt == null && kinds.Contains(row.Kind)
                && ((orderId != null && row.OrderId == orderId) || (caller != null && row.OrderId == null && row.CallerKey == caller))))
            .OrderBy(row => row.CreatedAt).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Six digits for a new case.</summary>
    public static string NewNumber() => $"{RandomNumberGenerator.GetInt32(100_000, 1_000_000)}";

    /// <summary>Gives a request that could not be finished to a person, with what the caller gave for it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reason">Why; null where nothing more is known than that it failed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RequestHandedOver> HandOverAsync(RequestRow request, HandoverReason? reason, CancellationToken cancellationToken)
    {
        var wanted = WantedBy(request);
        var why = reason ?? (wanted is CancelOrder ? HandoverReason.CancelFailed : HandoverReason.Trouble);
        var open = new OpenCase(CaseKind.FailedRequest, why, request.OrderId, settings.Profile.DueAfter(time.GetUtcNow()));
        var held = HeldDetails.Read(secrets, request.Held);
        var opened = await OpenAsync(
            new CaseWish(request.Id, request.CallId, open)
            {
                Phone = held.CallBack,
                Detail = wanted is null or AgreeCallback or KeepCase ? null
                    : new CaseDetail { At = time.GetUtcNow(), Wanted = wanted, Said = held.Said, Company = held.Company },
            },
            cancellationToken);
        return new RequestHandedOver(opened.CaseNumber, opened.Due);
    }

    private static Work? WantedBy(RequestRow request)
    {
        try
        {
            return StoredJson.Read<Work>(request.Body);
        }
        catch (JsonException)
        {
            // A body that cannot be read is why a person has to look.
            return null;
        }
    }

    private async Task<CaseRow> AddAsync(
        AutomatDb db, CaseWish wish, Contact contact, string? caller, CancellationToken cancellationToken)
    {
        var phone = wish.Phone ?? PhoneNumber.Parse(contact.Phone);
        var row = new CaseRow
        {
            Id = wish.Id,
            Number = wish.Number ?? NewNumber(),
            Kind = $"{wish.Open.Kind}",
            Reason = $"{wish.Open.Reason}",
            OrderId = wish.Open.OrderId,
            CallId = wish.CallId,
            CallerKey = caller,
            Owner = await OwnerAsync(db, cancellationToken),
            DueAt = wish.Open.Due,
            CreatedAt = time.GetUtcNow(),
            Contact = phone is { } number ? HeldPhone.Protect(secrets, number) : null,
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
internal sealed record CaseWish(string Id, string CallId, OpenCase Open)
{
    /// <summary>The number to call back; null to take the order's.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>What is asked for; added to what the case holds already.</summary>
    public CaseDetail? Detail { get; init; }

    /// <summary>The case's number if it is new; null for any.</summary>
    public string? Number { get; init; }

    /// <summary>Tell the order's contact.</summary>
    public bool Receipt { get; init; } = true;

    /// <summary>The request whose result the opening is; it is kept in the same transaction.</summary>
    public RequestRow? Request { get; init; }
}
