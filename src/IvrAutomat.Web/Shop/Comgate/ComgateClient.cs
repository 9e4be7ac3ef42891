using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Comgate;

/// <summary>
/// Speaks with Comgate (version 2.0 of its interface), one attempt at a time. It decides by the code in the answer, not by the HTTP status,
/// and reads numbers and flags that come as texts.
/// </summary>
internal sealed class ComgateClient(OutsideHttp http, SystemsNow systems, LoginGate gate)
{
    /// <summary>Its name, as its section of the settings is called.</summary>
    public const string System = ComgateOptions.Section;

    private const int UnknownShop = 1301;

    // The gateway's own trouble: nothing was made.
    private static readonly int[] Temporary = [1100, 1200, 1319, 1399, 1500];

    /// <summary>Makes a payment.</summary>
    public Task<ComgateAnswer> CreateAsync(ComgateOrder order, CancellationToken cancellationToken)
    {
        var account = systems().Comgate;
        var body = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["price"] = order.Hellers,
            ["curr"] = ComgateOrder.Currency,
            ["label"] = order.Label,
            ["refId"] = order.RefId,
            ["method"] = account.Methods,
            ["email"] = order.Email ?? string.Empty,
            ["phone"] = order.Phone ?? string.Empty,
            ["country"] = "CZ",
            ["lang"] = order.Language,
            ["test"] = account.Test,
            ["expirationTime"] = string.Create(CultureInfo.InvariantCulture, $"{order.Days}d"),
            ["url_paid"] = order.Back,
            ["url_cancelled"] = order.Back,
            ["url_pending"] = order.Back,
        };
        return SendAsync(account, HttpMethod.Post, "payment.json", body, cancellationToken);
    }

    /// <summary>Asks for the state of a payment; what it says is believed.</summary>
    public Task<ComgateAnswer> StateAsync(string transId, CancellationToken cancellationToken)
        => SendAsync(systems().Comgate, HttpMethod.Get, PathOf(transId), body: null, cancellationToken);

    /// <summary>Calls a payment off that nobody has paid.</summary>
    public Task<ComgateAnswer> CancelAsync(string transId, CancellationToken cancellationToken)
        => SendAsync(systems().Comgate, HttpMethod.Delete, PathOf(transId), body: null, cancellationToken);

    private static string PathOf(string transId) => $"payment/transId/{Uri.EscapeDataString(transId)}.json";

    private async Task<ComgateAnswer> SendAsync(
        ComgateOptions account, HttpMethod method, string path, Dictionary<string, object>? body, CancellationToken cancellationToken)
    {
        if (!account.IsSet)
        {
            return new ComgateAnswer(ComgateMeaning.Never, "no account");
        }

        if (gate.IsClosed(System))
        {
            return new ComgateAnswer(ComgateMeaning.LoginRefused, "login refused before");
        }

        using var request = new HttpRequestMessage(method, new Uri($"{account.ApiUrl.TrimEnd('/')}/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Merchant}:{account.Secret}")));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        var answer = Read(await http.SendAsync(request, cancellationToken));
        if (answer.Meaning == ComgateMeaning.LoginRefused)
        {
            gate.Close(System, "Comgate:Merchant and Comgate:Secret, and the addresses that its portal allows");
        }

        return answer;
    }

    private static ComgateAnswer Read(OutsideAnswer answer)
    {
        if (answer.IsCertainlyNotDone || answer.Status == 429)
        {
            return new ComgateAnswer(ComgateMeaning.NotNow, answer.Why);
        }

        if (answer.Status is 401 or 403)
        {
            return new ComgateAnswer(ComgateMeaning.LoginRefused, answer.Why);
        }

        if (!answer.IsAnswered || Parse(answer.Bytes) is not { } json || !int.TryParse(Text(json, "code"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code))
        {
            return new ComgateAnswer(ComgateMeaning.Unknown, answer.Why);
        }

        var meaning = code == 0 ? ComgateMeaning.Ok
            : code == UnknownShop ? ComgateMeaning.LoginRefused
            : Temporary.Contains(code) ? ComgateMeaning.NotNow
            : ComgateMeaning.Never;
        return new ComgateAnswer(meaning, $"code {code}")
        {
            TransId = Text(json, "transId"),
            Redirect = Text(json, "redirect"),
            RefId = Text(json, "refId"),
            Status = Text(json, "status"),
            Price = long.TryParse(Text(json, "price"), NumberStyles.None, CultureInfo.InvariantCulture, out var price) ? price : -1,
            Currency = Text(json, "curr"),
            IsTest = Text(json, "test") is "true" or "1",
        };
    }

    private static JsonElement? Parse(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? string.Empty : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => string.Empty,
    };
}

/// <summary>A payment to be made. It prints nothing of the customer.</summary>
/// <param name="RefId">Our reference.</param>
/// <param name="Hellers">The amount, in hellers.</param>
/// <param name="Number">The order's number.</param>
/// <param name="Email">The payer's address; null when unknown.</param>
/// <param name="Phone">The payer's number; null when unknown.</param>
/// <param name="Language">The language of the gateway's page.</param>
/// <param name="Days">For how many days it can be paid.</param>
/// <param name="Back">Where the browser goes afterwards; what it says there is never believed.</param>
internal sealed record ComgateOrder(string RefId, long Hellers, string Number, string? Email, string? Phone, string Language, int Days, string Back)
{
    /// <summary>Orders are in Czech crowns.</summary>
    public const string Currency = "CZK";

    private const int LongestLabel = 16;

    /// <summary>What the bank statement shows: up to 16 characters.</summary>
    public string Label => $"Obj {Number}" is { Length: <= LongestLabel } whole ? whole : Number[..Math.Min(Number.Length, LongestLabel)];

    /// <inheritdoc />
    public override string ToString() => nameof(ComgateOrder);
}
