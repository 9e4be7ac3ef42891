using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Shops.Zaslat;

/// <summary>The knobs of the stand-in, over HTTP.</summary>
internal static class ZaslatControl
{
    public static void Map(RouteGroupBuilder group, ZaslatStandIn zaslat)
    {
        group.MapPost("/_control/advance/{id}", (string id) => zaslat.Advance(id) is { } shipment ? Results.Text(shipment.Status) : Results.NotFound());
        group.MapPost("/_control/closed/{day}", (DateOnly day) =>
        {
            zaslat.Close(day);
            return Results.NoContent();
        });
        group.MapPost("/_control/switches", (ZaslatErrorShape? errors, bool? invoice, decimal? credit) =>
        {
            zaslat.ErrorShape = errors ?? zaslat.ErrorShape;
            zaslat.AllowsInvoice = invoice ?? zaslat.AllowsInvoice;
            if (credit is { } left)
            {
                zaslat.SetCredit(left);
            }

            return Results.NoContent();
        });
        group.MapGet("/_control/performed", () => zaslat.Performed);
        group.MapGet("/_control/requests", () => zaslat.Requests);
        group.MapPost("/_control/reset", () =>
        {
            zaslat.Reset();
            return Results.NoContent();
        });
    }
}
