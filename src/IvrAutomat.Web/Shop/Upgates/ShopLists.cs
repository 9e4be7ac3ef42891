using System.Collections.Immutable;
using System.Text.Json;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>A way of payment that the shop offers.</summary>
/// <param name="Code">The shop's code; null when it has none.</param>
/// <param name="Type">Its type at Upgates.</param>
/// <param name="IsActive">It can be chosen.</param>
/// <param name="IsPercentage">The price is a share of the order.</param>
/// <param name="Names">What it is called and costs, by language.</param>
internal sealed record ShopPayment(string? Code, string Type, bool IsActive, bool IsPercentage, ImmutableArray<PaymentName> Names)
{
    /// <summary>Its name and price in a language, else in the first one; null when it has none.</summary>
    public PaymentName? In(string? language) => Names.FirstOrDefault(name => name.Language == language) ?? Names.FirstOrDefault();
}

/// <summary>What a way of payment is called and costs in one language.</summary>
internal sealed record PaymentName(string? Language, string Name, decimal Price, decimal? FreeFrom);

/// <summary>
/// The shop's lists that hardly ever change: kept for a day, in the database, so that neither a call nor a start has to ask for them. A list
/// that has grown old is used on until somebody who does not keep a caller waiting has asked again.
/// </summary>
internal sealed partial class ShopLists(UpgatesApi api, MirrorNotes notes, TimeProvider time, ILogger<ShopLists> log)
{
    /// <summary>How long a list counts as true.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(5);

    private readonly Kept<ShopStatus> _statuses = new("statuses");
    private readonly Kept<ShopPayment> _payments = new("payments");

    /// <summary>The statuses; empty when they could never be read.</summary>
    public async Task<ShopStatuses> StatusesAsync(Urgency urgency, CancellationToken cancellationToken)
        => new(await TakeAsync(_statuses, "order-statuses", "order_statuses", StatusOf, urgency, cancellationToken));

    /// <summary>The ways of payment; empty when they could never be read.</summary>
    public Task<ImmutableArray<ShopPayment>> PaymentsAsync(Urgency urgency, CancellationToken cancellationToken)
        => TakeAsync(_payments, "payments", "payments", PaymentOf, urgency, cancellationToken);

    private async Task<ImmutableArray<T>> TakeAsync<T>(
        Kept<T> kept, string path, string field, Func<JsonElement, T?> read, Urgency urgency, CancellationToken cancellationToken)
        where T : class
    {
        var now = time.GetUtcNow();
        var (items, at, looked) = kept.State;
        if (items.IsDefault || (now - at > Fresh && now - looked > LookAgain))
        {
            if (await notes.ReadAsync(kept.Name, cancellationToken) is { } note)
            {
                (items, at) = (StoredJson.Read<ImmutableArray<T>>(note.Value), note.At);
            }

            kept.State = (items, at, now);
        }

        // A caller waits for a list only where there is none at all.
        if (items.IsDefault || (now - at > Fresh && urgency == Urgency.Background))
        {
            var fetched = await api.ListAsync(path, field, urgency, cancellationToken);
            if (fetched.Value is { } list)
            {
                items = [.. list.Select(read).OfType<T>()];
                await notes.WriteAsync(kept.Name, StoredJson.Write(items), cancellationToken);
                kept.State = (items, now, now);
            }
            else
            {
                LogNotRead(path, fetched.Why ?? string.Empty);
            }
        }

        return items.IsDefault ? [] : items;
    }

    private static ShopStatus? StatusOf(JsonElement json) => json.Text("id") is { } id
        ? new ShopStatus(id, json.Text("type") ?? ShopStatuses.Custom, NameOf(json))
        : null;

    private static string NameOf(JsonElement json)
        => json.Each("descriptions").Select(each => each.Text("name")).FirstOrDefault(name => name is not null) ?? string.Empty;

    private static ShopPayment? PaymentOf(JsonElement json) => json.Text("type") is { } type
        ? new ShopPayment(
            json.Text("code"), type, json.Flag("active_yn"),
            json.Each("descriptions").Any(each => each.Text("price_type") == "percentage"),
            [.. json.Each("descriptions").Where(each => each.Text("name") is not null).Select(each => new PaymentName(
                each.Text("language_id"), each.Text("name")!, each.Number("price") ?? 0m, each.Number("free_from")))])
        : null;

    [LoggerMessage(3114, LogLevel.Warning, "The shop's list '{List}' could not be read: {Why}")]
    private partial void LogNotRead(string list, string why);

    private sealed class Kept<T>(string name)
    {
        private readonly Lock _lock = new();
        private (ImmutableArray<T> Items, DateTimeOffset At, DateTimeOffset Looked) _state;

        public string Name => name;

        public (ImmutableArray<T> Items, DateTimeOffset At, DateTimeOffset Looked) State
        {
            get
            {
                lock (_lock)
                {
                    return _state;
                }
            }

            set
            {
                lock (_lock)
                {
                    _state = value;
                }
            }
        }
    }
}
