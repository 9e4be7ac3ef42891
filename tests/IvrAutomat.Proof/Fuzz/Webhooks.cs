using System.Security.Cryptography;
using IvrAutomat.Proof.Callers;
using IvrAutomat.Proof.World;
using IvrAutomat.Web.Telephony;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Proof.Fuzz;

/// <summary>Throws spoiled webhooks at every address that the carrier may use, some of them about calls that are under way.</summary>
internal sealed class Webhooks(OpenHouse house, HttpClient http, Findings findings, Random chance)
{
    private const int CallsAtOnce = 30;

    private readonly Nonsense _nonsense = new(chance);
    private readonly string[] _patterns = [.. PatternsOf(house.Routes)];
    private readonly List<Live> _calls = [];

    /// <summary>How many addresses there are.</summary>
    public int Addresses => _patterns.Length;

    /// <summary>One request without a right signature.</summary>
    public async Task ThrowUnsignedAsync(CancellationToken cancellationToken)
    {
        var path = Path(Pick());
        var form = _nonsense.Spoil(Form(Pick()));
        var body = _nonsense.Write(form);
        string? signature = chance.Next(3) switch
        {
            0 => null,
            1 => Convert.ToBase64String(RandomNumberGenerator.GetBytes(20)),
            _ => TwilioSignature.Sign(Url(path), FormReader.Read(body), "fedcba9876543210fedcba9876543210"),
        };
        var (status, _, _) = await SendAsync(path, body, signature, "unsigned", cancellationToken);
        if (status is >= 200 and < 300)
        {
            findings.Break($"unsigned POST {Pattern(path)}: {status}");
        }
    }

    /// <summary>One request that is signed rightly, whatever it is.</summary>
    public async Task ThrowSignedAsync(CancellationToken cancellationToken)
    {
        var live = Pick();
        var path = Path(live);
        var right = Form(live);
        var isWhole = chance.Next(4) == 0;
        List<(string Name, string Value)> form = isWhole ? [.. right] : _nonsense.Spoil(right);
        var body = _nonsense.Write(form);
        var (status, answered, type) = await SendAsync(path, body, TwilioSignature.Sign(Url(path), FormReader.Read(body), OpenHouse.Account.Token), "signed", cancellationToken);
        if (status == 200 && type is "text/xml" or "application/xml" && answered?.Trouble is { } trouble)
        {
            findings.Break($"signed POST {Pattern(path)}: {trouble}");
        }

        if (answered?.Response is { } response && Page.Of(response) is var page)
        {
            findings.Document();
            live.Path = page.Listens ?? page.Silence ?? live.Path;
            live.IsOver = page.End is not null;
        }
    }

    private async Task<(int? Status, Answered? Answered, string? Type)> SendAsync(string path, byte[] body, string? signature, string kind, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", kind == "signed" && chance.Next(4) > 0 ? "application/x-www-form-urlencoded" : _nonsense.Type());
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Address, path)) { Content = content };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(TwilioSignature.Header, signature);
        }

        return await findings.TimeAsync($"{kind} POST {Pattern(path)}", async () =>
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var type = response.Content.Headers.ContentType?.MediaType;
            return ((int)response.StatusCode, Answered.Of(request.RequestUri!, (int)response.StatusCode, type, bytes, TimeSpan.Zero), type);
        });
    }

    // Calls that are over are replaced little by little: also what comes after an end must be borne.
    private Live Pick()
    {
        if (_calls.Count < CallsAtOnce)
        {
            _calls.Add(new Live { Sid = $"CA{RandomNumberGenerator.GetHexString(32, lowercase: true)}", Caller = chance.Next(16) });
        }
        else if (chance.Next(12) == 0)
        {
            _calls.RemoveAt(_calls.FindIndex(call => call.IsOver) is >= 0 and var over ? over : chance.Next(_calls.Count));
        }

        return _calls[chance.Next(_calls.Count)];
    }

    private string Path(Live live)
    {
        if (chance.Next(3) > 0)
        {
            return live.Path;
        }

        var pattern = _patterns[chance.Next(_patterns.Length)];
        return _nonsense.Path(pattern, $"{(Page.StepOf(live.Path) ?? 1) + chance.Next(-1, 2)}");
    }

    private List<(string Name, string Value)> Form(Live live)
    {
        var from = live.Caller == 0 ? "anonymous" : $"+4206010000{live.Caller:00}";
        List<(string, string)> form =
        [
            ("AccountSid", OpenHouse.Account.Sid), ("ApiVersion", "2010-04-01"), ("CallSid", live.Sid), ("CallStatus", "in-progress"), ("From", from), ("To", Callers.Delivery.Line),
            ("Direction", "inbound"),
        ];
        var order = DemoPins[chance.Next(DemoPins.Length)];
        if (chance.Next(5) > 0)
        {
            form.Add(chance.Next(4) switch
            {
                0 => ("Digits", order.Pin),
                1 => ("Digits", order.Number),
                2 => ("SpeechResult", _nonsense.Value()),
                _ => ("Digits", "0123456789*#"[chance.Next(12)].ToString()),
            });
        }

        return form;
    }

    private static (string Number, string Pin)[] DemoPins { get; } =
        [.. Web.Shop.DemoOrders.On(new DateOnly(2026, 11, 23)).Select(demo => (demo.Order.Number, demo.Pin))];

    private static IEnumerable<string> PatternsOf(IEnumerable<RouteEndpoint> routes) => routes
        .Where(route => route.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
        .Select(route => route.RoutePattern.RawText!).Where(pattern => pattern.TrimStart('/').StartsWith("twilio/", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

    private string Url(string path) => new Uri(house.Address, path).AbsoluteUri is var url && url.EndsWith('/') ? url[..^1] : new Uri(house.Address, path).AbsoluteUri;

    // Findings are told by address, so that the same one is told once.
    private static string Pattern(string path) => System.Text.RegularExpressions.Regex.Replace(
        path.Length > 80 ? path[..80] : path, @"\d+", "n", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private sealed class Live
    {
        public required string Sid { get; init; }

        public required int Caller { get; init; }

        public string Path { get; set; } = "/twilio/voice";

        public bool IsOver { get; set; }
    }
}
