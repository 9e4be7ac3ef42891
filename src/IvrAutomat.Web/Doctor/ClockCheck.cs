using System.Runtime.CompilerServices;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Doctor;

/// <summary>Is this machine's clock right, by what a server elsewhere tells with each answer. Due times, codes and payment links go by it.</summary>
internal sealed class ClockCheck(OutsideHttp http, TwilioOptions twilio, TimeProvider time) : ICheck
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Wrong = TimeSpan.FromMinutes(2);

    /// <inheritdoc />
    public string System => "Clock";

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(twilio.ApiUrl, UriKind.Absolute, out var carrier) || carrier.IsLoopback || string.IsNullOrEmpty(twilio.AccountSid))
        {
            yield return Finding.Skipped(System, "no server elsewhere is asked whose clock it could be compared with");
            yield break;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, carrier);
        var answer = await http.SendAsync(request, cancellationToken);
        if (answer.Headers?.Date is not { } theirs)
        {
            yield return Finding.Skipped(System, "the carrier did not tell its time");
            yield break;
        }

        var apart = (time.GetUtcNow() - theirs).Duration();
        yield return apart > Wrong ? Finding.Wrong(System, $"it is {apart.TotalMinutes:0} minutes off. Let it be set by NTP.")
            : apart > Noticeable ? Finding.Warning(System, $"it is {apart.TotalSeconds:0} s off. Let it be set by NTP.")
            : Finding.Ok(System, "it is right");
    }
}
