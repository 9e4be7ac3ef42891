using System.Globalization;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>The parameters that every webhook of a call carries, and those of its end.</summary>
internal static class CallForm
{
    private const string ApiVersion = "2010-04-01";

    public static IReadOnlyList<KeyValuePair<string, string>> Of(PhoneCall call, SimulatorOptions options) =>
    [
        new("CallSid", call.Sid),
        new("AccountSid", options.AccountSid),
        new("From", call.From),
        new("To", call.To),
        new("Caller", call.From),
        new("Called", call.To),
        new("CallStatus", call.Status),
        new("ApiVersion", ApiVersion),
        new("Direction", "inbound"),
        new("ToCountry", "CZ"),
        // New parameters appear without notice: a product that refuses what it does not know must fail here first.
        new("ParameterOfTomorrow", "1"),
    ];

    public static IReadOnlyList<KeyValuePair<string, string>> OfEnd(PhoneCall call, SimulatorOptions options, DateTimeOffset now)
    {
        var seconds = call.AnsweredAt is { } answered ? (int)Math.Ceiling((now - answered).TotalSeconds) : 0;
        return
        [
            .. Of(call, options),
            new("CallDuration", seconds.ToString()),
            new("Duration", ((seconds + 59) / 60).ToString()),
            new("Timestamp", Rfc2822(now)),
            new("SequenceNumber", "0"),
            new("CallbackSource", "call-progress-events"),
        ];
    }

    /// <summary>The carrier writes all its dates so, in GMT.</summary>
    public static string Rfc2822(DateTimeOffset at) =>
        at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
