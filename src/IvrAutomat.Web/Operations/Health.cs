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
        routes.MapGet("/health/ready", async (Database database, PromptLibrary prompts, Drain drain, CancellationToken stop) =>
        {
            if (drain.HasBegun)
            {
                return Results.Text("stopping; calls that are live are still answered", statusCode: StatusCodes.Status503ServiceUnavailable);
            }

            try
            {
                await using var connection = await database.OpenAsync(stop);
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT 1 FROM calls WHERE 1 = 0";
                await command.ExecuteScalarAsync(stop);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
            }

            // Broken prompt files do not stop the line: the last good ones serve.
            return Results.Text(prompts.Problems.IsEmpty ? "ready" : "ready; the newest prompt files are refused, the last good ones serve");
        });
    }
}
