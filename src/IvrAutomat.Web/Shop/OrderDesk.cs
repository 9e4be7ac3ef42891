using IvrAutomat.Calls;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop.Packeta;
using IvrAutomat.Web.Shop.Requests;
using IvrAutomat.Web.Shop.Zaslat;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// What a call may ask about orders: who calls, which order a number names, whether a PIN is right, how the order stands.
/// </summary>
internal sealed class OrderDesk(
    Database database, IDbContextFactory<AutomatDb> contexts, Secrets secrets, ShopSettings settings, IShopSystem shop, ParcelSight parcels, Couriers couriers, Recognition recognition, PinCheck pins,
    Contacts contacts, OwnFaults faults, TimeProvider time)
{
    /// <summary>An order is open for so long after it last changed.</summary>
    internal static readonly TimeSpan OpenFor = TimeSpan.FromDays(60);

    private const int MostCandidates = 64;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <summary>The key under which the <c>callers</c> table knows a number; null when the call counts as withheld.</summary>
    public string? CallerKey(PhoneNumber? from)
        => settings.Known(from) is { } number ? secrets.Hash(SecretLabel.Phone, number.Value) : null;

    /// <summary>The number that a call may be recognised by; null when it is withheld or says nothing about who calls.</summary>
    public PhoneNumber? Trust(PhoneNumber? from) => settings.Known(from);

    /// <summary>What the caller's number tells. It is a hint, never proof.</summary>
    public async Task<Caller> RecogniseAsync(PhoneNumber? from, CancellationToken cancellationToken)
    {
        if (settings.Known(from) is not { } number || CallerKey(from) is not { } key)
        {
            return Caller.Withheld;
        }

        var now = time.GetUtcNow();
        var known = await recognition.ReadAsync(key, openSince: now - OpenFor, now, cancellationToken);
        return new Caller(known.HasOpenOrder, number.CanBeCalledBack, known.LastCallAt >= now - Lately)
        {
            HasCode = known.HasCode,
            CodeBy = contacts.Read(known.Contact).Channel,
            Language = known.Language,
            IsSlovak = number.IsSlovak,
            Slow = known.Slow,
        };
    }

    /// <summary>
    /// Chooses among the readings of a number: first one that names an open order of the caller, then one that names any order, then one
    /// of a usual length, then the most natural.
    /// </summary>
    /// <param name="candidates">The readings, the most natural first; a typed number has one. At most 64 are looked at.</param>
    /// <param name="from">The caller's number; null when withheld.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FoundNumber> FindNumberAsync(IReadOnlyList<string> candidates, PhoneNumber? from, CancellationToken cancellationToken)
    {
        var readings = candidates.Take(MostCandidates).Select(text => string.Concat(text.Where(char.IsAsciiDigit))).ToList();
        var keys = readings.Select(SpokenKey.Of).OfType<string>().ToList();
        var caller = CallerKey(from);
        var openSince = time.GetUtcNow() - OpenFor;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.OrderKeys.Where(key => keys.Contains(key.SpokenKey))
            .Join(
                db.Orders, key => key.OrderId, order => order.Id,
                (key, order) => new { key.SpokenKey, order.Id, order.PhoneKey, order.ChangedAt })
            .ToListAsync(cancellationToken);
        var best = known
            .OrderByDescending(found => caller is not null && found.PhoneKey == caller && found.ChangedAt >= openSince)
            .ThenBy(found => readings.IndexOf(found.SpokenKey))
            .ThenByDescending(found => found.ChangedAt)
            .FirstOrDefault();
        if (best is not null)
        {
            return new FoundNumber(best.Id, best.SpokenKey);
        }

        var usual = readings.Find(reading => settings.Profile.NumberLengths.Contains(reading.Length));
        return new FoundNumber(null, usual ?? readings.FirstOrDefault() ?? string.Empty);
    }

    /// <summary>
    /// Checks a complete PIN or code. An unknown order costs the same time and gives the same shape of answer as a wrong PIN.
    /// </summary>
    /// <param name="call">The call: its proved order, its candidate, or the caller's number, says which orders are meant.</param>
    /// <param name="entry">What was typed; it is kept nowhere.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<PinChecked> CheckPinAsync(Call call, SecretEntry entry, CancellationToken cancellationToken)
        => pins.CheckAsync(
            call, entry, CallerKey(entry.From),
            call.Identification.Code == CodeFor.Phone && entry.Contact is { } typed ? secrets.Hash(SecretLabel.Phone, typed.Value) : null,
            cancellationToken);

    /// <summary>Reads an order as the shop knows it now.</summary>
    public async Task<WorkResult> ReadAsync(ReadOrder query, CancellationToken cancellationToken)
    {
        if (await shop.ReadAsync(query.OrderId, cancellationToken) is not { } seen)
        {
            return new ShopUnavailable();
        }

        var (order, parcelAsOf) = await parcels.SeeAsync(OrderBook.OrderOf(seen.Row), cancellationToken);
        return new OrderRead(await faults.WithoutClearedAsync(order, cancellationToken))
        {
            AsOf = parcelAsOf < seen.AsOf ? parcelAsOf : seen.AsOf ?? parcelAsOf,
            IsRated = seen.IsRated ?? await IsRatedAsync(order.Id, cancellationToken),
        };
    }

    private async Task<bool> IsRatedAsync(string orderId, CancellationToken cancellationToken)
    {
        await using var connection = await database.BorrowAsync(cancellationToken);
        var command = connection.Command("SELECT COUNT(*) FROM ratings WHERE order_id = @order AND at >= @since");
        command.AddParameter("@order", orderId);
        command.AddParameter("@since", (time.GetUtcNow() - NoteRatingHandler.OneCase).ToUnixTimeMilliseconds());
        return await command.ExecuteScalarAsync(cancellationToken) is > 0L;
    }

    /// <summary>Tells when a courier can come for a parcel.</summary>
    public async Task<WorkResult> FindCourierAsync(FindCourier query, CancellationToken cancellationToken)
        => await shop.ReadAsync(query.OrderId, cancellationToken) is { } seen
            ? await couriers.OfferAsync(OrderBook.OrderOf(seen.Row), contacts.Read(seen.Row.Contact), cancellationToken)
            : new ShopUnavailable();

    /// <summary>Where an order goes; null when that is not known. Only a proved order's is asked for.</summary>
    public async Task<OrderAddress?> AddressAsync(string orderId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return contacts.Read(await db.Orders.Where(order => order.Id == orderId).Select(order => order.Contact).SingleOrDefaultAsync(cancellationToken))
            .Address;
    }

    /// <summary>Answers a query of a conversation.</summary>
    public Task<WorkResult> AnswerAsync(Query query, CancellationToken cancellationToken) => query switch
    {
        ReadOrder read => ReadAsync(read, cancellationToken),
        FindCourier courier => FindCourierAsync(courier, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(query), query.GetType().Name, "The order desk does not answer this."),
    };
}
