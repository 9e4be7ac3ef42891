using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Agents;

/// <summary>
/// A real server in the place of the carrier's REST interface: it notes what is asked of it and answers as the test says. No phone rings
/// behind it; the test plays the legs.
/// </summary>
internal sealed class AgentCarrier : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<Asked> _asked = [];
    private readonly ConcurrentQueue<Leg> _legs = [];

    private AgentCarrier(WebApplication server) => _server = server;

    public string Url => _server.Urls.First();

    /// <summary>Everything that was asked, oldest first.</summary>
    public IReadOnlyList<Asked> Requests => [.. _asked];

    /// <summary>The legs to agents, oldest first.</summary>
    public IReadOnlyList<Leg> Legs => [.. _legs];

    /// <summary>An answer in place of the usual one; null for the usual one. The leg exists all the same.</summary>
    /// <summary>False: no phone rings yet, because the carrier begins one call after the other.</summary>
    public bool HasBegun { get; set; } = true;

    public Func<Asked, (int Status, string Body)?> Instead { get; set; } = _ => null;

    /// <summary>Whether legs that exist are listed.</summary>
    public bool ListsLegs { get; set; } = true;

    /// <summary>Whether the two are together when the carrier is asked.</summary>
    public bool IsTalking { get; set; }

    public static async Task<AgentCarrier> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        var carrier = new AgentCarrier(server);
        server.Run(carrier.AnswerAsync);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return carrier;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var form = QueryHelpers.ParseQuery(await reader.ReadToEndAsync(http.RequestAborted))
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        var path = http.Request.Path.Value!;
        var asked = new Asked(http.Request.Method, path[(path.IndexOf("/AC", StringComparison.Ordinal) + 36)..], form);
        _asked.Enqueue(asked);
        var leg = asked is { Method: "POST", Path: "Calls.json" } ? Ring(form) : null;
        var (status, body) = Instead(asked) ?? Usual(asked, leg);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(body, http.RequestAborted);
    }

    private Leg Ring(Dictionary<string, string> form)
    {
        var leg = new Leg($"CA{RandomNumberGenerator.GetHexString(32, lowercase: true)}", form["To"], new Uri(form["Url"]), new Uri(form["StatusCallback"]));
        _legs.Enqueue(leg);
        return leg;
    }

    private (int Status, string Body) Usual(Asked asked, Leg? leg) => asked switch
    {
        _ when leg is not null => (201, Call(leg)),
        { Method: "GET", Path: "Calls.json" } => (200, $$"""{"calls":[{{string.Join(',', ListsLegs ? Legs.Reverse().Select(Call) : [])}}]}"""),
        { Method: "GET", Path: "Conferences.json" } => (200, IsTalking ? """{"conferences":[{"sid":"CF0123456789abcdef0123456789abcdef"}]}""" : """{"conferences":[]}"""),
        _ => (200, Call(new Leg(asked.Path.Split('/', '.')[1], "", new Uri("http://localhost"), new Uri("http://localhost")))),
    };

    private string Call(Leg leg) => JsonSerializer.Serialize(new
    {
        sid = leg.Sid,
        status = HasBegun ? "ringing" : "queued",
        date_created = TimeProvider.System.GetUtcNow().AddMinutes(10).ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000",
    });

    internal sealed record Asked(string Method, string Path, IReadOnlyDictionary<string, string> Form);

    internal sealed record Leg(string Sid, string To, Uri Url, Uri Status);
}
