using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Shops.Packeta;

/// <summary>What only this stand-in can be told over HTTP.</summary>
internal static class PacketaControl
{
    public static void Map(RouteGroupBuilder group, PacketaStandIn packeta)
    {
        group.MapPost("/parcels/{id:long}/state/{code:int}", (long id, int code, int? branch) =>
            !PacketaStatus.Texts.ContainsKey(code) ? Results.BadRequest($"There is no state {code}.")
                : packeta.Move(id, code, branch ?? 0) ? Results.NoContent() : Results.NotFound());
        group.MapPost("/answer/{name}", (string name, string? field) =>
        {
            packeta.FailNext(new PacketaFault(name, name, field is null ? [] : [(field, $"Invalid {field}.")]));
            return Results.NoContent();
        });
        group.MapPost("/switches", (bool? numbersForFlags, bool? omitBarcodeText, bool? timesWithOffset, bool? shortPasswords) =>
        {
            packeta.NumbersForFlags = numbersForFlags ?? packeta.NumbersForFlags;
            packeta.OmitBarcodeText = omitBarcodeText ?? packeta.OmitBarcodeText;
            packeta.TimesWithOffset = timesWithOffset ?? packeta.TimesWithOffset;
            packeta.ShortPasswords = shortPasswords ?? packeta.ShortPasswords;
            return Results.NoContent();
        });
    }
}
