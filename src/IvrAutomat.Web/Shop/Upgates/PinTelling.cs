using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Pins;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// Writes the PIN of a new order to its customer, once, when <c>Identification:TellPin</c> is on: Upgates' own first e-mail cannot carry it.
/// Orders made before it was switched on, or that are older than a day when they are first seen, are not written about.
/// </summary>
internal sealed class PinTelling(MirrorNotes notes, Receipts receipts, Letters letters, OrderPins pins, ShopSettings settings, TimeProvider time)
{
    private const string Note = "tells-pins";
    private static readonly TimeSpan News = TimeSpan.FromHours(24);

    /// <summary>Since when customers are told; null when they are not. Remembers the first time that it is asked.</summary>
    public async Task<DateTimeOffset?> SinceAsync(CancellationToken cancellationToken)
    {
        var note = await notes.ReadAsync(Note, cancellationToken);
        if (!settings.Identification.TellPin)
        {
            if (note is not null)
            {
                await notes.WriteAsync(Note, value: null, cancellationToken);
            }

            return null;
        }

        if (note is { } since)
        {
            return since.At;
        }

        await notes.WriteAsync(Note, "on", cancellationToken);
        return time.GetUtcNow();
    }

    /// <summary>Promises the message in the transaction that stores the new order; the order's id is the message's key.</summary>
    public async Task PromiseAsync(
        AutomatDb db, OrderRow row, UpgatesFacts facts, Contact contact, string? field, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (facts.CreatedAt is not { } made || made < since || time.GetUtcNow() - made > News
            || OrderBook.OrderOf(row).State == OrderState.Cancelled || PinOf(facts.Number, field) is not { } pin)
        {
            return;
        }

        var reachable = settings.HasMail ? contact : contact with { Email = null };
        await receipts.PromiseAsync(
            db, new ReceiptFor($"{row.Id}-pin", CallId: null, row.Id, CaseId: null), reachable, letters.Pin(OrderBook.OrderOf(row), pin), cancellationToken);
    }

    /// <summary>The transaction is saved.</summary>
    public void Promised() => receipts.Promised();

    private string? PinOf(string number, string? field) => settings.Identification.Pin switch
    {
        PinSource.Derived => pins.Derive(number, version: 0),
        PinSource.OrderField => field,
        _ => null,
    };
}
