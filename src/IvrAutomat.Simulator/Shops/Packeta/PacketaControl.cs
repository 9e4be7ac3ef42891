using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Shops.Packeta;

/// <summary>The knobs of the stand-in, over HTTP.</summary>
internal static class PacketaControl
{
    public static void Map(RouteGroupBuilder group, PacketaStandIn packeta)
    {
        group.MapPost("/_control/parcels/{id:long}/state/{code:int}", (long id, int code, int? branch) =>
            !PacketaStatus.Texts.ContainsKey(code) ? Results.BadRequest($"There is no state {code}.")
                : packeta.Move(id, code, branch ?? 0) ? Results.NoContent() : Results.NotFound());
        group.MapPost("/_control/fault/{name}", (string name, string? field) =>
        {
            packeta.FailNext(new PacketaFault(name, name, field is null ? [] : [(field, $"Invalid {field}.")]));
            return Results.NoContent();
        });
        group.MapPost("/_control/switches", (bool? numbersForFlags, bool? omitBarcodeText, bool? timesWithOffset, bool? shortPasswords) =>
        {
            packeta.NumbersForFlags = numbersForFlags ?? packeta.NumbersForFlags;
            packeta.OmitBarcodeText = omitBarcodeText ?? packeta.OmitBarcodeText;
            packeta.TimesWithOffset = timesWithOffset ?? packeta.TimesWithOffset;
            packeta.ShortPasswords = shortPasswords ?? packeta.ShortPasswords;
            return Results.NoContent();
        });
        group.MapGet("/_control/performed", () => packeta.Performed);
        group.MapGet("/_control/requests", () => packeta.Requests);
        group.MapPost("/_control/reset", () =>
        {
            packeta.Reset();
            return Results.NoContent();
        });
    }
}
