using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>One webhook.</summary>
internal sealed class UpgatesWebhook
{
    public int Id { get; set; }

    public string? Name { get; set; }

    public Uri? Url { get; set; }

    public string? Event { get; set; }

    public bool IsActive { get; set; } = true;

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? LastSuccess { get; set; }

    public string? LastSuccessStatus { get; set; }

    public DateTimeOffset? LastError { get; set; }

    public string? LastErrorStatus { get; set; }

    /// <summary>Since when no right answer has come; null after one.</summary>
    public DateTimeOffset? FailsSince { get; set; }

    /// <summary>Somebody is being told, or will be told again.</summary>
    public bool IsTelling { get; set; }

    /// <summary>What has still to be told.</summary>
    public List<JsonObject> Pending { get; } = [];

    /// <summary>The name of the list in a delivery: <c>orders</c>.</summary>
    public string Thing => Event!.Split('.')[0] is var thing && thing == "OrderStatuses" ? "order_statuses" : thing.ToLowerInvariant();

    public JsonObject Write() => new()
    {
        ["id"] = Id,
        ["active_yn"] = IsActive,
        ["name"] = Name,
        ["url"] = Url!.OriginalString,
        ["event"] = Event,
        ["last_success_call"] = WriteOrNull(LastSuccess),
        ["last_success_call_status"] = LastSuccessStatus,
        ["last_error_call"] = WriteOrNull(LastError),
        ["last_error_call_status"] = LastErrorStatus,
        ["creation_time"] = UpgatesValue.Write(Created),
    };

    private static string? WriteOrNull(DateTimeOffset? instant) => instant is { } at ? UpgatesValue.Write(at) : null;
}
