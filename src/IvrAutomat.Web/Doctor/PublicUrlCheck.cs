using System.Runtime.CompilerServices;
using System.Text;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Doctor;

/// <summary>
/// Does the automat answer under the address that the carrier uses, by https, and does it accept what the carrier signs for that address. It
/// asks the automat that runs there: this one must not be stopped while its settings are looked at.
/// </summary>
internal sealed class PublicUrlCheck(OutsideHttp http, Func<PublicAddress?> address, TwilioOptions twilio) : ICheck
{
    // A report of a call that nobody has ever made, and that nothing follows from.
    private const string NoCall = "CA00000000000000000000000000000000";

    /// <inheritdoc />
    public string System => "PublicUrl";

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (address() is not { } here)
        {
            yield return Finding.Skipped(System, "it is not set: nobody but this machine can reach the automat. Set it to what the carrier's console shows.");
            yield break;
        }

        var url = new Uri(here.ToString());
        yield return url.Scheme == Uri.UriSchemeHttps ? Finding.Ok(System, "it is https")
            : url.IsLoopback ? Finding.Skipped(System, "it is this machine, where https is not needed")
            : Finding.Wrong(System, "it is http: numbers and codes would travel in the clear. Put a proxy with a certificate before the automat and write https.");
        var live = await GetAsync(here.UrlOf("/health/live"), cancellationToken);
        if (live is not { Status: StatusCodes.Status200OK } || Encoding.UTF8.GetString(live.Bytes) != "live")
        {
            yield return Finding.Wrong(
                System, $"the automat does not answer there ({live.Why}). Start it, and let the name, the proxy and the firewall lead to it.");
            yield break;
        }

        yield return Finding.Ok(System, "the automat answers there");
        var ready = await GetAsync(here.UrlOf("/health/ready"), cancellationToken);
        yield return ready.Status == StatusCodes.Status200OK
            ? Finding.Ok(System, "it is ready for calls")
            : Finding.Wrong(System, "it is not ready for calls: its database does not answer. See the lines about the database.");
        yield return await SignAsync(here, cancellationToken);
    }

    private async Task<OutsideAnswer> GetAsync(string url, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url));
        return await http.SendAsync(request, cancellationToken);
    }

    private async Task<Finding> SignAsync(PublicAddress here, CancellationToken cancellationToken)
    {
        if (twilio.SigningTokens() is not [var token, ..] || twilio.AccountSid is not { Length: > 0 } account)
        {
            return Finding.Skipped(System, "no account of the carrier is set whose signature could be tried");
        }

        var url = here.UrlOf("/twilio/voice/status");
        (string Name, string Value)[] form = [("AccountSid", account), ("CallSid", NoCall), ("CallStatus", "ringing")];
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url))
        {
            Content = new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))),
        };
        request.Headers.Add(TwilioSignature.Header, TwilioSignature.Sign(url, FormParameters.Of(form), token));
        var answer = await http.SendAsync(request, cancellationToken);
        return answer switch
        {
            { Status: StatusCodes.Status204NoContent } => Finding.Ok(System, "what the carrier signs for this address is accepted"),
            { Status: StatusCodes.Status403Forbidden } => Finding.Wrong(
                System, "a signature for this address is refused. The automat that runs there has another PublicUrl or Twilio:AuthToken, or the proxy changes the path."),
            _ => Finding.Wrong(System, $"a signed webhook did not get through ({answer.Why}). The proxy must pass POST below /twilio on unchanged."),
        };
    }
}
