using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Shops.Zaslat;

/// <summary>The courier broker Zaslat.cz on this machine: offers, orders, cancelling, the list that is searched by reference.</summary>
public sealed class ZaslatStandIn : StandIn
{
    private readonly Lock _lock = new();
    private readonly ZaslatBoard _board;
    private readonly ZaslatOrdering _ordering;
    private readonly HashSet<DateOnly> _closed = [];

    /// <summary>Opens it.</summary>
    /// <param name="time">The clock that shipments live by.</param>
    public ZaslatStandIn(TimeProvider time)
        : base("Zaslat", time)
    {
        _board = new ZaslatBoard(time, Count);
        _ordering = new ZaslatOrdering(_board, this);
    }

    /// <summary>How errors are written. Default a list.</summary>
    public ZaslatErrorShape ErrorShape { get; set; }

    /// <summary>The account may pay by invoice. Default false.</summary>
    public bool AllowsInvoice { get; set; }

    /// <summary>All shipments, in the order in which they were made.</summary>
    public IReadOnlyList<ZaslatShipment> Shipments
    {
        get
        {
            lock (_lock)
            {
                return _board.Shipments;
            }
        }
    }

    /// <inheritdoc />
    protected override string MediaType => "application/json";

    /// <summary>No courier goes on a day, besides Saturdays and Sundays.</summary>
    public void Close(DateOnly day)
    {
        lock (_lock)
        {
            _closed.Add(day);
        }
    }

    /// <summary>The credit of the account, in Czech crowns. Default 10,000.</summary>
    public void SetCredit(decimal credit)
    {
        lock (_lock)
        {
            _board.Credit = credit;
        }
    }

    /// <summary>A shipment goes on to its next state; null when it cannot.</summary>
    public ZaslatShipment? Advance(string id)
    {
        lock (_lock)
        {
            return _board.Advance(id);
        }
    }

    /// <inheritdoc />
    public override string? ChangeByHand(string subject, string state, bool beforeNextWrite)
    {
        if (DateOnly.TryParseExact(subject, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && state == "closed")
        {
            Close(day);
            return null;
        }

        return Advance(subject) is not null ? null : $"there is no shipment {subject} that goes on, and no day of that name to be closed";
    }

    internal bool Goes(DateOnly day)
        => day > _board.Today && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_closed.Contains(day);

    /// <inheritdoc />
    protected override void MapPaths(RouteGroupBuilder group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var api = group.MapGroup("/api/v1");
        Post(api, "/rates/get", _ordering.Rates);
        Post(api, "/shipments/create", _ordering.Create);
        Post(api, "/shipments/storno", Storno);
        Post(api, "/shipments/detail", asked => Each(asked, Detail));
        Post(api, "/shipments/tracking", asked => Each(asked, shipment => new JsonObject
        {
            ["status"] = shipment.Status,
            ["packages"] = new JsonArray(new JsonArray(new JsonObject { ["name"] = shipment.Status })),
        }));
        Post(api, "/shipments/label", asked => Each(asked, _ => TinyPdf.Base64));
        Get(api, "/shipments/list", context => ZaslatAnswer.Data("Request successful", List(context)));
        Get(api, "/contacts/list", _ => ZaslatAnswer.Data("Request successful", new JsonObject()));
    }

    /// <inheritdoc />
    protected override void MapControl(RouteGroupBuilder control) => ZaslatControl.Map(control, this);

    /// <inheritdoc />
    protected override void ResetData()
    {
        lock (_lock)
        {
            _board.Reset();
            _closed.Clear();
        }

        (ErrorShape, AllowsInvoice) = (ZaslatErrorShape.List, false);
    }

    /// <inheritdoc />
    protected override IResult LoginRefused() => ZaslatAnswer.Unauthorized;

    /// <inheritdoc />
    protected override IResult RateLimited() => Results.StatusCode(StatusCodes.Status429TooManyRequests);

    /// <inheritdoc />
    protected override ValueTask<bool> IsWriteAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var path = context.Request.Path.Value!;
        return ValueTask.FromResult(path.EndsWith("/create", StringComparison.Ordinal) || path.EndsWith("/storno", StringComparison.Ordinal));
    }

    private void Get(RouteGroupBuilder api, string path, Func<HttpContext, IResult> answer)
        => api.MapGet(path, (HttpContext context) => Answer(context, () => answer(context)));

    private void Post(RouteGroupBuilder api, string path, Func<JsonNode, IResult> answer) => api.MapPost(path, async (HttpContext context) =>
    {
        try
        {
            var asked = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return Answer(context, () => asked is null ? ZaslatAnswer.Of(StatusCodes.Status400BadRequest, "Bad request") : answer(asked));
        }
        catch (JsonException)
        {
            return Answer(context, () => ZaslatAnswer.Of(StatusCodes.Status400BadRequest, "Bad request"));
        }
    });

    private IResult Answer(HttpContext context, Func<IResult> answer)
    {
        if (context.Request.Headers["x-apikey"] != StandInKeys.Secret)
        {
            return ZaslatAnswer.Unauthorized;
        }

        lock (_lock)
        {
            return answer();
        }
    }

    private IResult Storno(JsonNode asked)
    {
        var shipments = Named(asked).ToList();
        return shipments.Count == 0 || shipments.Contains(null) ? ZaslatAnswer.Wrong("Shipment not found", ErrorShape, ("shipments", "Shipment not found"))
            : shipments.All(shipment => _board.Cancel(shipment!)) ? ZaslatAnswer.Of(StatusCodes.Status200OK, "Shipments were cancelled")
            : ZaslatAnswer.Wrong("Shipment cannot be cancelled", ErrorShape, ("shipments", "Shipment cannot be cancelled"));
    }

    private IResult Each(JsonNode asked, Func<ZaslatShipment, JsonNode> one) => ZaslatAnswer.Data(
        "Request successful",
        new JsonObject(Named(asked).OfType<ZaslatShipment>().Select(shipment => KeyValuePair.Create(shipment.Id, (JsonNode?)one(shipment)))));

    private IEnumerable<ZaslatShipment?> Named(JsonNode asked)
        => ((asked as JsonArray ?? asked["shipments"] as JsonArray) ?? []).Select(id => _board.Find($"{id}"));

    private JsonObject List(HttpContext context)
    {
        const int PageSize = 50;
        _ = int.TryParse(context.Request.Query["offset"], out var offset);
        return new JsonObject(_board.Shipments.Reverse().Skip(Math.Max(offset, 0)).Take(PageSize).Select(shipment => KeyValuePair.Create(
            shipment.Id,
            (JsonNode?)new JsonObject
            {
                ["status"] = shipment.Status,
                ["delivery_date"] = $"{shipment.PickupOn.AddDays(1):yyyy-MM-dd}",
                ["reference"] = shipment.Reference,
            })));
    }

    private static JsonObject Detail(ZaslatShipment shipment) => new()
    {
        ["carrier"] = shipment.Carrier,
        ["status"] = shipment.Status,
        ["pickup_date"] = $"{shipment.PickupOn:yyyy-MM-dd}",
        ["delivery_date"] = $"{shipment.PickupOn.AddDays(1):yyyy-MM-dd}",
        ["from"] = shipment.From.DeepClone(),
        ["to"] = shipment.To.DeepClone(),
        ["packages"] = new JsonArray(),
    };
}
