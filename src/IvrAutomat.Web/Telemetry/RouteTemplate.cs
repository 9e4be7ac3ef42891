using System.Collections.Frozen;

namespace IvrAutomat.Web.Telemetry;

/// <summary>
/// The path of an outside system's address with all values taken out: <c>/api/v2/orders/{}</c>. Only words that our clients write are kept, so that
/// a number or a name cannot get through by looking like a word.
/// </summary>
internal static class RouteTemplate
{
    private const string Value = "{}";

    private static readonly FrozenSet<string> Words = ((string[])
    [
        "api", "rest", "v1", "v2", "v2.0", "v6", "2010-04-01", "cognitiveservices",
        "Accounts", "Calls", "Calls.json", "Messages.json", "Conferences", "Conferences.json", "Participants", "Participants.json", "Queues.json",
        "Members", "IncomingPhoneNumbers.json",
        "orders", "history", "order-statuses", "payments", "shipments", "invoices", "webhooks", "data", "languages",
        "rates", "get", "create", "detail", "list", "storno", "contacts",
        "payment.json", "payment", "transId", "method.json", "pps", "widget", "validate",
    ]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The template; the query is left out.</summary>
    public static string Of(Uri url) => string.Concat(
        url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => Words.Contains(segment) ? $"/{segment}" : $"/{Value}")) is { Length: > 0 } path
        ? path
        : "/";
}
