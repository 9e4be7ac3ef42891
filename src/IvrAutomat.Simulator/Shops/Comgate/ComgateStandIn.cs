using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Shops.Comgate;

/// <summary>
/// The payment gateway Comgate, version 2.0 of its interface: it makes payments, tells their state, cancels them, sends money back, and
/// notifies the shop. Nobody pays anything.
/// </summary>
public sealed class ComgateStandIn(TimeProvider time) : StandIn("Comgate", time), IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ComgatePayment> _payments = new(StringComparer.Ordinal);
    private readonly ComgatePush _push = new(time);
    private CancellationTokenSource _clocks = new();

    /// <summary>How it differs from its usual manner.</summary>
    public ComgateSwitches Switches { get; set; } = new();

    /// <summary>The address for notifications, as the shop would save it in the portal; null, or answering null: nobody is notified.</summary>
    public Func<Uri?>? NotifyAt { get; set; }

    /// <inheritdoc />
    public override int Sending => _push.Sending;

    /// <inheritdoc />
    protected override string MediaType => "application/json";

    /// <summary>All payments, the oldest first, as they are now.</summary>
    public IReadOnlyList<ComgatePayment> Payments
    {
        get
        {
            ExpireDue();
            lock (_gate)
            {
                return [.. _payments.Values];
            }
        }
    }

    /// <summary>The payment of this identifier; null when there is none.</summary>
    public ComgatePayment? Find(string transId) => Payments.FirstOrDefault(payment => payment.TransId == transId);

    /// <summary>What the customer, or the bank, makes of a payment that is still open: <c>PAID</c> or <c>CANCELLED</c>. The shop is notified.</summary>
    /// <returns>False when it is not open any more, or unknown.</returns>
    public bool Choose(string transId, string status)
    {
        if (status is not (ComgatePayment.Paid or ComgatePayment.Cancelled) || !Move(transId, status))
        {
            return false;
        }

        if (status == ComgatePayment.Paid)
        {
            Count("pay", RefOf(transId));
        }

        _ = NotifyAsync(transId);
        return true;
    }

    /// <inheritdoc />
    /// <remarks>The subject is the shop's reference of a payment: the order's number and a counter.</remarks>
    public override string? ChangeByHand(string subject, string state, bool beforeNextWrite)
        => beforeNextWrite ? "a payment changes by itself, not before a write of the product"
            : Payments.LastOrDefault(payment => payment.RefId == subject) is not { } found ? $"there is no payment {subject}"
            : Choose(found.TransId, state) ? null
            : $"payment {subject} is {found.Status} and cannot become {state}; there are PAID and CANCELLED";

    /// <summary>Notifies the shop of a payment as it is now, once more.</summary>
    public Task NotifyAsync(string transId)
    {
        if (Find(transId) is not { } payment || NotifyAt?.Invoke() is not { } address)
        {
            return Task.CompletedTask;
        }

        var fields = ComgateFields.Of(payment, Switches);
        fields["secret"] = Switches.PushSecret ?? StandInKeys.Secret;
        var first = _push.SendAsync(address, fields, Switches.PushAsJson);
        return Switches.PushTwice ? Task.WhenAll(first, _push.SendAsync(address, fields, Switches.PushAsJson)) : first;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _clocks.Cancel();
        _clocks.Dispose();
        _push.Dispose();
    }

    /// <inheritdoc />
    protected override void ResetData()
    {
        _clocks.Cancel();
        _clocks.Dispose();
        _clocks = new CancellationTokenSource();
        _push.Forget();
        Switches = new ComgateSwitches();
        lock (_gate)
        {
            _payments.Clear();
        }
    }

    /// <inheritdoc />
    protected override IResult LoginRefused()
        => Switches.LoginByCode ? Answer(1301, "Unknown e-shop") : Results.StatusCode(StatusCodes.Status401Unauthorized);

    /// <inheritdoc />
    protected override IResult RateLimited() => Results.StatusCode(StatusCodes.Status429TooManyRequests);

    /// <inheritdoc />
    protected override IResult? Refuse(HttpContext context)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{StandInKeys.User}:{StandInKeys.Secret}"));
        return context.Request.Headers.Authorization != expected ? LoginRefused()
            : Switches.AddressRefused ? Results.StatusCode(StatusCodes.Status403Forbidden)
            : Switches.Code is { } code ? Answer(code, "As the switch says")
            : null;
    }

    /// <inheritdoc />
    protected override void MapControl(RouteGroupBuilder control) => ComgatePage.Map(control, this);

    /// <inheritdoc />
    protected override void MapPaths(RouteGroupBuilder group)
    {
        var version = group.MapGroup("/v2.0");
        version.MapPost("/payment.json", (Delegate)CreateAsync);
        version.MapGet("/payment/transId/{name}", (string name) => StateOf(IdIn(name)));
        version.MapDelete("/payment/transId/{name}", (string name) => Cancel(IdIn(name)));
        version.MapPost("/refund.json", async (HttpContext http) => Refund(await BodyAsync(http)));
        version.MapPost("/simulation.json", async (HttpContext http) => Simulate(await BodyAsync(http)));
        version.MapGet("/method.json", () => Results.Json(new
        {
            methods = new[] { new { id = "CARD_CZ_COMGATE", group = "CARD", groupLabel = "Karta", name = "Platební karta", name_short = "Karta" } },
        }));
    }

    private async Task<IResult> CreateAsync(HttpContext http)
    {
        var (payment, code, message) = ComgateCreation.Read(await BodyAsync(http), Time.GetUtcNow());
        if (payment is null)
        {
            return Answer(code, message);
        }

        lock (_gate)
        {
            _payments.Add(payment.TransId, payment);
        }

        Count("create", payment.RefId);
        _ = ExpireAsync(payment, _clocks.Token);
        if (Switches.PushBeforeAnswer && Move(payment.TransId, ComgatePayment.Paid))
        {
            Count("pay", payment.RefId);
            await NotifyAsync(payment.TransId);
        }

        var request = http.Request;
        var page = $"{request.Scheme}://{request.Host}{StandIns.Path}/comgate/_control{ComgatePage.Path}{payment.TransId}";
        return Results.Json(new { code = 0, message = "OK", transId = payment.TransId, redirect = page });
    }

    private IResult StateOf(string transId) => Find(transId) is { } payment
        ? Results.Json(new Dictionary<string, object>(ComgateFields.Of(payment, Switches).Select(field => KeyValuePair.Create(field.Key, (object)field.Value)))
        {
            ["code"] = 0,
            ["message"] = "OK",
            ["secret"] = StandInKeys.Secret,
        })
        : Answer(1400, "Wrong query");

    private IResult Cancel(string transId)
    {
        if (Find(transId) is null)
        {
            return Answer(1400, "Wrong query");
        }

        if (!Move(transId, ComgatePayment.Cancelled))
        {
            return Answer(1401, "Wrong state");
        }

        Count("cancel", RefOf(transId));
        _ = NotifyAsync(transId);
        return Answer(0, "OK");
    }

    private IResult Refund(JsonElement body)
    {
        var amount = long.TryParse(ComgateJson.Text(body, "amount"), out var minor) ? minor : 0;
        lock (_gate)
        {
            if (!_payments.TryGetValue(ComgateJson.Text(body, "transId"), out var payment))
            {
                return Answer(1400, "Wrong query");
            }

            if (payment.Status != ComgatePayment.Paid)
            {
                return Answer(1401, "Wrong state");
            }

            if (amount <= 0 || payment.Refunded + amount > payment.Price)
            {
                return Answer(1402, "Refund too high");
            }

            _payments[payment.TransId] = payment with { Refunded = payment.Refunded + amount };
        }

        return Answer(0, "OK");
    }

    private IResult Simulate(JsonElement body)
        => Find(ComgateJson.Text(body, "transId")) is { IsTest: true } payment && Choose(payment.TransId, ComgateJson.Text(body, "task"))
            ? Answer(0, "OK")
            : Answer(1400, "Wrong query");

    private bool Move(string transId, string status)
    {
        ExpireDue();
        lock (_gate)
        {
            if (!_payments.TryGetValue(transId, out var payment) || payment.Status != ComgatePayment.Pending)
            {
                return false;
            }

            _payments[transId] = payment with { Status = status };
            return true;
        }
    }

    // Whoever looks after the time has passed finds it expired, whether or not the timer has been heard already.
    private void ExpireDue()
    {
        string[] due;
        lock (_gate)
        {
            var now = Time.GetUtcNow();
            due = [.. _payments.Values.Where(each => each.Status == ComgatePayment.Pending && each.ExpiresAt <= now).Select(each => each.TransId)];
            foreach (var transId in due)
            {
                _payments[transId] = _payments[transId] with { Status = ComgatePayment.Cancelled };
            }
        }

        foreach (var transId in due)
        {
            _ = NotifyAsync(transId);
        }
    }

    private async Task ExpireAsync(ComgatePayment payment, CancellationToken reset)
    {
        try
        {
            await Task.Delay(payment.ExpiresAt - Time.GetUtcNow(), Time, reset);
            ExpireDue();
        }
        catch (OperationCanceledException)
        {
            // The stand-in begins anew.
        }
    }

    private string RefOf(string transId) => Find(transId)?.RefId ?? transId;

    private IResult Answer(int code, string message) => Results.Json(new { code, message }, statusCode: code == 0 ? 200 : Switches.ErrorStatus);

    private static string IdIn(string name) => name.EndsWith(".json", StringComparison.Ordinal) ? name[..^5] : name;

    private static async Task<JsonElement> BodyAsync(HttpContext http)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
