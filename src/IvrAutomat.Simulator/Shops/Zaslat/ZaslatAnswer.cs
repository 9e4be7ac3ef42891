using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Simulator.Shops.Zaslat;

/// <summary>The envelope of every answer: the HTTP status stands in it once more.</summary>
internal static class ZaslatAnswer
{
    public static IResult Unauthorized { get; } = Of(StatusCodes.Status401Unauthorized, "Unauthorized request");

    public static IResult Data(string message, JsonNode? data)
        => Json(StatusCodes.Status200OK, new JsonObject { ["status"] = 200, ["message"] = message, ["data"] = data });

    public static IResult Rates(JsonArray rates)
        => Json(StatusCodes.Status200OK, new JsonObject { ["status"] = 200, ["message"] = $"Found {rates.Count} offers", ["rates"] = rates });

    public static IResult Of(int status, string message) => Json(status, new JsonObject { ["status"] = status, ["message"] = message });

    public static IResult Wrong(string message, ZaslatErrorShape shape, params (string Field, string Text)[] errors) => Json(
        StatusCodes.Status400BadRequest,
        new JsonObject
        {
            ["status"] = 400,
            ["message"] = message,
            ["errors"] = shape switch
            {
                ZaslatErrorShape.Text => string.Join(' ', errors.Select(error => error.Text)),
                ZaslatErrorShape.Object => new JsonObject(errors.DistinctBy(error => error.Field)
                    .Select(error => KeyValuePair.Create(error.Field, (JsonNode?)JsonValue.Create(error.Text)))),
                _ => new JsonArray([.. errors.Select(error => (JsonNode)new JsonObject { ["message"] = error.Text, ["field"] = error.Field })]),
            },
        });

    private static IResult Json(int status, JsonObject body) => Results.Text(body.ToJsonString(), "application/json", statusCode: status);
}
