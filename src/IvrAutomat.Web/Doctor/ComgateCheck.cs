using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Comgate;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Doctor;

/// <summary>Does the payment gateway know the shop, and is it asked for real money. No payment is made: the ways of payment are listed.</summary>
internal sealed class ComgateCheck(OutsideHttp http, SystemsNow systems, bool isProduction) : ICheck
{
    /// <inheritdoc />
    public string System => ComgateOptions.Section;

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var account = systems().Comgate;
        if (!account.IsSet)
        {
            yield return Finding.Skipped(System, "no account is set: no payment link is made");
            yield break;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{account.ApiUrl.TrimEnd('/')}/method.json?curr=CZK&country=CZ&lang=cs"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Merchant}:{account.Secret}")));
        request.Headers.Accept.ParseAdd("application/json");
        var answer = await http.SendAsync(request, cancellationToken);
        var known = Methods(answer);
        if (known is not > 0)
        {
            yield return answer.IsAnswered
                ? Finding.Wrong(
                    System,
                    $"Comgate does not list the shop's ways of payment ({answer.Why}). Check Comgate:Merchant and Comgate:Secret, and allow this machine's address in its portal: "
                    + "Integrace > Nastavení obchodů > Propojení obchodu.")
                : Finding.Wrong(System, $"Comgate cannot be reached ({answer.Why}). Let this machine out to Comgate:ApiUrl by https.");
            yield break;
        }

        yield return Finding.Ok(System, $"the login fits; ways of payment that are open: {known}");
        if (account.Test)
        {
            yield return isProduction
                ? Finding.Wrong(System, "Comgate:Test is true: customers would pay with play money. Set it to false before real calls.")
                : Finding.Warning(System, "Comgate:Test is true: no money moves");
        }
    }

    private static int? Methods(OutsideAnswer answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Bytes);
            return json.RootElement.TryGetProperty("methods", out var methods) && methods.ValueKind == JsonValueKind.Array ? methods.GetArrayLength() : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
