using System.Net.Http.Headers;
using System.Text.Json;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Outside;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Packeta;

/// <summary>
/// The names of pick-up points: each is asked for once a month at most. The feed of all points has many megabytes, and a call needs one.
/// </summary>
internal sealed partial class PickupPoints(
    IDbContextFactory<AutomatDb> contexts, OutsideHttp http, SystemsNow systems, LoginGate gate, TimeProvider time, ILogger<PickupPoints> log)
{
    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(30);
    private const int LongestName = 120;

    /// <summary>The name of a point in the nominative, the town in it; null when it cannot be learnt now.</summary>
    public async Task<string?> NameAsync(int point, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.PickupPoints.SingleOrDefaultAsync(row => row.Id == point, cancellationToken);
        if (known is not null && time.GetUtcNow() - known.SeenAt < KnownFor)
        {
            return known.Name;
        }

        if (await AskAsync(point, cancellationToken) is not { } name)
        {
            return known?.Name;
        }

        if (known is null)
        {
            db.PickupPoints.Add(known = new PickupPointRow { Id = point, Name = name });
        }

        (known.Name, known.SeenAt) = (name, time.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another call learnt it at the same moment.
        }

        return name;
    }

    private async Task<string?> AskAsync(int point, CancellationToken cancellationToken)
    {
        var account = systems().Packeta;
        if (account.ApiKey is not { } key || gate.IsClosed(PacketaClient.System))
        {
            return null;
        }

        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { apiKey = key, point = new { id = $"{point}" } }));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        using var request = new HttpRequestMessage(HttpMethod.Post, account.PointUrl) { Content = content };
        request.Headers.TryAddWithoutValidation("X-Language", "cs");
        var answer = await http.SendAsync(request, cancellationToken);
        var name = answer is { IsAnswered: true, Status: StatusCodes.Status200OK, MediaType: "application/json" } ? Read(answer.Bytes) : null;
        if (name is null)
        {
            LogUnknown(answer.Why);
        }

        return name;
    }

    private static string? Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (Part(json.RootElement, "point") is not { ValueKind: JsonValueKind.Object } point || Text(point, "name") is not { Length: <= LongestName } name)
            {
                return null;
            }

            return Part(point, "address") is { } address && Text(address, "city") is { } city && !name.Contains(city, StringComparison.OrdinalIgnoreCase)
                ? $"{city}, {name}"
                : name;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Part(JsonElement of, string name)
        => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var part) ? part : null;

    private static string? Text(JsonElement of, string name)
        => Part(of, name) is { ValueKind: JsonValueKind.String } text && text.GetString()?.Trim() is { Length: > 0 } value ? value : null;

    [LoggerMessage(3033, LogLevel.Warning, "The name of a pick-up point could not be learnt: {Why}")]
    private partial void LogUnknown(string why);
}
