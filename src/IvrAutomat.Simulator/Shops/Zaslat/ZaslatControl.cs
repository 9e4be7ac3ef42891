using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Shops.Zaslat;

/// <summary>What only this stand-in can be told over HTTP.</summary>
internal static class ZaslatControl
{
    public static void Map(RouteGroupBuilder group, ZaslatStandIn zaslat)
    {
        group.MapPost("/advance/{id}", (string id) => zaslat.Advance(id) is { } shipment ? Results.Text(shipment.Status) : Results.NotFound());
        group.MapPost("/closed/{day}", (DateOnly day) =>
        {
            zaslat.Close(day);
            return Results.NoContent();
        });
        group.MapPost("/switches", (ZaslatErrorShape? errors, bool? invoice, decimal? credit) =>
        {
            zaslat.ErrorShape = errors ?? zaslat.ErrorShape;
            zaslat.AllowsInvoice = invoice ?? zaslat.AllowsInvoice;
            if (credit is { } left)
            {
                zaslat.SetCredit(left);
            }

            return Results.NoContent();
        });
    }
}
