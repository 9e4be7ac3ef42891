using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Shops.Packeta;

/// <summary>The feeds of points and carriers, in which every value is a text, and the check of one point.</summary>
internal static class PacketaFeeds
{
    // The public half of the password.
    private static readonly string Key = StandInKeys.Secret[..16];

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/v5/{key}/{feed}/json", Feed);
        group.MapPost("/v6/pps/api/widget/v1/validate", (Delegate)ValidateAsync);
    }

    private static IResult Feed(string key, string feed) => key != Key ? Results.Text("<h1>Forbidden</h1>", "text/html") : feed switch
    {
        "branch" => Results.Json(PacketaFixtures.Points.Where(point => !point.IsBox).Select(Point)),
        "box" => Results.Json(PacketaFixtures.Points.Where(point => point.IsBox).Select(Point)),
        "carrier" => Results.Json(new[]
        {
            new { id = "106", name = "CZ Zásilkovna domů HD", available = "true", pickupPoints = "false", country = "cz", currency = "CZK" },
        }),
        _ => Results.NotFound(),
    };

    private static object Point(PacketaPoint point) => new
    {
        id = $"{point.Id}",
        name = point.Name,
        place = point.Name,
        street = point.Street,
        city = point.City,
        country = "cz",
        currency = "CZK",
        status = new { statusId = "1", description = "V provozu" },
        claimAssistant = "1",
        packetConsignment = "1",
    };

    private static async Task<IResult> ValidateAsync(HttpContext context)
    {
        var asked = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        if (asked?["apiKey"]?.ToString() != Key)
        {
            return Results.Unauthorized();
        }

        var id = asked["point"]?["id"]?.ToString();
        return PacketaFixtures.Points.FirstOrDefault(point => $"{point.Id}" == id) is { } found
            ? Results.Json(new
            {
                isValid = true,
                point = new
                {
                    name = found.Name,
                    address = new { street = found.Street, city = found.City, zip = "120 00", country = "cz" },
                    carrierId = (string?)null,
                    group = found.IsBox ? "zbox" : string.Empty,
                    country = "cz",
                },
                errors = Array.Empty<object>(),
            })
            : Results.Json(new { isValid = false, errors = new[] { new { code = "NotFound", description = "The pick-up point was not found." } } });
    }
}
