using System.Text.Json.Nodes;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>
/// An order that calls have changed meets a newer word of the shop. Field by field: what only the file changed comes from the file, what only
/// calls changed stays, and where both did, the later one holds. A cancellation by phone is a promise: it stays until the file says that
/// the goods have left, or that the order is cancelled.
/// </summary>
internal static class OrderMerge
{
    /// <summary>Merges.</summary>
    /// <param name="last">What the file before said.</param>
    /// <param name="ours">The order as calls left it.</param>
    /// <param name="file">What the new file says.</param>
    /// <param name="fileIsNewer">The file was written after the last call changed the order.</param>
    public static Order Merge(string last, string ours, string file, bool fileIsNewer)
    {
        var (before, here, there) = (Fields(last), Fields(ours), Fields(file));
        var merged = new JsonObject();
        foreach (var name in here.Select(field => field.Key).Union(there.Select(field => field.Key), StringComparer.Ordinal))
        {
            var isChangedHere = !JsonNode.DeepEquals(before[name], here[name]);
            var isChangedThere = !JsonNode.DeepEquals(before[name], there[name]);
            var taken = isChangedThere && (fileIsNewer || !isChangedHere) ? there[name] : here[name];
            merged[name] = taken?.DeepClone();
        }

        return Settle(StoredJson.Read<Order>(merged.ToJsonString()), StoredJson.Read<Order>(ours));
    }

    /// <summary>Cancelled by phone, while the file knows nothing of it.</summary>
    public static bool IsUnheard(Order merged, Order file) => merged is { State: OrderState.Cancelled, CancelledAt: not null } && file.State != OrderState.Cancelled;

    private static Order Settle(Order merged, Order ours)
    {
        if (ours is not { State: OrderState.Cancelled, CancelledAt: not null } || merged.State == OrderState.Cancelled)
        {
            return merged;
        }

        return HasLeft(merged.State)
            ? merged with { CancelledOn = null, CancelledAt = null, RestorableUntil = null }
            : merged with { State = OrderState.Cancelled, CancelledOn = ours.CancelledOn, CancelledAt = ours.CancelledAt, RestorableUntil = ours.RestorableUntil };
    }

    private static bool HasLeft(OrderState state) => state
        is OrderState.OnTheWay or OrderState.OutForDelivery or OrderState.Attempted or OrderState.AtPoint or OrderState.Delivered or OrderState.Returning;

    private static JsonObject Fields(string json) => JsonNode.Parse(json)!.AsObject();
}
