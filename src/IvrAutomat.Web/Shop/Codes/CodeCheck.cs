using System.Runtime.InteropServices;
using System.Security.Cryptography;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Codes;

/// <summary>What an entry may open by a code.</summary>
/// <param name="Call">The call.</param>
/// <param name="Orders">The orders that the call means, with the keyed hashes of their phones.</param>
/// <param name="Caller">The keyed hash of the caller's number; null when withheld.</param>
/// <param name="Contact">The keyed hash of the phone number that the caller typed; null when none was.</param>
/// <param name="IsClosed">Nothing is accepted from this caller any more.</param>
internal sealed record CodeTarget(
    Call Call, IReadOnlyList<(string Id, string? PhoneKey)> Orders, string? Caller, string? Contact, bool IsClosed);

/// <summary>
/// Holds an entry against the codes that are valid for what the call means. A try is taken before it is judged, so that calls at the same
/// time have no more tries together than one has. The same queries and hashes are made whether or not there is a code.
/// </summary>
internal sealed class CodeCheck(Secrets secrets)
{
    // A newer code ends the older ones of its phone and order; two are left only where two customers share an order's number.
    private const int MostCodes = 2;

    /// <summary>What a code is kept as.</summary>
    public static string KeyOf(Secrets secrets, string codeId, string digits) => secrets.Hash(SecretLabel.Code, codeId, digits);

    /// <summary>The orders that the entry opens; empty when it is no valid code. Taking a try is saved at once.</summary>
    /// <param name="db">The database.</param>
    /// <param name="target">What may be opened.</param>
    /// <param name="digits">What was typed; it is kept nowhere.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancellationToken">Gives up; a try may have been taken.</param>
    public async Task<PinOffered?> TryAsync(
        AutomatDb db, CodeTarget target, string digits, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The same work is done for a caller who is locked out; only nothing comes of it.
        var codes = await ValidAsync(db, target, now, cancellationToken);
        var right = default(CodeRow);
        for (var at = 0; at < MostCodes; at++)
        {
            var code = at < codes.Count ? codes[at] : null;
            var id = code?.Id ?? $"none-{at}";
            var isFree = await db.Codes.Where(row => row.Id == id && row.Tries < CodeRules.MostTries)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Tries, row => row.Tries + 1), cancellationToken) == 1;
            var hash = KeyOf(secrets, id, digits);
            var matches = CryptographicOperations.FixedTimeEquals(
                MemoryMarshal.AsBytes(hash.AsSpan()), MemoryMarshal.AsBytes((code?.CodeKey ?? hash).AsSpan()));
            right = matches && code is not null && isFree && !target.IsClosed ? code : right;
        }

        if (right is null)
        {
            return null;
        }

        await UseAsync(db, right, target, now, cancellationToken);
        return new PinOffered(PinVerdict.Right, await OpensAsync(db, right, target, now, cancellationToken))
        {
            ByCode = true,
            FromOwnNumber = right.PhoneKey is { } phone && phone == target.Caller,
        };
    }

    private static Task<List<CodeRow>> ValidAsync(AutomatDb db, CodeTarget target, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = target.Orders.Select(order => order.Id).ToList();
        var phones = target.Orders.Select(order => order.PhoneKey).Append(target.Contact).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var (caller, call) = (target.Caller ?? string.Empty, target.Call.Id);
        return db.Codes.AsNoTracking()
            .Where(code => code.CodeKey != null && code.ExpiresAt > now && code.Tries < CodeRules.MostTries)
            .Where(code => (code.OrderId != null && ids.Contains(code.OrderId)) || (code.PhoneKey != null && phones.Contains(code.PhoneKey)))
            .Where(code => code.UsedAt == null || code.UsedBy == caller || code.UsedIn == call)
            .OrderByDescending(code => code.CreatedAt).Take(MostCodes).ToListAsync(cancellationToken);
    }

    // A right entry takes no try away, and from now on the code is its caller's alone.
    private static Task<int> UseAsync(AutomatDb db, CodeRow right, CodeTarget target, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? used = now;
        var (caller, call) = (right.UsedBy ?? target.Caller, right.UsedIn ?? target.Call.Id);
        return db.Codes.Where(code => code.Id == right.Id).ExecuteUpdateAsync(
            set => set.SetProperty(code => code.Tries, code => code.Tries - 1)
                .SetProperty(code => code.UsedAt, code => code.UsedAt ?? used)
                .SetProperty(code => code.UsedBy, caller)
                .SetProperty(code => code.UsedIn, call),
            cancellationToken);
    }

    // The order that was named; without one, all open orders of the phone that got the code.
    private static async Task<ValueList<OrderChoice>> OpensAsync(
        AutomatDb db, CodeRow right, CodeTarget target, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var openSince = now - OrderDesk.OpenFor;
        var isNamed = target.Call.Order is not null || target.Call.Identification is { ByCallersNumber: false, Candidate: not null };
        var named = isNamed
            ? target.Orders.FirstOrDefault(order => order.Id == right.OrderId || (order.PhoneKey is not null && order.PhoneKey == right.PhoneKey)).Id
            : null;
        var rows = await db.Orders.AsNoTracking()
            .Where(order => named != null ? order.Id == named
                : right.PhoneKey != null ? order.PhoneKey == right.PhoneKey && order.ChangedAt >= openSince
                : order.Id == right.OrderId)
            .OrderByDescending(order => order.ChangedAt).ThenByDescending(order => order.Id).Take(CodeRules.MostOrders)
            .Select(order => new { order.Id, order.Data }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new OrderChoice(row.Id, StoredJson.Read<Order>(row.Data).OrderedOn)).OrderByDescending(choice => choice.OrderedOn)];
    }
}
