using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Shops;

/// <summary>
/// What every stand-in can be asked and told, below <c>/_control</c> of its path: <c>GET requests</c>, <c>GET performed</c>,
/// <c>POST fault {"fault": "slow 4 s", "onlyWrites": true, "times": 1}</c>, <c>POST reset</c>.
/// </summary>
internal static class StandInControl
{
    public static void Map(RouteGroupBuilder control, StandIn standIn)
    {
        control.MapGet("/requests", () => Results.Json(standIn.Requests));
        control.MapGet("/performed", () => Results.Json(standIn.Performed));
        control.MapPost("/reset", () =>
        {
            standIn.Reset();
            return Results.NoContent();
        });
        control.MapPost("/fault", (FaultWanted wanted) =>
        {
            if (StandInFault.Read(wanted.Fault ?? string.Empty) is not { } fault)
            {
                return Results.BadRequest($"There is no such fault. There are {StandInFault.Known}.");
            }

            standIn.Fault = fault with { OnlyWrites = wanted.OnlyWrites, Times = wanted.Times ?? int.MaxValue };
            return Results.NoContent();
        });
    }

    private sealed record FaultWanted(string? Fault, bool OnlyWrites, int? Times);
}
