using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>An error of the REST calls in the carrier's shape.</summary>
internal sealed record RestError(int Status, int Code, string Message)
{
    public static RestError Unauthorised { get; } = new(401, 20003, "Authenticate");

    public static RestError NotFound { get; } = new(404, 20404, "The requested resource was not found");

    public IResult ToResult() => Results.Json(
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["code"] = Code,
            ["message"] = Message,
            ["more_info"] = $"https://www.twilio.com/docs/errors/{Code}",
            ["status"] = Status,
        },
        statusCode: Status);
}
