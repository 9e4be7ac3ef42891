using System.Text.Json;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>What we ask of Upgates: its paths, bodies and pages as values. How it is sent is the business of <see cref="UpgatesClient"/>.</summary>
internal sealed partial class UpgatesApi(UpgatesClient client, SystemsNow systems, ILogger<UpgatesApi> log)
{
    /// <summary>Most orders in one request, and in one page.</summary>
    public const int MostOrders = 100;

    private const int PayloadTooLarge = StatusCodes.Status413PayloadTooLarge;

    /// <summary>
    /// One order; a page without it when there is none of this number. It is asked for by query: HTTP 404 then only ever means that the base
    /// address is wrong, and no order is taken for deleted because of that.
    /// </summary>
    public Task<Fetched<OrderPage>> OrderAsync(string number, Urgency urgency, CancellationToken cancellationToken)
        => PageAsync($"orders?order_number={Uri.EscapeDataString(number)}", urgency, cancellationToken);

    /// <summary>Several orders, at most <see cref="MostOrders"/>; halved when that is too much for one request.</summary>
    public async Task<Fetched<OrderPage>> OrdersAsync(IReadOnlyList<string> numbers, Urgency urgency, CancellationToken cancellationToken)
    {
        var path = $"orders?order_numbers={string.Join(';', numbers.Select(Uri.EscapeDataString))}";
        var reply = await client.SendAsync(HttpMethod.Get, path, urgency, body: null, cancellationToken);
        if (reply.Status != PayloadTooLarge || numbers.Count < 2)
        {
            return Read(reply);
        }

        var half = numbers.Count / 2;
        var first = await OrdersAsync([.. numbers.Take(half)], urgency, cancellationToken);
        var second = first.Value is null ? first : await OrdersAsync([.. numbers.Skip(half)], urgency, cancellationToken);
        return first.Value is { } one && second.Value is { } other
            ? Fetched<OrderPage>.Of(new OrderPage([.. one.Orders, .. other.Orders], Pages: 1, IsWhole: one.IsWhole && other.IsWhole))
            : second;
    }

    /// <summary>A page of the orders that changed since, oldest change first.</summary>
    public Task<Fetched<OrderPage>> ChangedAsync(DateTimeOffset since, int page, CancellationToken cancellationToken)
        => PageAsync(
            $"orders?last_update_time_from={TimeOf(since)}&order_by=last_update_time&order_dir=asc&page={page}", Urgency.Background, cancellationToken);

    /// <summary>A page of the orders made since, oldest first.</summary>
    public Task<Fetched<OrderPage>> MadeAsync(DateTimeOffset since, int page, CancellationToken cancellationToken)
        => PageAsync(
            $"orders?creation_time_from={TimeOf(since)}&order_by=creation_time&order_dir=asc&page={page}", Urgency.Background, cancellationToken);

    /// <summary>Changes one order; the body names it.</summary>
    /// <returns>Answered only when the shop says that it changed the order.</returns>
    public async Task<UpgatesReply> ChangeAsync(UpgatesChange change, CancellationToken cancellationToken)
    {
        var reply = await client.SendAsync(HttpMethod.Put, "orders", Urgency.Call, change.ToJson(), cancellationToken);
        if (!reply.IsAnswered)
        {
            return reply;
        }

        var items = reply.Json.Each("orders").Where(each => each.Text("order_number") == change.Number).ToList();
        if (items is not [var item])
        {
            return new UpgatesReply(UpgatesFate.Unknown, "an answer about another order");
        }

        return item.Flag("updated_yn") && !item.HasError() && !reply.Json.HasError()
            ? reply
            : new UpgatesReply(item.Flag("updated_yn") ? UpgatesFate.Unknown : UpgatesFate.Refused, "an item with an error");
    }

    /// <summary>Adds a record to an order's history.</summary>
    public Task<UpgatesReply> AddRecordAsync(string number, string body, CancellationToken cancellationToken)
        => client.SendAsync(HttpMethod.Post, $"orders/{Uri.EscapeDataString(number)}/history", Urgency.Call, body, cancellationToken);

    /// <summary>Whether an order's history has a text of ours; null when it cannot be read.</summary>
    public async Task<bool?> HasRecordAsync(string number, string text, CancellationToken cancellationToken)
    {
        var reply = await client.SendAsync(
            HttpMethod.Get, $"orders/{Uri.EscapeDataString(number)}/history", Urgency.Background, body: null, cancellationToken);
        return reply.IsAnswered
            ? reply.Json.Each("history").Any(record => record.Each("data").Any(each => each.Text("value")?.Contains(text, StringComparison.Ordinal) == true))
            : null;
    }

    /// <summary>A whole list of the shop: <c>order-statuses</c>, <c>payments</c>, <c>shipments</c>, <c>webhooks</c>.</summary>
    /// <param name="path">The path.</param>
    /// <param name="field">The list's field in the answer.</param>
    /// <param name="urgency">Who waits for it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Fetched<List<JsonElement>>> ListAsync(string path, string field, Urgency urgency, CancellationToken cancellationToken)
    {
        List<JsonElement> all = [];
        for (var page = 1; ; page++)
        {
            var reply = await client.SendAsync(HttpMethod.Get, page == 1 ? path : $"{path}?page={page}", urgency, body: null, cancellationToken);
            if (!reply.IsAnswered || !reply.Json.TryGetProperty(field, out _))
            {
                return Fetched<List<JsonElement>>.Not(reply.IsAnswered ? "an answer that cannot be read" : reply.Why);
            }

            all.AddRange(reply.Json.Each(field));
            if (page >= (reply.Json.Number("number_of_pages") ?? 1))
            {
                return Fetched<List<JsonElement>>.Of(all);
            }
        }
    }

    /// <summary>
    /// A pick-up point of a way of delivery. A carrier has thousands of them in pages of a hundred, and only the pages up to it are read, none
    /// of them from what the tariff keeps for calls.
    /// </summary>
    /// <param name="shipmentId">The way of delivery.</param>
    /// <param name="pointId">The point.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A list of that point, or of none when there is no such point.</returns>
    public async Task<Fetched<List<ShopPoint>>> PointAsync(string shipmentId, string pointId, CancellationToken cancellationToken)
    {
        for (var page = 1; ; page++)
        {
            var reply = await client.SendAsync(
                HttpMethod.Get, $"shipments/{Uri.EscapeDataString(shipmentId)}/affiliates?page={page}", Urgency.Background, body: null, cancellationToken);
            if (!reply.IsAnswered || !reply.Json.TryGetProperty("affiliates", out _))
            {
                return Fetched<List<ShopPoint>>.Not(reply.IsAnswered ? "an answer that cannot be read" : reply.Why);
            }

            if (reply.Json.Each("affiliates").FirstOrDefault(each => each.Text("affiliate_id") == pointId) is { ValueKind: JsonValueKind.Object } point)
            {
                return Fetched<List<ShopPoint>>.Of([new ShopPoint(pointId, point.Text("name") ?? pointId)]);
            }

            if (page >= (reply.Json.Number("number_of_pages") ?? 1))
            {
                return Fetched<List<ShopPoint>>.Of([]);
            }
        }
    }

    private async Task<Fetched<OrderPage>> PageAsync(string path, Urgency urgency, CancellationToken cancellationToken)
        => Read(await client.SendAsync(HttpMethod.Get, path, urgency, body: null, cancellationToken));

    private Fetched<OrderPage> Read(UpgatesReply reply)
    {
        if (!reply.IsAnswered)
        {
            return Fetched<OrderPage>.Not(reply.Why);
        }

        if (!reply.Json.TryGetProperty("orders", out _))
        {
            return Fetched<OrderPage>.Not("an answer that cannot be read");
        }

        var found = reply.Json.Each("orders").ToList();
        var orders = found.Select(json => UpgatesOrder.Read(json, systems().Upgates.DispatchField)).OfType<UpgatesOrder>().ToList();
        if (orders.Count < found.Count)
        {
            LogUnreadable(found.Count - orders.Count);
        }

        var pages = reply.Json.Number("number_of_pages") is { } number and >= 1 and <= 100_000 ? (int)number : 1;
        return Fetched<OrderPage>.Of(new OrderPage(orders, pages, IsWhole: orders.Count == found.Count && pages == 1));
    }

    private static string TimeOf(DateTimeOffset time) => Uri.EscapeDataString(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'"));

    [LoggerMessage(3105, LogLevel.Warning, "{Count} orders of a page of Upgates could not be read; they are left out")]
    private partial void LogUnreadable(int count);
}

/// <summary>Some orders.</summary>
/// <param name="Orders">The orders that could be read.</param>
/// <param name="Pages">How many pages there are in all.</param>
/// <param name="IsWhole">Nothing was left out: what is not here does not exist.</param>
internal sealed record OrderPage(IReadOnlyList<UpgatesOrder> Orders, int Pages, bool IsWhole);
