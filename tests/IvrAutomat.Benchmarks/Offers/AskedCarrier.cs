using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Benchmarks.Offers;

/// <summary>
/// The carrier's REST interface as far as offering asks for it. It notes when it is asked to call whom, and says that the call is queued; with a
/// rate it begins one call in each interval, as a new account does.
/// </summary>
internal sealed class AskedCarrier : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Sid, string To, long At)> _asked = new();
    private readonly ConcurrentDictionary<string, string> _status = new(StringComparer.Ordinal);

    private AskedCarrier(WebApplication app) => _app = app;

    /// <summary>Hears which number is to be called, and when the request has come; null: nobody does.</summary>
    public Action<string, long>? Asked { get; set; }

    /// <summary>Where it is.</summary>
    public string Url => _app.Urls.First();

    /// <summary>What it was asked for, in that order.</summary>
    public IReadOnlyCollection<(string Sid, string To, long At)> Calls => _asked;

    /// <summary>Calls that were ended by us.</summary>
    public int Ended => _status.Values.Count(status => status is "canceled" or "completed");

    /// <summary>Begins to listen.</summary>
    public static async Task<AskedCarrier> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Logging.ClearProviders();
        var carrier = new AskedCarrier(builder.Build());

        // Without the cast it would be taken for a handler that writes its response itself.
        carrier._app.MapPost("/2010-04-01/Accounts/{account}/Calls.json", (Delegate)carrier.CallAsync);
        carrier._app.MapPost("/2010-04-01/Accounts/{account}/Calls/{sid}.json", carrier.ChangeAsync);
        carrier._app.MapGet("/2010-04-01/Accounts/{account}/Calls.json", carrier.List);
        await carrier._app.StartAsync(cancellationToken);
        return carrier;
    }

    /// <summary>Begins to ring; returns the call's identifier.</summary>
    public string? Ring(string sid) => _status.TryUpdate(sid, "ringing", "queued") ? sid : null;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> CallAsync(HttpContext http)
    {
        var at = TimeProvider.System.GetTimestamp();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (sid, to) = ($"CA{RandomNumberGenerator.GetHexString(32, lowercase: true)}", form["To"].ToString());
        _status[sid] = "queued";
        _asked.Enqueue((sid, to, at));
        Asked?.Invoke(to, at);
        return Results.Json(Call(sid), statusCode: StatusCodes.Status201Created);
    }

    private async Task<IResult> ChangeAsync(HttpContext http, string sid)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        _status[sid] = form["Status"].ToString();
        return Results.Json(Call(sid));
    }

    private IResult List(HttpContext http)
    {
        var to = http.Request.Query["To"].ToString();
        return Results.Json(new { calls = _asked.Where(call => call.To == to).Reverse().Select(call => Call(call.Sid)).ToArray() });
    }

    private Dictionary<string, string> Call(string sid) => new(StringComparer.Ordinal)
    {
        ["sid"] = sid,
        ["status"] = _status[sid],
        ["date_created"] = TimeProvider.System.GetUtcNow().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture),
    };
}
