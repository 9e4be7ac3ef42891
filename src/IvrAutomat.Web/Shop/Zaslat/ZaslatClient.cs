using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Zaslat;

/// <summary>
/// The REST interface of Zaslat.cz: JSON with an envelope whose <c>status</c> equals the HTTP status. Nothing is repeated here.
/// </summary>
internal sealed partial class ZaslatClient(OutsideHttp http, SystemsNow systems, LoginGate gate, ILogger<ZaslatClient> log)
{
    /// <summary>The system's name, as its section of the settings is called.</summary>
    public const string System = ZaslatOptions.Section;

    private static readonly JsonSerializerOptions Written = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Who would fetch a parcel on a day, and for how much.</summary>
    public Task<ZaslatReply> RatesAsync(object body, CancellationToken cancellationToken) => PostAsync("rates/get", body, cancellationToken);

    /// <summary>Orders a courier. Done twice there are two.</summary>
    public Task<ZaslatReply> CreateAsync(object body, CancellationToken cancellationToken) => PostAsync("shipments/create", body, cancellationToken);

    /// <summary>Calls shipments off. Done twice it is the same.</summary>
    public Task<ZaslatReply> StornoAsync(string shipment, CancellationToken cancellationToken)
        => PostAsync("shipments/storno", new { shipments = new[] { shipment } }, cancellationToken);

    /// <summary>How a shipment stands.</summary>
    public Task<ZaslatReply> DetailAsync(string shipment, CancellationToken cancellationToken)
        => PostAsync("shipments/detail", new { shipments = new[] { shipment } }, cancellationToken);

    /// <summary>The account's shipments from a place in the list on.</summary>
    public Task<ZaslatReply> ListAsync(int offset, CancellationToken cancellationToken)
        => SendAsync(HttpMethod.Get, $"shipments/list?offset={offset}", body: null, cancellationToken);

    /// <summary>The account's contacts: asks for nothing but whether the key is right.</summary>
    public Task<ZaslatReply> ContactsAsync(CancellationToken cancellationToken)
        => SendAsync(HttpMethod.Get, "contacts/list", body: null, cancellationToken);

    private Task<ZaslatReply> PostAsync(string path, object body, CancellationToken cancellationToken)
        => SendAsync(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body, Written), cancellationToken);

    private async Task<ZaslatReply> SendAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken)
    {
        var account = systems().Zaslat;
        if (!account.IsSet || gate.IsClosed(System))
        {
            return new ZaslatReply.Closed();
        }

        using var request = new HttpRequestMessage(method, $"{account.ApiUrl.TrimEnd('/')}/{path}");
        request.Headers.TryAddWithoutValidation("x-apikey", account.ApiKey);
        request.Headers.Accept.ParseAdd("application/json");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        var answer = await http.SendAsync(request, cancellationToken);
        var reply = answer switch
        {
            { IsCertainlyNotDone: true } => new ZaslatReply.NotDone(answer.Why),
            { IsAnswered: true } => Read(answer),
            _ => new ZaslatReply.Unknown(answer.Why),
        };
        if (reply is not ZaslatReply.Ok)
        {
            LogNot(path.Split('?')[0], reply.Why);
        }

        return reply;
    }

    private ZaslatReply Read(OutsideAnswer answer)
    {
        var json = Parse(answer);
        switch (answer.Status)
        {
            case StatusCodes.Status200OK when json is { ValueKind: JsonValueKind.Object } read && ZaslatJson.Number(read, "status") is null or 200:
                return new ZaslatReply.Ok(json.Value);
            case StatusCodes.Status400BadRequest:
                return new ZaslatReply.Refused(json is { } errors ? ZaslatJson.Fields(ZaslatJson.Part(errors, "errors")) : []);
            case StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden:
                Alarm(json);
                return new ZaslatReply.Closed();
            case StatusCodes.Status429TooManyRequests:
                return new ZaslatReply.NotDone(answer.Why);
            default:
                return new ZaslatReply.Unknown(answer.Status == StatusCodes.Status200OK ? "not readable" : answer.Why);
        }
    }

    // The same status means a wrong key, or a right one that may not pay by invoice.
    private void Alarm(JsonElement? json)
    {
        if (json is { } read && ZaslatJson.Text(read, "message")?.Contains("not allowed", StringComparison.OrdinalIgnoreCase) == true)
        {
            LogPayment();
        }
        else
        {
            gate.Close(System, "Zaslat:ApiKey");
        }
    }

    private static JsonElement? Parse(OutsideAnswer answer)
    {
        if (answer.MediaType != "application/json")
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(answer.Bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(3041, LogLevel.Warning, "Zaslat did not do '{Path}': {Why}")]
    private partial void LogNot(string path, string why);

    [LoggerMessage(3042, LogLevel.Critical,
        "Zaslat does not let this account pay as Zaslat:PaymentType says, and people order couriers. Set it to CREDIT, or make a contract.")]
    private partial void LogPayment();
}
