using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Prompts;

namespace IvrAutomat.Web.Operations;

/// <summary>What a load balancer and an operator ask.</summary>
internal static class Health
{
    /// <summary>Maps <c>/health/live</c> (the process answers) and <c>/health/ready</c> (it can take a call, and is not stopping).</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live"));
        routes.MapGet("/health/ready", async (WriteProbe database, PromptLibrary prompts, Drain drain, CancellationToken stop) =>
        {
            if (drain.HasBegun)
            {
                return Results.Text("stopping; calls that are live are still answered", statusCode: StatusCodes.Status503ServiceUnavailable);
            }

            if (await database.WhyNotAsync(stop) is { } why)
            {
                return Results.Text($"not ready; the database cannot be written: {why}. Callers are connected with the human number until then", statusCode: StatusCodes.Status503ServiceUnavailable);
            }

            // Broken prompt files do not stop the line: the last good ones serve.
            return Results.Text(prompts.Problems.IsEmpty ? "ready" : "ready; the newest prompt files are refused, the last good ones serve");
        });
    }
}
