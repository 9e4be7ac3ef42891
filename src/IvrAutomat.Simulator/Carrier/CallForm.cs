using System.Globalization;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>The parameters that every webhook of a call carries, and those of its status callbacks.</summary>
internal static class CallForm
{
    private const string ApiVersion = "2010-04-01";

    public static IReadOnlyList<KeyValuePair<string, string>> Of(PhoneCall call, SimulatorOptions options) =>
        Of(call, options, call.Status);

    /// <summary>What a status callback tells.</summary>
    /// <param name="call">The call.</param>
    /// <param name="options">The account.</param>
    /// <param name="happened">The event: <c>initiated</c>, <c>ringing</c>, <c>answered</c> or <c>completed</c>.</param>
    /// <param name="number">Its place among those told about this call, from 0.</param>
    /// <param name="now">When it happened.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> OfEvent(
        PhoneCall call, SimulatorOptions options, string happened, int number, DateTimeOffset now)
    {
        var status = happened switch
        {
            "answered" => "in-progress",
            "completed" => call.Status,
            _ => happened,
        };
        List<KeyValuePair<string, string>> form =
        [
            .. Of(call, options, status),
            new("Timestamp", Rfc2822(now)),
            new("SequenceNumber", number.ToString()),
            new("CallbackSource", "call-progress-events"),
        ];
        if (happened == "completed")
        {
            var seconds = SecondsOf(call);
            form.Add(new("CallDuration", seconds.ToString()));
            form.Add(new("Duration", ((seconds + 59) / 60).ToString()));
            form.Add(new("SipResponseCode", SipCodeOf(call.Status)));
        }

        return form;
    }

    /// <summary>How long the parties were connected, in whole seconds as they are billed.</summary>
    public static int SecondsOf(PhoneCall call) =>
        call is { AnsweredAt: { } answered, EndedAt: { } ended } ? (int)Math.Ceiling((ended - answered).TotalSeconds) : 0;

    /// <summary>The carrier writes all its dates so, in GMT.</summary>
    public static string Rfc2822(DateTimeOffset at) =>
        at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    private static List<KeyValuePair<string, string>> Of(PhoneCall call, SimulatorOptions options, string status)
    {
        List<KeyValuePair<string, string>> form =
        [
            new("CallSid", call.Sid),
            new("AccountSid", options.AccountSid),
            new("From", call.From),
            new("To", call.To),
            new("Caller", call.From),
            new("Called", call.To),
            new("CallStatus", status),
            new("ApiVersion", ApiVersion),
            new("Direction", call.Direction),
            new("ToCountry", "CZ"),
            // New parameters appear without notice: a product that refuses what it does not know must fail here first.
            new("ParameterOfTomorrow", "1"),
        ];
        if (call.Setup.ParentSid is { } parent)
        {
            form.Add(new("ParentCallSid", parent));
        }

        return form;
    }

    private static string SipCodeOf(string status) => status switch
    {
        "no-answer" or "canceled" => "487",
        "busy" => "486",
        "failed" => "404",
        _ => "200",
    };
}
