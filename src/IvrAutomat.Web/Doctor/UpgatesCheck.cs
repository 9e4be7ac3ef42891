using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Doctor;

/// <summary>
/// Are address, login and rights of the shop's API user right, can orders be cancelled, and does the shop tell us of changes. It costs three
/// requests of the shop's tariff, one where the login is refused: five wrong ones in an hour lock this machine's address out.
/// </summary>
internal sealed class UpgatesCheck(OutsideHttp http, SystemsNow systems, ShopSource source, Func<PublicAddress?> address) : ICheck
{
    private const int LittleLeft = 20;

    // What of the interface is used, and whether it is written to.
    private static readonly (string EndPoint, bool Writes, string Why)[] Rights =
    [
        ("orders", true, "orders cannot be read or cancelled"), ("order-statuses", false, "orders cannot be cancelled"),
        ("payments", false, "the way of payment cannot be changed"), ("invoices", false, "invoices are not found"),
    ];

    /// <inheritdoc />
    public string System => UpgatesOptions.Section;

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var account = systems().Upgates;
        if (source != ShopSource.Upgates || !account.IsSet)
        {
            yield return Finding.Skipped(System, source == ShopSource.Upgates ? "no account is set" : $"Shop:Source is {source}");
            yield break;
        }

        var (status, rights) = await GetAsync(account, "status", cancellationToken);
        if (rights is not { } services)
        {
            yield return Finding.Wrong(System, WhyNot(status));
            yield break;
        }

        yield return Finding.Ok(System, "address and login fit");
        foreach (var finding in RightsOf(services))
        {
            yield return finding;
        }

        yield return Budget(status);
        yield return await StatusesAsync(account, cancellationToken);
        yield return await WebhooksAsync(account, cancellationToken);
    }

    private static string WhyNot(OutsideAnswer answer) => answer switch
    {
        { Status: 401 } => "Upgates refuses the login. Copy Upgates:Login and Upgates:ApiKey from the administration, Doplňky > API. Do not try often: five wrong logins lock this address out for an hour.",
        { Status: 403 } => "the API user is switched off, or this address is locked out after wrong logins. Look at Doplňky > API, wait an hour, and try once.",
        { Status: 301 } => "the shop has moved to another server. Copy the new address from the administration, Doplňky > API.",
        { Status: 404 } => "there is no API at that address. Copy Upgates:ApiUrl from the administration, Doplňky > API.",
        { Status: 429 } => "the shop's requests are used up for this hour. Wait, or buy a pack of requests.",
        { IsAnswered: true } => $"Upgates does not answer as it should ({answer.Why}). Try again in a while.",
        _ => $"Upgates cannot be reached ({answer.Why}). Check Upgates:ApiUrl, and let this machine out by https.",
    };

    private IEnumerable<Finding> RightsOf(JsonElement services)
    {
        var given = Each(services, "services").ToLookup(
            service => (Text(service, "url") is { Length: > 0 } url ? url.TrimEnd('/').Split('/')[^1] : Text(service, "service")) ?? string.Empty,
            service => Text(service, "privilege"), StringComparer.OrdinalIgnoreCase);
        foreach (var (endPoint, writes, why) in Rights)
        {
            var right = given[endPoint].FirstOrDefault();
            if (right == "all" || (right == "readonly" && !writes))
            {
                continue;
            }

            yield return Finding.Wrong(System, $"the API user lacks the right '{(writes ? "all" : "readonly")}' for {endPoint}, so {why}. Give it in Doplňky > API.");
        }
    }

    private Finding Budget(OutsideAnswer answer)
        => answer.Headers?.TryGetValues("X-Rate-Limit-Total-Remaining", out var values) == true && int.TryParse(values.FirstOrDefault(), out var left)
            ? left < LittleLeft
                ? Finding.Warning(System, $"only {left} requests of the tariff are left. A call costs up to three; buy a pack of requests.")
                : Finding.Ok(System, $"{left} requests of the tariff are left")
            : Finding.Skipped(System, "it does not tell how many requests of the tariff are left");

    private async Task<Finding> StatusesAsync(UpgatesOptions account, CancellationToken cancellationToken)
    {
        var (answer, json) = await GetAsync(account, "order-statuses", cancellationToken);
        return json is not { } list ? Finding.Wrong(System, $"the order statuses cannot be read ({answer.Why})")
            : Each(list, "order_statuses").Any(status => Text(status, "type") == "Canceled") ? Finding.Ok(System, "there is a status of the type Canceled")
            : Finding.Wrong(System, "the shop has no order status of the type Canceled, so orders cannot be cancelled. Restore the built-in one.");
    }

    private async Task<Finding> WebhooksAsync(UpgatesOptions account, CancellationToken cancellationToken)
    {
        if (address() is not { } here)
        {
            return Finding.Skipped(System, "without PublicUrl the shop cannot tell us of changes; they are found by asking");
        }

        var (answer, json) = await GetAsync(account, "webhooks", cancellationToken);
        if (json is not { } list)
        {
            return Finding.Warning(System, $"the webhooks cannot be read ({answer.Why})");
        }

        var ours = Each(list, "webhooks").Where(hook => Text(hook, "url")?.StartsWith(here.UrlOf(UpgatesHook.Path), StringComparison.Ordinal) == true
            && Text(hook, "active_yn") is "1" or "true" or "True").Select(hook => Text(hook, "event")).ToHashSet(StringComparer.Ordinal);
        return ours.Contains("Orders.update") && ours.Contains("Orders.create")
            ? Finding.Ok(System, "the shop tells us of changes")
            : Finding.Warning(System, "the shop does not tell us of changes, so orders are up to ten minutes old. Run: upgates connect.");
    }

    private async Task<(OutsideAnswer Answer, JsonElement? Json)> GetAsync(UpgatesOptions account, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{account.ApiUrl!.TrimEnd('/')}/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Login}:{account.ApiKey}")));
        request.Headers.Accept.ParseAdd("application/json");
        var answer = await http.SendAsync(request, cancellationToken);
        if (answer.Status != StatusCodes.Status200OK)
        {
            return (answer, null);
        }

        try
        {
            using var document = JsonDocument.Parse(answer.Bytes);
            return (answer, document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null);
        }
        catch (JsonException)
        {
            return (answer, null);
        }
    }

    private static IEnumerable<JsonElement> Each(JsonElement json, string list)
        => json.TryGetProperty(list, out var found) && found.ValueKind == JsonValueKind.Array
            ? found.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.Object)
            : [];

    private static string? Text(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
