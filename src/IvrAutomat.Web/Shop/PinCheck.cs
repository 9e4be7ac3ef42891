using System.Runtime.InteropServices;
using System.Security.Cryptography;
using IvrAutomat.Calls;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Codes;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// Checks a PIN or a one-time code against the orders that a call means. Whatever they are, it makes the same queries and the same number
/// of hashes, so that time does not tell an unknown order from a wrong PIN, nor a locked order from an open one.
/// </summary>
internal sealed class PinCheck(
    Database database, IDbContextFactory<AutomatDb> contexts, Secrets secrets, CodeCheck codes, IShopSystem shop, ShopSettings settings,
    TimeProvider time)
{
    /// <summary>At most so many orders are tried at once; as many hashes are always made.</summary>
    public const int MostOrders = 5;

    // Both take the same values, so that both cost the same.
    private const string OfCaller = $"""
        SELECT {OrderBook.Columns} FROM orders
        WHERE phone_key = @phone AND changed_at >= @open AND @candidate = @candidate AND {OrderRow.IsSeen}
        ORDER BY changed_at DESC, id DESC LIMIT @most
        """;

    private const string OfNumber = $"""
        SELECT {OrderBook.Columns} FROM orders
        WHERE @phone = @phone AND @open = @open AND {OrderRow.IsSeen} AND id IN (
            SELECT key.order_id FROM order_keys key JOIN order_keys own ON own.spoken_key = key.spoken_key WHERE own.order_id = @candidate)
        ORDER BY changed_at DESC, id DESC LIMIT @most
        """;

    /// <summary>Checks a complete entry. Where a PIN is as long as a code, it is tried as both and counts once.</summary>
    /// <param name="call">The call.</param>
    /// <param name="entry">What was typed; it is kept nowhere.</param>
    /// <param name="caller">The keyed hash of the caller's number; null when withheld.</param>
    /// <param name="contact">The keyed hash of the phone number that the caller typed; null when none was.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PinChecked> CheckAsync(Call call, SecretEntry entry, string? caller, string? contact, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isCode = entry.Digits.Length == SecretListen.CodeLength;
        var isPin = !entry.CodeOnly && settings.Profile.HasPins && (!isCode || settings.Profile.PinLength == SecretListen.CodeLength);
        await using var connection = await database.BorrowAsync(cancellationToken);
        var orders = await MeantAsync(connection, call, caller, now, cancellationToken);
        var tried = Try(orders, entry.Digits, caller);
        var attempt = new Attempt(
            OrderKeys: tried.ConvertAll(each => each.Key),
            Caller: caller,
            Pin: !isPin || PinShape.IsTrivial(entry.Digits) ? null : secrets.Hash(SecretLabel.Spray, HourOf(now), entry.Digits),
            FailuresInCall: call.Identification.Failures,
            At: now);
        var locks = await Lockout.ReadAsync(connection, attempt, cancellationToken);
        if (isCode)
        {
            var target = new CodeTarget(call, orders.ConvertAll(order => (order.Row.Id, order.Row.PhoneKey)), caller, contact, locks.ClosesCaller);
            // A code has tries of its own: the order's lock, and a lock of all foreign numbers, send callers to the code, not past it.
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            if (await codes.TryAsync(db, target, entry.Digits, now, cancellationToken) is { } opened)
            {
                return new PinChecked(opened, []);
            }
        }

        var right = isPin ? tried.FindAll(each => each.Matches) : [];
        var open = right.FindAll(each => !locks.Closes(each.Key, each.IsOwn));
        if (open.Count > 0)
        {
            var offered = new PinOffered(PinVerdict.Right, Choices(open, call.Identification.ByCallersNumber)) { FromOwnNumber = open[0].IsOwn };
            if (offered.Orders is [var chosen])
            {
                shop.Notice(open.Find(each => each.Order!.Row.Id == chosen.OrderId)!.Order!);
            }

            return new PinChecked(offered, [], locks.Seen);
        }

        var meant = tried.FindAll(each => each.Order is not null);
        var locked = right.Count > 0
            || (meant.Count > 0 ? meant.TrueForAll(each => locks.Closes(each.Key, each.IsOwn)) : locks.Closes(tried[0].Key, isOwn: false));

        // A right PIN that a lock turned away is no failure: it must not lengthen the lock of the customer who knows it.
        var failures = right.Count > 0 ? [] : locks.Failures(meant.ConvertAll(each => (each.Key, each.IsOwn)));
        return new PinChecked(new PinOffered(locked ? PinVerdict.Locked : PinVerdict.Wrong, []), failures, locked ? null : locks.Seen);
    }

    private static async Task<List<OrderSight>> MeantAsync(
        HotConnection connection, Call call, string? caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var command = connection.Command(call.Order is null && call.Identification.ByCallersNumber ? OfCaller : OfNumber);

        // An empty key names nothing: an unknown order is looked up like a known one. Once an order is proved, only that one is meant.
        command.AddParameter("@candidate", call.Order?.Id ?? call.Identification.Candidate ?? string.Empty);
        command.AddParameter("@phone", caller ?? string.Empty);
        command.AddParameter("@open", (now - OrderDesk.OpenFor).ToUnixTimeMilliseconds());
        command.AddParameter("@most", MostOrders);
        command.AddParameter("@rated", OrderBook.RatedSince(now));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var orders = new List<OrderSight>(MostOrders);
        while (await reader.ReadAsync(cancellationToken))
        {
            orders.Add(OrderBook.Read(reader));
        }

        return orders;
    }

    private List<Tried> Try(List<OrderSight> orders, string pin, string? caller)
    {
        var tried = new List<Tried>(MostOrders);
        for (var at = 0; at < MostOrders; at++)
        {
            var sight = at < orders.Count ? orders[at] : null;
            var order = sight?.Row;
            var id = order?.Id ?? $"none-{at}";
            var hash = secrets.Hash(SecretLabel.Pin, id, pin);
            var matches = CryptographicOperations.FixedTimeEquals(
                MemoryMarshal.AsBytes(hash.AsSpan()), MemoryMarshal.AsBytes((order?.PinKey ?? hash).AsSpan()));
            var isOwn = order?.PhoneKey is { } phone && phone == caller;
            tried.Add(new Tried(sight, secrets.Hash(SecretLabel.Order, id), matches && order is not null, isOwn));
        }

        return tried;
    }

    // Two orders under one number: the newer. Two orders of one caller under one PIN: the caller chooses by day.
    private static ValueList<OrderChoice> Choices(List<Tried> open, bool all)
    {
        var choices = open.Select(each => new OrderChoice(each.Order!.Row.Id, OrderBook.OrderOf(each.Order.Row).OrderedOn));
        return all ? [.. choices.OrderByDescending(choice => choice.OrderedOn)] : [choices.First()];
    }

    private static string HourOf(DateTimeOffset now) => $"{now.ToUnixTimeSeconds() / 3600}";

    private sealed record Tried(OrderSight? Order, string Key, bool Matches, bool IsOwn);
}

/// <summary>Shapes of PINs.</summary>
internal static class PinShape
{
    /// <summary>
    /// True for what anybody would try first: one digit repeated, a run up or down, or a zero in front. No PIN is like that, so trying one
    /// on several orders is no sign of an attack.
    /// </summary>
    public static bool IsTrivial(ReadOnlySpan<char> pin)
    {
        if (pin.Length < 2 || pin[0] == '0')
        {
            return true;
        }

        var step = pin[1] - pin[0];
        for (var at = 2; at < pin.Length; at++)
        {
            if (pin[at] - pin[at - 1] != step)
            {
                return false;
            }
        }

        return step is >= -1 and <= 1;
    }
}
