using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Database = IvrAutomat.Web.Persistence.Database;

namespace IvrAutomat.Web.Shop;

/// <summary>Puts the demo orders into the database and keeps their days current. It touches no order but its own.</summary>
internal sealed class DemoShop(
    IDbContextFactory<AutomatDb> contexts, Database database, Secrets secrets, ShopSettings settings, TimeProvider time)
{
    /// <summary>Its name.</summary>
    public const string Name = "Vzorový obchod";

    /// <summary>What paying on delivery costs in it.</summary>
    public const decimal CashFee = 39m;

    /// <summary>The line of the demo shop.</summary>
    public const string Line = "+420800123456";

    /// <summary>How many digits each of its numbers has.</summary>
    public const int NumberLength = 10;

    /// <summary>The demo orders as they would be without any call.</summary>
    public IReadOnlyList<DemoOrder> Orders => DemoOrders.On(Today);

    private DateOnly Today => settings.DayOf(time.GetUtcNow());

    /// <summary>
    /// Adds what is missing and moves all days to today. An order that a call has changed keeps its state; several processes may call
    /// this at once.
    /// </summary>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        await using var alone = await StartLock.TakeAsync(database, cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await new DemoSeed(transaction, Fill).RunAsync(Orders, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Takes all demo orders back to their beginning and forgets what was promised, tried and sent about any order.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        await using var alone = await StartLock.TakeAsync(database, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ForgetAsync(db, cancellationToken);
        var ids = Orders.Select(demo => demo.Order.Id).ToList();
        await db.OrderKeys.Where(key => ids.Contains(key.OrderId)).ExecuteDeleteAsync(cancellationToken);
        await db.Orders.Where(order => ids.Contains(order.Id)).ExecuteDeleteAsync(cancellationToken);
        await new DemoSeed(transaction.GetDbTransaction(), Fill).RunAsync(Orders, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Forgets what was promised, tried and sent about any order of a made-up shop.</summary>
    public static async Task ForgetAsync(AutomatDb db, CancellationToken cancellationToken)
    {
        await db.Messages.ExecuteDeleteAsync(cancellationToken);
        await db.Cases.ExecuteDeleteAsync(cancellationToken);
        await db.Offers.ExecuteDeleteAsync(cancellationToken);
        await db.CaseEvents.ExecuteDeleteAsync(cancellationToken);
        await db.OwnFaults.ExecuteDeleteAsync(cancellationToken);
        await db.Transfers.ExecuteDeleteAsync(cancellationToken);
        await db.Callbacks.ExecuteDeleteAsync(cancellationToken);
        await db.Requests.ExecuteDeleteAsync(cancellationToken);
        await db.OutsideActs.ExecuteDeleteAsync(cancellationToken);
        await db.Failures.ExecuteDeleteAsync(cancellationToken);
        await db.Callers.ExecuteDeleteAsync(cancellationToken);
        await db.Codes.ExecuteDeleteAsync(cancellationToken);
        await db.PaymentLinks.ExecuteDeleteAsync(cancellationToken);
        await db.GatewayPayments.ExecuteDeleteAsync(cancellationToken);
        await db.Ratings.ExecuteDeleteAsync(cancellationToken);
        await db.Parcels.ExecuteDeleteAsync(cancellationToken);
    }

    // The keyed columns are written each time, so that a demo database survives a new key.
    private void Fill(OrderRow row, DemoOrder demo)
    {
        row.PhoneKey = secrets.Hash(SecretLabel.Phone, demo.Phone);
        row.Contact = demo.Contact.Protect(secrets);
        row.PinKey = secrets.Hash(SecretLabel.Pin, demo.Order.Id, demo.Pin);
        if (row.ChangedBy is null || row.Former is null)
        {
            row.Data = StoredJson.Write(Reachable(demo));
            row.ChangedAt = StartOf(Today.AddDays(-demo.ChangedDaysAgo));
            return;
        }

        var changed = StoredJson.Read<Order>(row.Data);
        var days = demo.Order.OrderedOn.DayNumber - changed.OrderedOn.DayNumber;
        if (days != 0)
        {
            row.Data = StoredJson.Write(OrderDays.Move(changed, days));
            row.Former = StoredJson.Write(OrderDays.Move(StoredJson.Read<Order>(row.Former), days));
            row.ChangedAt = row.ChangedAt.AddDays(days);
        }
    }

    // Without a mail server nobody can be written to by e-mail.
    private Order Reachable(DemoOrder demo) => settings.HasMail ? demo.Order : demo.Order with
    {
        Contact = (demo.Contact with { Email = null }).Channel,
        HasEmail = false,
    };

    private DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, settings.Profile.TimeZone.GetUtcOffset(midnight));
    }
}

/// <summary>Moves an order in time as a whole.</summary>
internal static class OrderDays
{
    /// <summary>The same order, all its days moved.</summary>
    public static Order Move(Order order, int days) => order with
    {
        OrderedOn = order.OrderedOn.AddDays(days),
        DispatchOn = order.DispatchOn?.AddDays(days),
        ArrivalOn = order.ArrivalOn?.AddDays(days),
        PickUpUntil = order.PickUpUntil?.AddDays(days),
        AttemptedOn = order.AttemptedOn?.AddDays(days),
        DeliveredOn = order.DeliveredOn?.AddDays(days),
        CancelledOn = order.CancelledOn?.AddDays(days),
        RefundedOn = order.RefundedOn?.AddDays(days),
        ExtendableUntil = order.ExtendableUntil?.AddDays(days),
        LinkUntil = order.LinkUntil?.AddDays(days),
        CancelledAt = order.CancelledAt?.AddDays(days),

        // A cancellation can be taken back for minutes: on another day that is over.
        RestorableUntil = null,
        Return = order.Return is { } back
            ? back with { NotedOn = back.NotedOn.AddDays(days), PostUntil = back.PostUntil.AddDays(days), CourierOn = back.CourierOn?.AddDays(days) }
            : null,
        Complaint = order.Complaint is { } complaint
            ? complaint with { MadeOn = complaint.MadeOn.AddDays(days), Due = complaint.Due.AddDays(days) }
            : null,
    };
}
