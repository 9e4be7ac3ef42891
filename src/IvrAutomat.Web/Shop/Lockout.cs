using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Shop;

/// <summary>A PIN being tried.</summary>
/// <param name="OrderKeys">Always <see cref="PinCheck.MostOrders"/> keys, padded with keys of no order.</param>
/// <param name="Caller">The keyed hash of the caller's number; null when withheld.</param>
/// <param name="Pin">The keyed hash of hour and PIN; null for a trivial one.</param>
/// <param name="FailuresInCall">How many pairs have failed in this call.</param>
/// <param name="At">When.</param>
internal sealed record Attempt(IReadOnlyList<string> OrderKeys, string? Caller, string? Pin, int FailuresInCall, DateTimeOffset At);

/// <summary>
/// What earlier failures close. Every count is read for every attempt, needed or not, so that time tells nothing.
/// </summary>
internal sealed class Lockout
{
    /// <summary>Failures on one order in a day from other numbers than its own; the next attempt is locked.</summary>
    public const int OrderFromOthers = 5;

    /// <summary>Failures on one order in a day from its own number.</summary>
    public const int OrderFromOwn = 10;

    /// <summary>Failures of one caller in a day.</summary>
    public const int PerCaller = 10;

    /// <summary>Failures in one call from a withheld number.</summary>
    public const int WithheldPerCall = 2;

    /// <summary>Orders that one PIN was tried on within an hour: somebody goes from order to order.</summary>
    public const int OrdersWithOnePin = 5;

    /// <summary>Failures of all callers within an hour.</summary>
    public const int InAllPerHour = 100;

    /// <summary>How long failures count.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    /// <summary>How long a pattern of guessing closes the PIN to foreign numbers; as long its traces are kept.</summary>
    public static readonly TimeSpan SprayMemory = TimeSpan.FromHours(1);

    private readonly Attempt _attempt;
    private readonly Dictionary<(string Order, bool FromOwn), int> _perOrder;
    private readonly int _perCaller;
    private readonly bool _closedToForeign;
    private readonly int _ordersWithThisPin;
    private readonly int _inAll;

    private Lockout(
        Attempt attempt, Dictionary<(string, bool), int> perOrder, int perCaller, bool closedToForeign, int ordersWithThisPin, int inAll)
        => (_attempt, _perOrder, _perCaller, _closedToForeign, _ordersWithThisPin, _inAll)
            = (attempt, perOrder, perCaller, closedToForeign, ordersWithThisPin, inAll);

    // A caller's further orders of one attempt bear no caller's key; they are not attempts of their own.
    private const string Counts = """
        SELECT order_key, from_own_number, COUNT(*) FROM failures
            WHERE at > @day AND order_key IN (@k0, @k1, @k2, @k3, @k4) GROUP BY order_key, from_own_number;
        SELECT COUNT(*) FROM failures WHERE caller_key = @caller AND at > @day;
        SELECT COUNT(*) FROM failures WHERE closes_foreign <> 0 AND at > @hour;
        SELECT COUNT(DISTINCT order_key) FROM failures WHERE at > @hour AND pin_key = @pin AND order_key NOT IN (@k0, @k1, @k2, @k3, @k4);
        SELECT COUNT(*) FROM failures WHERE at > @hour AND (caller_key IS NOT NULL OR from_own_number = 0)
        """;

    /// <summary>Reads all counts.</summary>
    public static async Task<Lockout> ReadAsync(HotConnection connection, Attempt attempt, CancellationToken cancellationToken)
    {
        var command = connection.Command(Counts);
        command.AddParameter("@day", (attempt.At - Memory).ToUnixTimeMilliseconds());
        command.AddParameter("@hour", (attempt.At - SprayMemory).ToUnixTimeMilliseconds());
        command.AddParameter("@caller", attempt.Caller ?? string.Empty);
        command.AddParameter("@pin", attempt.Pin ?? string.Empty);
        for (var at = 0; at < PinCheck.MostOrders; at++)
        {
            command.AddParameter($"@k{at}", attempt.OrderKeys[at]);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var perOrder = new Dictionary<(string, bool), int>();
        while (await reader.ReadAsync(cancellationToken))
        {
            perOrder.Add((reader.GetString(0), reader.GetInt32(1) != 0), reader.GetInt32(2));
        }

        var counts = new int[4];
        for (var at = 0; at < counts.Length; at++)
        {
            await reader.NextResultAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            counts[at] = reader.GetInt32(0);
        }

        var (perCaller, closing, ordersWithThisPin, inAll) = (counts[0], counts[1], counts[2], counts[3]);
        return new Lockout(attempt, perOrder, perCaller, closing > 0, ordersWithThisPin, inAll);
    }

    /// <summary>True when no PIN is accepted for an order, whether it is right or not.</summary>
    /// <param name="order">The order's key.</param>
    /// <param name="isOwn">The call comes from the number that the order bears.</param>
    public bool Closes(string order, bool isOwn)
    {
        var failures = _perOrder.GetValueOrDefault((order, isOwn));
        return ClosesCaller || (isOwn ? failures >= OrderFromOwn : failures >= OrderFromOthers || _closedToForeign);
    }

    /// <summary>True when nothing at all is accepted from this caller, or in this call of a withheld number.</summary>
    public bool ClosesCaller => _perCaller >= PerCaller || (_attempt.Caller is null && _attempt.FailuresInCall >= WithheldPerCall);

    /// <summary>What a verdict by these counts rests on.</summary>
    public FailuresSeen Seen => new(_attempt.OrderKeys, _attempt.Caller, _attempt.At - Memory, _perOrder.Values.Sum() + _perCaller);

    /// <summary>The rows that remember this attempt as a failure; no order at all is one row as well.</summary>
    public IReadOnlyList<FailureRow> Failures(IReadOnlyList<(string Key, bool IsOwn)> orders)
    {
        if (orders.Count == 0)
        {
            return [Row(order: null, isOwn: false, first: true)];
        }

        var rows = new List<FailureRow>(orders.Count);
        for (var at = 0; at < orders.Count; at++)
        {
            rows.Add(Row(orders[at].Key, orders[at].IsOwn, first: at == 0));
        }

        return rows;
    }

    private FailureRow Row(string? order, bool isOwn, bool first) => new()
    {
        At = _attempt.At,
        OrderKey = order,
        CallerKey = first ? _attempt.Caller : null,
        FromOwnNumber = isOwn,
        PinKey = isOwn ? null : _attempt.Pin,
        ClosesForeign = first && (_inAll + 1 >= InAllPerHour
            || (order is not null && !isOwn && _attempt.Pin is not null && _ordersWithThisPin + 1 >= OrdersWithOnePin)),
    };
}
