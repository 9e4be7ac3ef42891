using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>
/// An Upgates shop on this machine: its API v2 with its quirks, its limits and its webhooks, and the orders of <see cref="Fixtures"/>. What the
/// vendor's texts leave open is a switch, or is answered as its description says.
/// </summary>
public sealed class UpgatesStandIn : StandIn, IDisposable
{
    private const int MostAtOnce = 3;
    private const string ApiPath = "/api/v2";
    private const string MovedPath = "/moved/api/v2";
    private readonly UpgatesData _data;
    private readonly UpgatesLogins _logins;
    private readonly UpgatesLimits _limits;
    private readonly UpgatesWebhooks _webhooks;
    private readonly UpgatesOrders _orders;
    private readonly UpgatesRoutes _routes;

    /// <summary>Opens the shop with its fixtures.</summary>
    public UpgatesStandIn(TimeProvider time)
        : base("Upgates", time)
    {
        _data = new UpgatesData(time);
        _logins = new UpgatesLogins(time);
        _limits = new UpgatesLimits(time);
        _webhooks = new UpgatesWebhooks(time);
        _orders = new UpgatesOrders(_data, _webhooks, Count);
        _routes = new UpgatesRoutes(_data, _orders, _webhooks, _logins, Count);
        _data.Reset();
    }

    /// <inheritdoc />
    public override int Sending => _webhooks.Sending;

    /// <summary>Those who call about the shop's orders.</summary>
    public static IReadOnlyList<UpgatesCaller> Callers => UpgatesFixtures.Callers;

    /// <summary>How often the shop may be asked. Default more than anybody needs.</summary>
    public UpgatesTariff Tariff
    {
        get => _limits.Tariff;
        set => _limits.Tariff = value;
    }

    /// <summary>Packs of requests bought besides: from 0 to 60.</summary>
    public int Packs
    {
        get => _limits.Packs;
        set => _limits.Packs = value;
    }

    /// <summary>The shop has moved to another server: its old address answers 301 with <c>api_url</c>, and no <c>Location</c>.</summary>
    public bool HasMoved { get; set; }

    /// <summary>Answers as an older shop would: the newer fields are missing.</summary>
    public bool IsOld { get; set; }

    /// <summary>Numbers and truths come as strings.</summary>
    public bool WritesStrings { get; set; }

    /// <summary>Whether a webhook that timed out counts as delivered, as one of the vendor's pages says. Default false.</summary>
    public bool WebhookTimeOutCounts
    {
        get => _webhooks.TimeOutCounts;
        set => _webhooks.TimeOutCounts = value;
    }

    /// <summary>Whether the API user may come in at all.</summary>
    public bool IsUserActive
    {
        get => _logins.IsActive;
        set => _logins.IsActive = value;
    }

    /// <summary>What the API user may do at an end point (<c>orders</c>): <c>deny</c>, <c>readonly</c>, <c>all</c>. All at those not named.</summary>
    public IDictionary<string, string> Rights => _logins.Rights;

    /// <summary>The e-mails and SMS that the shop itself would have sent.</summary>
    public IReadOnlyList<UpgatesMessage> Outbox
    {
        get
        {
            lock (_data.Gate)
            {
                return [.. _data.Outbox];
            }
        }
    }

    /// <summary>An order as the shop has it; null when there is none of that number.</summary>
    public JsonObject? Order(string number)
    {
        lock (_data.Gate)
        {
            return _data.Find(number)?.DeepClone().AsObject();
        }
    }

    /// <summary>The records that were written about an order.</summary>
    public IReadOnlyList<JsonObject> HistoryOf(string number)
    {
        lock (_data.Gate)
        {
            return [.. _data.HistoryOf(number).Select(record => record.DeepClone().AsObject())];
        }
    }

    /// <summary>Somebody changes an order in the administration; the fields are those of a PUT. Webhooks tell of it.</summary>
    /// <returns>False when there is no such order, or the change is not possible.</returns>
    public bool Change(string number, JsonObject change) => _orders.ChangeByHand(number, change);

    /// <summary>The same, but only just before the next PUT about that order is performed: after the product has read it.</summary>
    public void ChangeBeforeNextWrite(string number, JsonObject change) => _orders.ChangeBeforeNextWrite(number, change);

    /// <summary>Brings an order into a situation. Webhooks tell of it.</summary>
    /// <param name="number">The order's number.</param>
    /// <param name="state">A status of this shop by its name or id, or a word of <see cref="UpgatesStates"/>.</param>
    public UpgatesStateSet SetState(string number, string state) => _orders.SetState(number, state, beforeNextWrite: false);

    /// <inheritdoc />
    public override string? ChangeByHand(string subject, string state, bool beforeNextWrite) => _orders.SetState(subject, state, beforeNextWrite) switch
    {
        UpgatesStateSet.NoSuchOrder => $"there is no order {subject} in the Upgates shop",
        UpgatesStateSet.NoSuchState => $"there is no state '{state}'; use a status of the shop or one of {string.Join(", ", UpgatesStates.Words)}",
        _ => null,
    };

    /// <summary>The situation of an order in the words of <see cref="UpgatesStates"/>; null when there is none of that number.</summary>
    public (string State, bool IsPaid, string? Payment)? StateOf(string number)
    {
        lock (_data.Gate)
        {
            return _data.Find(number) is { } order
                ? (UpgatesStates.Of(order), order["paid_date"] is not null, UpgatesValue.Text(order["payment"]?["type"]))
                : null;
        }
    }

    /// <summary>Tells of a change of all these orders at once, whether the shop has them or not.</summary>
    public void NotifyUpdated(params IEnumerable<string> numbers)
    {
        var now = UpgatesValue.Write(Time.GetUtcNow());
        _webhooks.Notify("Orders.update", [.. numbers.Select(number => new JsonObject { ["order_number"] = number, ["last_update_time"] = now, ["status_id"] = 1 })]);
    }

    /// <inheritdoc />
    public void Dispose() => _webhooks.Dispose();

    /// <inheritdoc />
    protected override string MediaType => "application/json";

    /// <inheritdoc />
    protected override void MapPaths(RouteGroupBuilder group)
    {
        group.Map(ApiPath + "/{**path}", (Delegate)HandleAsync);
        group.Map(MovedPath + "/{**path}", (Delegate)HandleAsync);
    }

    /// <inheritdoc />
    protected override void MapControl(RouteGroupBuilder control) => UpgatesControl.Map(control, this);

    /// <inheritdoc />
    protected override void ResetData()
    {
        _data.Reset();
        _orders.Reset();
        _logins.Reset();
        _limits.Reset();
        _webhooks.Reset();
        HasMoved = IsOld = WritesStrings = false;
    }

    /// <inheritdoc />
    protected override IResult LoginRefused() => UpgatesRoutes.Error(StatusCodes.Status401Unauthorized, "Neplatné přihlášení.");

    /// <inheritdoc />
    protected override IResult RateLimited() => new TooMany(_limits.NextHour());

    /// <inheritdoc />
    protected override ValueTask<bool> IsWriteAsync(HttpContext context) => ValueTask.FromResult(UpgatesRoutes.MethodOf(context.Request) != "GET");

    /// <inheritdoc />
    protected override IResult? Refuse(HttpContext context)
    {
        if (_logins.Judge(context) is not 0 and var status)
        {
            return UpgatesRoutes.Error(status, "Přístup odepřen.");
        }

        return !_limits.Take(context.Response) || Open > MostAtOnce ? RateLimited() : null;
    }

    private async Task<IResult> HandleAsync(HttpContext context, string? path)
    {
        if (HasMoved && !context.Request.Path.Value!.Contains(MovedPath, StringComparison.Ordinal))
        {
            var moved = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path.Value![..^(path?.Length ?? 0)].TrimEnd('/')}";
            return Results.Json(
                new JsonObject { ["api_url"] = moved[..^ApiPath.Length] + MovedPath }, statusCode: StatusCodes.Status301MovedPermanently);
        }

        JsonObject? body = null;
        if (context.Request.ContentLength is > 0 || context.Request.Headers.TransferEncoding.Count > 0)
        {
            if ((body = await ReadAsync(context)) is null)
            {
                return UpgatesRoutes.Error(StatusCodes.Status400BadRequest, "Očekáván JSON objekt.");
            }
        }

        var answer = _routes.Answer(new UpgatesRequest(UpgatesRoutes.MethodOf(context.Request), path ?? string.Empty, context.Request.Query, body ?? []));
        return answer.Json is { } json ? Results.Json(UpgatesAge.Of(json, IsOld, WritesStrings), statusCode: answer.Status) : answer.Result!;
    }

    private static async Task<JsonObject?> ReadAsync(HttpContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            return JsonNode.Parse(await reader.ReadToEndAsync(context.RequestAborted)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Its time of return is a date in GMT, not a number of seconds.
    private sealed class TooMany(string until) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = until;
            return UpgatesRoutes.Error(StatusCodes.Status429TooManyRequests, "Limit vyčerpán.").ExecuteAsync(httpContext);
        }
    }
}

/// <summary>What came of bringing an order into a situation.</summary>
public enum UpgatesStateSet
{
    /// <summary>It is so now.</summary>
    Set,

    /// <summary>The shop has no such order.</summary>
    NoSuchOrder,

    /// <summary>There is no such situation.</summary>
    NoSuchState,
}
