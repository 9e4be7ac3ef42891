using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Comgate;

/// <summary>
/// Takes notifications of the gateway. A notification is a hint and nothing more: it is compared with the account, noted and answered; what
/// the gateway says when it is asked is what counts.
/// </summary>
internal sealed partial class GatewayHook(
    IDbContextFactory<AutomatDb> contexts, Secrets secrets, SystemsNow systems, GatewayWatch watch, TimeProvider time, ILogger<GatewayHook> log)
{
    private const string Folder = "/hooks/comgate/";
    private const int SecretLength = 32;
    private const int MostBytes = 64 * 1024;
    private const string Taken = "code=0&message=OK";

    /// <summary>The path to be saved in the gateway's portal: nobody can guess it, and it stays the same as long as Secrets:Key does.</summary>
    public string Path => Folder + PathSecret;

    private string PathSecret => secrets.Hash(SecretLabel.Hook, "comgate")[^SecretLength..];

    /// <summary>Maps it. The portal asks by GET whether it is there.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Folder + "{secret}", (string secret, GatewayHook hook) => hook.Knows(secret) ? Results.Text("OK") : Results.NotFound());
        routes.MapPost(Folder + "{secret}", (HttpContext http, string secret, GatewayHook hook) => hook.Knows(secret) ? hook.TakeAsync(http) : Task.FromResult(Results.NotFound()));
    }

    private bool Knows(string secret) => systems().Comgate.IsSet && Same(secret, PathSecret);

    private async Task<IResult> TakeAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        var (fields, status) = await ReadAsync(http.Request, http.RequestAborted);
        if (fields is null)
        {
            LogRefused(log, $"HTTP {status}");
            return Results.StatusCode(status);
        }

        if (WhyNot(fields, systems().Comgate) is { } why)
        {
            LogRefused(log, why);
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!await NoteAsync(fields.GetValueOrDefault("refId", string.Empty), fields.GetValueOrDefault("transId", string.Empty)))
        {
            // Answered well, or the gateway would send it a thousand times.
            LogUnknown(log);
        }

        watch.Wake();
        return Results.Text(Taken, "application/x-www-form-urlencoded");
    }

    private static string? WhyNot(Dictionary<string, string> fields, ComgateOptions account)
    {
        string Field(string name) => fields.GetValueOrDefault(name, string.Empty);
        return !Same(Field("merchant"), account.Merchant ?? string.Empty) ? "another merchant"
            : !Same(Field("secret"), account.Secret ?? string.Empty) ? "another secret"
            : Field("test") is "true" or "1" != account.Test ? "another test flag"
            : null;
    }

    // What is paid already is not asked for again: a notification may come twice, and late.
    private async Task<bool> NoteAsync(string refId, string transId)
    {
        if (transId.Length == 0)
        {
            return false;
        }

        DateTimeOffset? now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        var row = await db.GatewayPayments.AsNoTracking().SingleOrDefaultAsync(each => each.RefId == refId, CancellationToken.None);
        if (row is null || (row.TransId is { } known && known != transId))
        {
            return false;
        }

        await db.GatewayPayments.Where(each => each.Id == row.Id && (each.TransId == null || each.TransId == transId)
                && each.State != GatewayPaymentState.Paid && each.State != GatewayPaymentState.Disputed)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.TransId, transId).SetProperty(each => each.AskAt, now), CancellationToken.None);
        return true;
    }

    private static async Task<(Dictionary<string, string>? Fields, int Status)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is not ("application/x-www-form-urlencoded" or "application/json"))
        {
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            var body = await reader.ReadToEndAsync(cancellationToken);
            return (type == "application/json" ? OfJson(body) : OfForm(body), StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException tooLarge)
        {
            return (null, tooLarge.StatusCode);
        }
        catch (JsonException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    private static Dictionary<string, string> OfForm(string body)
        => QueryHelpers.ParseQuery(body).ToDictionary(field => field.Key, field => field.Value.Count == 1 ? field.Value[0]! : string.Empty, StringComparer.Ordinal);

    private static Dictionary<string, string>? OfJson(string body)
    {
        using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 4 });
        return document.RootElement.ValueKind != JsonValueKind.Object ? null : document.RootElement.EnumerateObject()
            .GroupBy(field => field.Name, StringComparer.Ordinal)
            .ToDictionary(
                field => field.Key,
                field => field.First().Value is { ValueKind: JsonValueKind.String } text ? text.GetString()! : field.First().Value.GetRawText(),
                StringComparer.Ordinal);
    }

    private static bool Same(string given, string expected) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    [LoggerMessage(3042, LogLevel.Warning, "A notification in the name of Comgate was refused: {Why}. Nothing was changed.")]
    private static partial void LogRefused(ILogger logger, string why);

    [LoggerMessage(
        3043, LogLevel.Error,
        "Comgate notified us of a payment that we did not ask for. Look it up in its portal: somebody may have paid to this shop in another way.")]
    private static partial void LogUnknown(ILogger logger);
}
