using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>
/// The switches of this stand-in, below <c>/_control</c>: <c>GET orders/N</c>, <c>GET orders/N/history</c>, <c>POST orders/N</c> (somebody
/// changes it in the administration; the fields of a PUT), <c>POST orders/N/before-next-write</c> (the same, after the product has read it),
/// <c>GET outbox</c>, <c>POST switches</c>, <c>POST webhooks {"orders": [ … ]}</c> (tells of these).
/// </summary>
internal static class UpgatesControl
{
    public static void Map(RouteGroupBuilder control, UpgatesStandIn shop)
    {
        control.MapGet("/orders/{number}", (string number) => shop.Order(number) is { } order ? Results.Json(order) : Results.NotFound());
        control.MapGet("/orders/{number}/history", (string number) => Results.Json(shop.HistoryOf(number)));
        control.MapPost("/orders/{number}", (string number, JsonObject change)
            => shop.Change(number, change) ? Results.NoContent() : Results.NotFound());
        control.MapPost("/orders/{number}/before-next-write", (string number, JsonObject change) =>
        {
            shop.ChangeBeforeNextWrite(number, change);
            return Results.NoContent();
        });
        control.MapGet("/outbox", () => Results.Json(shop.Outbox));
        control.MapPost("/webhooks", (Told told) =>
        {
            shop.NotifyUpdated(told.Orders ?? []);
            return Results.NoContent();
        });
        control.MapPost("/switches", (Switches wanted) =>
        {
            shop.Tariff = UpgatesTariff.Named(wanted.Tariff) ?? shop.Tariff;
            shop.Packs = wanted.Packs ?? shop.Packs;
            shop.HasMoved = wanted.HasMoved ?? shop.HasMoved;
            shop.IsOld = wanted.IsOld ?? shop.IsOld;
            shop.WritesStrings = wanted.WritesStrings ?? shop.WritesStrings;
            shop.IsUserActive = wanted.IsUserActive ?? shop.IsUserActive;
            shop.WebhookTimeOutCounts = wanted.WebhookTimeOutCounts ?? shop.WebhookTimeOutCounts;
            foreach (var (service, right) in wanted.Rights ?? [])
            {
                shop.Rights[service] = right;
            }

            return Results.NoContent();
        });
    }

    private sealed record Told(IReadOnlyList<string>? Orders);

    private sealed record Switches(
        string? Tariff, int? Packs, bool? HasMoved, bool? IsOld, bool? WritesStrings, bool? IsUserActive, bool? WebhookTimeOutCounts,
        Dictionary<string, string>? Rights);
}
