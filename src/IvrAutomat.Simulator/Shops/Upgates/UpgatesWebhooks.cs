using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>
/// The shop tells others what has changed, by POST and with identifiers only. The other side has a second to answer 200 or 204; else it is told
/// again every five minutes, and after twelve hours without a right answer never more.
/// </summary>
internal sealed class UpgatesWebhooks(TimeProvider time) : IDisposable
{
    private const int MostItems = 5000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SwitchOff = TimeSpan.FromHours(12);

    private static readonly string[] Things =
    [
        "Orders", "OrderStatuses", "Invoices", "Payments", "Shipments", "Customers", "Products", "Categories", "Labels", "Pricelists", "Languages",
        "Availabilities",
    ];

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly Lock _gate = new();
    private readonly List<UpgatesWebhook> _all = [];
    private CancellationTokenSource _era = new();
    private int _isDisposed;
    private int _lastId;
    private int _sending;

    /// <summary>Everything that a webhook can be about.</summary>
    public static IReadOnlyList<string> Events { get; } =
        [.. Things.SelectMany(thing => (string[])[$"{thing}.create", $"{thing}.update", $"{thing}.delete"])];

    /// <summary>Whether a time-out counts as delivered, as a newer page of the vendor says. Default false: it is told again.</summary>
    public bool TimeOutCounts { get; set; }

    /// <summary>Deliveries that are being answered just now.</summary>
    public int Sending => Volatile.Read(ref _sending);

    /// <summary>The webhooks as the API shows them.</summary>
    public IReadOnlyList<JsonObject> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all.Select(each => each.Write())];
            }
        }
    }

    /// <summary>Forgets all webhooks and what they have still to tell.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _era.Cancel();
            _era.Dispose();
            _era = new CancellationTokenSource();
            _all.Clear();
            _lastId = 0;
            TimeOutCounts = false;
        }
    }

    /// <summary>Adds a webhook, or changes the one whose id is given.</summary>
    /// <returns>The webhook, or what is wrong.</returns>
    public (JsonObject? Webhook, string? Problem) Save(JsonObject wanted)
    {
        lock (_gate)
        {
            var id = UpgatesValue.Text(wanted["id"]);
            var hook = id is null ? new UpgatesWebhook { Created = time.GetUtcNow() } : _all.Find(each => $"{each.Id}" == id);
            if (hook is null)
            {
                return (null, "id");
            }

            var url = UpgatesValue.Text(wanted["url"]) ?? hook.Url?.OriginalString;
            var @event = UpgatesValue.Text(wanted["event"]) ?? hook.Event;
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !Events.Contains(@event))
            {
                return (null, Events.Contains(@event) ? "url" : "event");
            }

            (hook.Url, hook.Event) = (address, @event!);
            hook.Name = UpgatesValue.Text(wanted["name"]) ?? hook.Name;
            hook.IsActive = UpgatesValue.Truth(wanted["active_yn"]) ?? hook.IsActive;
            hook.FailsSince = null;
            if (id is null)
            {
                hook.Id = ++_lastId;
                _all.Add(hook);
            }

            return (hook.Write(), null);
        }
    }

    /// <summary>Removes webhooks.</summary>
    public JsonArray Delete(IEnumerable<string> ids)
    {
        lock (_gate)
        {
            return [.. ids.Select(id => (JsonNode)new JsonObject
            {
                ["id"] = id, ["deleted"] = _all.RemoveAll(each => $"{each.Id}" == id) > 0, ["messages"] = new JsonArray(),
            })];
        }
    }

    /// <summary>Something has changed: everybody who asked for such events is told, without waiting for them.</summary>
    public void Notify(string @event, params ReadOnlySpan<JsonObject> items)
    {
        lock (_gate)
        {
            foreach (var hook in _all.Where(each => each.IsActive && each.Event == @event))
            {
                foreach (var item in items)
                {
                    hook.Pending.Add(item.DeepClone().AsObject());
                }

                if (!hook.IsTelling)
                {
                    hook.IsTelling = true;
                    Interlocked.Increment(ref _sending);
                    var era = _era.Token;
                    _ = Task.Run(() => TellAsync(hook, era), CancellationToken.None);
                }
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        // Known under two types, it is disposed of twice.
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        _era.Cancel();
        _era.Dispose();
        _http.Dispose();
    }

    // Counts as sending while it runs, and not while it waits for its next attempt.
    private async Task TellAsync(UpgatesWebhook hook, CancellationToken over)
    {
        var sending = true;
        try
        {
            while (Batch(hook) is { } batch)
            {
                var (status, isRight) = await PostAsync(hook, batch, over);
                if (Judge(hook, batch.Count, status, isRight))
                {
                    continue;
                }

                sending = false;
                Interlocked.Decrement(ref _sending);
                await Task.Delay(Pause, time, over);
                Interlocked.Increment(ref _sending);
                sending = true;
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The shop was reset.
        }
        finally
        {
            if (sending)
            {
                Interlocked.Decrement(ref _sending);
            }
        }
    }

    private IReadOnlyList<JsonObject>? Batch(UpgatesWebhook hook)
    {
        lock (_gate)
        {
            if (!hook.IsActive)
            {
                hook.Pending.Clear();
            }

            hook.IsTelling = hook.Pending.Count > 0;
            return hook.IsTelling ? [.. hook.Pending.Take(MostItems)] : null;
        }
    }

    private bool Judge(UpgatesWebhook hook, int count, string status, bool isRight)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (isRight)
            {
                (hook.LastSuccess, hook.LastSuccessStatus, hook.FailsSince) = (now, status, null);
                hook.Pending.RemoveRange(0, count);
                return true;
            }

            (hook.LastError, hook.LastErrorStatus) = (now, status);
            hook.FailsSince ??= now;
            hook.IsActive = now - hook.FailsSince < SwitchOff;
            return !hook.IsActive;
        }
    }

    private async Task<(string Status, bool IsRight)> PostAsync(UpgatesWebhook hook, IReadOnlyList<JsonObject> batch, CancellationToken over)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, over);
        using var request = new HttpRequestMessage(HttpMethod.Post, hook.Url);
        request.Content = JsonContent.Create(new JsonObject
        {
            ["project_name"] = "vzorovy-obchod",
            [hook.Thing] = UpgatesValue.Copies(batch),
        });
        if (hook.Url!.UserInfo is { Length: > 0 } login)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(login))));
        }

        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return ($"{(int)response.StatusCode}", (int)response.StatusCode is 200 or 204);
        }
        catch (OperationCanceledException) when (!over.IsCancellationRequested)
        {
            return ("timeout", TimeOutCounts);
        }
        catch (HttpRequestException)
        {
            return ("0", false);
        }
    }
}
