using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace IvrAutomat.Web.Tests.Agents;

/// <summary>
/// The carrier at the edge of the product, without a network: legs, rooms and what the product asks, with answers that get lost and a process
/// that dies while it asks. It checks by itself what must never be asked for.
/// </summary>
internal sealed class EdgeCarrier(TimeProvider time) : HttpMessageHandler
{
    private const int NotInProgress = 21220;

    private readonly Lock _gate = new();

    /// <summary>Decides what goes wrong.</summary>
    public Random Chance { get; set; } = new(0);

    /// <summary>Nothing goes wrong any more.</summary>
    public bool IsCalm { get; set; }

    /// <summary>All legs of this run, callers' ones included.</summary>
    public List<EdgeLeg> Legs { get; } = [];

    /// <summary>Legs that are to be sent to another document, oldest first.</summary>
    public Queue<(EdgeLeg Leg, string Path)> Moves { get; } = [];

    /// <summary>Legs that a request has ended and whose end is not reported yet.</summary>
    public Queue<EdgeLeg> Ended { get; } = [];

    /// <summary>What must never have happened.</summary>
    public List<string> Broken { get; } = [];

    public void Clear()
    {
        Legs.Clear();
        Moves.Clear();
        Ended.Clear();
        Broken.Clear();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = request.Content is null ? [] : QueryHelpers.ParseQuery(await request.Content.ReadAsStringAsync(cancellationToken));
        var query = QueryHelpers.ParseQuery(request.RequestUri!.Query);
        var path = request.RequestUri.AbsolutePath.Split('/')[4..];
        lock (_gate)
        {
            if (request.Method == HttpMethod.Get)
            {
                return path[0] == "Calls.json" ? List(query.GetValueOrDefault("To").ToString()) : Room(query.GetValueOrDefault("FriendlyName").ToString());
            }

            var fate = IsCalm ? 100 : Chance.Next(100);
            if (fate < 6)
            {
                return Answer(HttpStatusCode.InternalServerError, "{}");
            }

            if (fate < 10 && path[0] == "Calls.json")
            {
                return Answer(HttpStatusCode.BadRequest, """{"code":21211,"message":"refused","status":400}""");
            }

            var done = path[0] == "Calls.json" ? Ring(form.GetValueOrDefault("To").ToString(), form.GetValueOrDefault("Url").ToString()) : Change(path[1].Split('.')[0], form.GetValueOrDefault("Url").ToString(), form.GetValueOrDefault("Status").ToString());
            return fate < 16 ? Answer(HttpStatusCode.InternalServerError, "{}")
                : fate < 20 ? throw new ProcessDiedException()
                : done;
        }
    }

    private HttpResponseMessage Ring(string to, string url)
    {
        var leg = new EdgeLeg($"CA{RandomNumberGenerator.GetHexString(32, lowercase: true)}", to, new Uri(url).AbsolutePath, time.GetUtcNow());
        if (leg.IsCustomer && Legs.Exists(other => other.Path == leg.Path))
        {
            Broken.Add("A customer was dialled twice in one attempt.");
        }

        if (leg.IsCustomer && Legs.Exists(other => other.To == to && other.State != EdgeState.Over && other.IsCustomer))
        {
            Broken.Add("A customer was dialled while being called already.");
        }

        Legs.Add(leg);
        return Answer(HttpStatusCode.Created, Describe(leg));
    }

    private HttpResponseMessage Change(string sid, string url, string status)
    {
        var leg = Legs.First(leg => leg.Sid == sid);
        if (leg.State == EdgeState.Over || (leg.State == EdgeState.Talking && status == "canceled") || (leg.State == EdgeState.Ringing && url.Length > 0))
        {
            return Answer(HttpStatusCode.BadRequest, $$"""{"code":{{NotInProgress}},"message":"not in progress","status":400}""");
        }

        if (url.Length > 0)
        {
            Moves.Enqueue((leg, new Uri(url).AbsolutePath));
        }
        else
        {
            leg.State = EdgeState.Over;
            Ended.Enqueue(leg);
        }

        return Answer(HttpStatusCode.OK, Describe(leg));
    }

    private HttpResponseMessage List(string to)
        => Answer(HttpStatusCode.OK, $$"""{"calls":[{{string.Join(',', Enumerable.Reverse(Legs).Where(leg => leg.To == to && leg.Path.Length > 0).Select(Describe))}}]}""");

    private HttpResponseMessage Room(string room) => Answer(
        HttpStatusCode.OK,
        Legs.Count(leg => leg.Room == room && leg.State != EdgeState.Over) > 1 ? """{"conferences":[{"sid":"CF0123456789abcdef0123456789abcdef"}]}""" : """{"conferences":[]}""");

    private static string Describe(EdgeLeg leg) => $$"""
        {"sid":"{{leg.Sid}}","status":"ringing","date_created":"{{leg.CreatedAt.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)}} +0000"}
        """;

    private static HttpResponseMessage Answer(HttpStatusCode status, string body)
        => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}

/// <summary>A leg at the carrier.</summary>
/// <param name="sid">Names it.</param>
/// <param name="to">The number.</param>
/// <param name="path">The document for whoever picks up; empty for a caller, who came by themselves.</param>
/// <param name="createdAt">When it was asked for.</param>
internal sealed class EdgeLeg(string sid, string to, string path, DateTimeOffset createdAt)
{
    public string Sid => sid;

    public string To => to;

    public string Path => path;

    public DateTimeOffset CreatedAt => createdAt;

    public EdgeState State { get; set; } = EdgeState.Ringing;

    /// <summary>The room it is in.</summary>
    public string? Room { get; set; }

    /// <summary>A customer who is called back.</summary>
    public bool IsCustomer => path.Contains("/callbacks/", StringComparison.Ordinal);

    /// <summary>An agent who is rung.</summary>
    public bool IsAgent => path.Contains("/agents/", StringComparison.Ordinal);

    /// <summary>Somebody who called.</summary>
    public bool IsCaller => path.Length == 0;

    /// <summary>The offer or the callback that the leg serves.</summary>
    public string Serves => path.Split('/')[^2];
}

internal enum EdgeState
{
    Ringing,
    Talking,
    Over,
}

/// <summary>The process that asked is gone; what it asked for has been done.</summary>
internal sealed class ProcessDiedException : Exception;
