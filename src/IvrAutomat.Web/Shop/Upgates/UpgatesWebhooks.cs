using System.Text.Json;
using System.Text.Json.Nodes;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>Registers at Upgates where it tells that orders changed. Doing it twice changes nothing.</summary>
internal sealed class UpgatesWebhooks(UpgatesApi api, UpgatesClient client, UpgatesHook hook)
{
    /// <summary>What we want to be told.</summary>
    public static IReadOnlyList<string> Events { get; } = ["Orders.create", "Orders.update", "Orders.delete"];

    /// <summary>What has to be done for each event, or was.</summary>
    /// <param name="change">Do it; otherwise it is only looked at.</param>
    /// <param name="cancellationToken">Gives up; what was done stays.</param>
    public async Task<Fetched<List<WebhookState>>> ConnectAsync(bool change, CancellationToken cancellationToken)
    {
        var fetched = await api.ListAsync("webhooks", "webhooks", Urgency.Call, cancellationToken);
        if (fetched.Value is not { } present)
        {
            return Fetched<List<WebhookState>>.Not(fetched.Why ?? "not read");
        }

        List<WebhookState> states = [];
        foreach (var name in Events)
        {
            var ours = present.Where(each => each.Text("event") == name && (each.Text("url") == hook.Url || each.Text("name") == NameOf(name))).ToList();
            var standing = ours.Find(each => each.Text("url") == hook.Url && each.Flag("active_yn"));
            if (standing.ValueKind == JsonValueKind.Object)
            {
                states.Add(new WebhookState(name, WebhookStanding.Connected, Why: null));
            }
            else if (!change)
            {
                states.Add(new WebhookState(name, ours.Count > 0 ? WebhookStanding.Outdated : WebhookStanding.Missing, Why: null));
            }
            else
            {
                states.Add(await PutAsync(name, ours.Count > 0 ? ours[0].Text("id") : null, cancellationToken));
            }
        }

        return Fetched<List<WebhookState>>.Of(states);
    }

    private async Task<WebhookState> PutAsync(string name, string? id, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["name"] = NameOf(name), ["url"] = hook.Url, ["event"] = name, ["active_yn"] = true };
        if (id is not null)
        {
            body["id"] = int.TryParse(id, out var number) ? number : id;
        }

        var reply = await client.SendAsync(id is null ? HttpMethod.Post : HttpMethod.Put, "webhooks", Urgency.Call, body.ToJsonString(), cancellationToken);
        return reply.IsAnswered && !reply.Json.HasError()
            ? new WebhookState(name, WebhookStanding.Connected, Why: null)
            : new WebhookState(name, WebhookStanding.Missing, reply.IsAnswered ? "an answer with an error" : reply.Why);
    }

    private static string NameOf(string name) => $"ivrautomat {name}";
}

/// <summary>Whether Upgates tells us of an event.</summary>
internal sealed record WebhookState(string Event, WebhookStanding Standing, string? Why);

/// <summary>How a webhook stands.</summary>
internal enum WebhookStanding
{
    /// <summary>It tells us.</summary>
    Connected,

    /// <summary>It is there, and switched off or with another address.</summary>
    Outdated,

    /// <summary>It is not there.</summary>
    Missing,
}
