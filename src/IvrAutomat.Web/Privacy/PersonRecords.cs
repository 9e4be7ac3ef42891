using System.Security.Cryptography;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Privacy;

/// <summary>
/// Everything that belongs to one phone number: what bears its keyed hash, what bears the number itself, encrypted, and what belongs to either's
/// orders, calls and cases. The rows are as they are stored.
/// </summary>
internal sealed record PersonRecords
{
    /// <summary>The keyed hash of the number.</summary>
    public required string Key { get; init; }

    public required List<OrderRow> Orders { get; init; }

    public required List<CallRow> Calls { get; init; }

    public required List<CaseRow> Cases { get; init; }

    public required List<CaseEventRow> CaseEvents { get; init; }

    public required List<RequestRow> Requests { get; init; }

    public required List<MessageRow> Messages { get; init; }

    public required List<CodeRow> Codes { get; init; }

    public required List<RatingRow> Ratings { get; init; }

    public required List<UnheardRow> Unheard { get; init; }

    /// <summary>What is remembered of the number as a caller; null when it has not called.</summary>
    public required CallerRow? Caller { get; init; }

    /// <summary>Nothing is kept.</summary>
    public bool IsEmpty => Caller is null && Orders.Count + Calls.Count + Cases.Count + Requests.Count + Messages.Count + Codes.Count == 0;

    /// <summary>Finds it.</summary>
    /// <param name="db">The database; what is read is not tracked.</param>
    /// <param name="secrets">The key of the hashes.</param>
    /// <param name="phone">The number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<PersonRecords> FindAsync(AutomatDb db, Secrets secrets, PhoneNumber phone, CancellationToken cancellationToken)
    {
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(1));
        var key = secrets.Hash(SecretLabel.Phone, phone.Value);
        var orders = await db.Orders.IgnoreQueryFilters().Where(row => row.PhoneKey == key).ToListAsync(cancellationToken);
        List<string> orderIds = [.. orders.Select(row => row.Id)];
        var calls = await db.Calls.Where(row => row.CallerKey == key || (row.OrderId != null && orderIds.Contains(row.OrderId))).ToListAsync(cancellationToken);
        List<string> callIds = [.. calls.Select(row => row.Id)];

        // A number that was typed to be called back is in no hash.
        var calledBack = await HoldersAsync(
            db.Cases.Where(row => row.Contact != null).Select(row => new Held(row.Id, row.Contact!)), bytes => HeldPhone.Read(secrets, bytes) == phone, cancellationToken);
        var asked = await HoldersAsync(
            db.Requests.Where(row => row.Held != null).Select(row => new Held(row.Id, row.Held!)), bytes => Mentions(HeldDetails.Read(secrets, bytes), phone), cancellationToken);
        var written = await HoldersAsync(
            db.Messages.Where(row => row.Contact != null).Select(row => new Held(row.Id, row.Contact!)),
            bytes => secrets.UnprotectText(SecretLabel.Contact, bytes) == phone.Value, cancellationToken);

        var cases = await db.Cases.Where(row => row.CallerKey == key || (row.OrderId != null && orderIds.Contains(row.OrderId)) || callIds.Contains(row.CallId) || calledBack.Contains(row.Id))
            .ToListAsync(cancellationToken);
        List<string> caseIds = [.. cases.Select(row => row.Id)];
        return new PersonRecords
        {
            Key = key,
            Orders = orders,
            Calls = calls,
            Cases = cases,
            CaseEvents = await db.CaseEvents.Where(row => caseIds.Contains(row.CaseId)).ToListAsync(cancellationToken),
            Requests = await db.Requests.Where(row => callIds.Contains(row.CallId) || (row.OrderId != null && orderIds.Contains(row.OrderId)) || asked.Contains(row.Id))
                .ToListAsync(cancellationToken),
            Messages = await db.Messages
                .Where(row => (row.OrderId != null && orderIds.Contains(row.OrderId)) || (row.CallId != null && callIds.Contains(row.CallId))
                    || (row.CaseId != null && caseIds.Contains(row.CaseId)) || written.Contains(row.Id))
                .ToListAsync(cancellationToken),
            Codes = await db.Codes.Where(row => row.PhoneKey == key || row.CallerKey == key || row.UsedBy == key).ToListAsync(cancellationToken),
            Ratings = await db.Ratings.Where(row => callIds.Contains(row.CallId)).ToListAsync(cancellationToken),
            Unheard = await db.Unheard.Where(row => callIds.Contains(row.CallId)).ToListAsync(cancellationToken),
            Caller = await db.Callers.SingleOrDefaultAsync(row => row.Key == key, cancellationToken),
        };
    }

    private static bool Mentions(HeldDetails held, PhoneNumber phone)
        => phone.Value == held.Phone || phone.Value == held.Caller || phone.Value == held.Contact;

    private static async Task<List<string>> HoldersAsync(IQueryable<Held> rows, Func<byte[], bool> isTheirs, CancellationToken cancellationToken)
    {
        var holders = new List<string>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            try
            {
                if (isTheirs(row.Value))
                {
                    holders.Add(row.Id);
                }
            }
            catch (CryptographicException)
            {
                // Kept under a key that is gone: nobody reads it any more.
            }
        }

        return holders;
    }

    private sealed record Held(string Id, byte[] Value);
}

/// <summary>What has to be kept of a person although it was asked to be erased.</summary>
internal static class KeptByLaw
{
    /// <summary>The case cannot go yet: somebody owes an answer, or the customer may dispute what came of it.</summary>
    public static bool Is(CaseRow row) => row.ClosedAt is null || row.Kind is nameof(CaseKind.Complaint) or nameof(CaseKind.Return) or nameof(CaseKind.Refund);

    /// <summary>The request cannot go yet: it is under way, or it is the customer's statement of withdrawal or complaint.</summary>
    public static bool Is(RequestRow row) => row.FinishedAt is null || row.Kind is "note-return" or "arrange-return" or "file-complaint" or "for-person";

    /// <summary>The contact of the order is needed to carry the contract out.</summary>
    public static bool Is(Order order) => order.State is not (OrderState.Delivered or OrderState.Cancelled);
}
