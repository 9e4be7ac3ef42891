using System.Text.Json;
using IvrAutomat.Orders;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Zaslat;

/// <summary>
/// Orders a courier for a day. The broker knows no repeated order as the same, so one whose answer was lost is only looked for by its
/// reference: where it is not found, a person finds out. Another courier ordered before is called off once the new one is certain.
/// </summary>
/// <param name="zaslat">The broker.</param>
/// <param name="account">The account.</param>
/// <param name="order">What is ordered.</param>
/// <param name="time">Tells when looking in vain proves something.</param>
internal sealed class OrderCourier(ZaslatClient zaslat, ZaslatOptions account, CourierWish order, TimeProvider time) : OutsideWrite
{
    private const int MostPages = 5;

    /// <inheritdoc />
    public override string System => ZaslatClient.System;

    /// <inheritdoc />
    public override string Kind => "order courier";

    /// <inheritdoc />
    public override async Task<OutsideOutcome> SendAsync(string reference, CancellationToken cancellationToken)
    {
        if (order.Place is not { Phone: not null } place)
        {
            return new OutsideOutcome.Hopeless("no phone or address");
        }

        if (order.Replaces is { } old && old.On <= order.Today)
        {
            return new OutsideOutcome.Hopeless("pick-up day of the former courier");
        }

        var offers = await zaslat.RatesAsync(CourierOrders.Question(account, place, order.Day), cancellationToken);
        if (offers is not ZaslatReply.Ok read)
        {
            // Nothing has been ordered yet, whatever became of the question.
            return offers is ZaslatReply.Unknown ? new OutsideOutcome.NotDone(offers.Why) : offers.Failure(told: null);
        }

        if (CourierOrders.Cheapest(account, read.Json, order.Day) is not { } rate)
        {
            return new OutsideOutcome.Refused(NotNow.NoCourier);
        }

        var made = await zaslat.CreateAsync(CourierOrders.Order(account, place, order.Day, rate, reference), cancellationToken);
        return made switch
        {
            ZaslatReply.Ok ok when ShipmentOf(ok.Json) is { } shipment => await InsteadAsync(shipment, cancellationToken),
            ZaslatReply.Ok => new OutsideOutcome.Unknown("no shipment named"),
            ZaslatReply.Refused refused when refused.Fields.Any(field => field.Contains("pickup_date", StringComparison.Ordinal))
                => new OutsideOutcome.Refused(NotNow.NoCourier),
            _ => made.Failure(told: null),
        };
    }

    /// <inheritdoc />
    public override async Task<OutsideOutcome> FindAsync(string reference, CancellationToken cancellationToken)
    {
        for (int page = 0, offset = 0; page < MostPages; page++)
        {
            if (await zaslat.ListAsync(offset, cancellationToken) is not ZaslatReply.Ok ok)
            {
                return new OutsideOutcome.NotDone("list not read");
            }

            var data = ZaslatJson.Part(ok.Json, "data");
            var shipments = data.ValueKind == JsonValueKind.Object ? data.EnumerateObject().ToList() : [];
            foreach (var shipment in shipments)
            {
                if (ZaslatJson.Text(shipment.Value, "reference") == reference)
                {
                    return await InsteadAsync(shipment.Name, cancellationToken);
                }
            }

            if (shipments.Count == 0)
            {
                break;
            }

            offset += shipments.Count;
        }

        return time.GetUtcNow() - order.AskedAt < OutsideActs.SettlesIn + OutsideHttp.Limit
            ? new OutsideOutcome.NotDone("too early to tell")
            : new OutsideOutcome.CannotTell();
    }

    // Whoever was to come before is called off last, so that the customer is never without a courier. It may be done again.
    private async Task<OutsideOutcome> InsteadAsync(string shipment, CancellationToken cancellationToken)
    {
        if (order.Replaces is not { } old)
        {
            return new OutsideOutcome.Done(shipment);
        }

        return await zaslat.StornoAsync(old.Shipment, cancellationToken) switch
        {
            ZaslatReply.Ok => new OutsideOutcome.Done(shipment),
            ZaslatReply.Refused or ZaslatReply.Closed => new OutsideOutcome.Hopeless("two couriers ordered"),
            var other => new OutsideOutcome.Unknown(other.Why),
        };
    }

    private static string? ShipmentOf(JsonElement json)
    {
        var shipments = ZaslatJson.Part(ZaslatJson.Part(json, "data"), "shipments");
        return shipments.ValueKind == JsonValueKind.Array && shipments.GetArrayLength() > 0 && shipments[0].ValueKind == JsonValueKind.String
            ? shipments[0].GetString()
            : null;
    }
}

/// <summary>A courier that is wanted.</summary>
/// <param name="Place">Where; null when the order's address is not whole.</param>
/// <param name="Day">When.</param>
/// <param name="Today">The shop's day.</param>
/// <param name="AskedAt">When it was first asked for.</param>
internal sealed record CourierWish(PickupPlace? Place, DateOnly Day, DateOnly Today, DateTimeOffset AskedAt)
{
    /// <summary>The courier ordered before, who is not to come; null for none.</summary>
    public (string Shipment, DateOnly On)? Replaces { get; init; }

    /// <summary>Names nobody.</summary>
    public override string ToString() => nameof(CourierWish);
}

/// <summary>Calls a courier off, which is possible until the day before he comes; then a person does what can be done.</summary>
/// <param name="zaslat">The broker.</param>
/// <param name="shipment">The broker's number.</param>
/// <param name="isDue">He comes today, or was to come before.</param>
internal sealed class CallCourierOff(ZaslatClient zaslat, string shipment, bool isDue) : OutsideWrite
{
    /// <inheritdoc />
    public override string System => ZaslatClient.System;

    /// <inheritdoc />
    public override string Kind => "call courier off";

    /// <inheritdoc />
    public override async Task<OutsideOutcome> SendAsync(string reference, CancellationToken cancellationToken)
    {
        if (isDue)
        {
            return new OutsideOutcome.Hopeless("pick-up day");
        }

        var reply = await zaslat.StornoAsync(shipment, cancellationToken);
        return reply is ZaslatReply.Ok ? new OutsideOutcome.Done() : reply.Failure(NotNow.Posted);
    }

    /// <inheritdoc />
    public override async Task<OutsideOutcome> FindAsync(string reference, CancellationToken cancellationToken)
        => await zaslat.DetailAsync(shipment, cancellationToken) is not ZaslatReply.Ok ok ? new OutsideOutcome.NotDone("detail not read")
            : string.Equals(
                ZaslatJson.Text(ZaslatJson.Part(ZaslatJson.Part(ok.Json, "data"), shipment), "status"), "cancelled", StringComparison.OrdinalIgnoreCase)
            ? new OutsideOutcome.Done()
            : new OutsideOutcome.Absent();
}
