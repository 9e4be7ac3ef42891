using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Shop.Paying;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// Where Upgates tells that orders changed. Its messages are not signed: the address is one that nobody can guess, and what is told is never
/// believed, only looked up.
/// </summary>
internal sealed partial class UpgatesHook(Secrets secrets, LinkTo linkTo, HintBox box, TimeProvider time, ILogger<UpgatesHook> log)
{
    /// <summary>Before the part that nobody can guess.</summary>
    public const string Path = "/hooks/upgates/";

    private const int MostBytes = 2 * 1024 * 1024;
    private const int LongestNumber = 64;

    private readonly string _secret = secrets.Hash(SecretLabel.Hook, "upgates")[^40..];

    /// <summary>The whole address. Whoever has it can make us ask Upgates: it goes to Upgates and into no log.</summary>
    public string Url => linkTo(Path + _secret);

    /// <summary>Maps the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        Path + "{secret}", async (HttpContext http, string secret, UpgatesHook hook) => await hook.TakeAsync(http, secret));

    private async Task<IResult> TakeAsync(HttpContext http, string secret)
    {
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(_secret)))
        {
            return Results.NotFound();
        }

        if (await ReadAsync(http) is not { } body)
        {
            LogUnusable("more than 2 MB");
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var mediaType = http.Request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() ?? string.Empty;
        if (UpgatesJson.Parse(new OutsideAnswer(Delivery.Answered, StatusCodes.Status200OK, body) { MediaType = mediaType }) is not { } json)
        {
            LogUnusable("no JSON object");
            return Results.BadRequest();
        }

        var hints = Read(json, time.GetUtcNow());
        if (hints.Count > 0)
        {
            await box.TakeAsync(hints, http.RequestAborted);
        }

        return Results.NoContent();
    }

    private List<HintRow> Read(JsonElement json, DateTimeOffset now)
    {
        var hints = new Dictionary<string, HintRow>(StringComparer.Ordinal);
        var nonsense = 0;
        foreach (var item in json.Each("orders"))
        {
            if (NumberOf(item) is { } number)
            {
                hints[number] = new HintRow
                {
                    Number = number,
                    ChangedAt = item.Time("last_update_time") ?? item.Time("creation_time"),
                    StatusId = item.Text("status_id"),
                    ReceivedAt = now,
                };
            }
            else
            {
                nonsense++;
            }
        }

        if (nonsense > 0)
        {
            LogNonsense(nonsense);
        }

        return [.. hints.Values];
    }

    private static string? NumberOf(JsonElement item)
    {
        try
        {
            // A zero byte is valid JSON, and no text for PostgreSQL.
            return item.Text("order_number") is { Length: <= LongestNumber } number && !number.Contains('\0', StringComparison.Ordinal) ? number : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > MostBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(piece, http.RequestAborted)) > 0)
        {
            body.Write(piece, 0, read);
            if (body.Length > MostBytes)
            {
                return null;
            }
        }

        return body.ToArray();
    }

    [LoggerMessage(3142, LogLevel.Warning, "A message at the address for Upgates is not used: {Why}")]
    private partial void LogUnusable(string why);

    [LoggerMessage(3143, LogLevel.Warning, "{Count} entries of a message of Upgates name no order; they are left out")]
    private partial void LogNonsense(int count);
}
