using System.Globalization;
using System.Text.Json.Serialization;

namespace IvrAutomat.Web.Telephony;

/// <summary>The shapes of the carrier's answers, in snake_case; members that we do not use are skipped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TwilioError))]
[JsonSerializable(typeof(TwilioMessage))]
[JsonSerializable(typeof(TwilioMessagePage))]
[JsonSerializable(typeof(TwilioCall))]
[JsonSerializable(typeof(TwilioCallPage))]
[JsonSerializable(typeof(TwilioConferencePage))]
[JsonSerializable(typeof(TwilioParticipant))]
internal sealed partial class TwilioJson : JsonSerializerContext;

/// <summary>The body of a refusal. Its message is not read: it quotes the number.</summary>
internal sealed record TwilioError(int? Code);

/// <summary>A message as the carrier tells it.</summary>
/// <param name="Sid">Its identifier.</param>
/// <param name="Status">Its status in the carrier's words.</param>
/// <param name="To">Its recipient.</param>
/// <param name="From">Its sender; none until the messaging service has chosen one.</param>
/// <param name="Body">Its text.</param>
/// <param name="DateCreated">When it was asked for, RFC 2822.</param>
/// <param name="ErrorCode">Why it was not delivered.</param>
internal sealed record TwilioMessage(
    [property: JsonRequired] string Sid, string? Status, string? To, string? From, string? Body, string? DateCreated, int? ErrorCode);

/// <summary>One page of a list of messages.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="NextPageUri">Path and query of the next page; none on the last.</param>
internal sealed record TwilioMessagePage([property: JsonRequired] IReadOnlyList<TwilioMessage> Messages, string? NextPageUri);

/// <summary>A call as the carrier tells it.</summary>
/// <param name="Sid">Its identifier.</param>
/// <param name="Status">Its status in the carrier's words.</param>
/// <param name="DateCreated">When it was asked for, RFC 2822.</param>
internal sealed record TwilioCall([property: JsonRequired] string Sid, string? Status, string? DateCreated)
{
    // The carrier's clock is not ours, and it tells whole seconds.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <summary>True while the carrier has not begun to dial.</summary>
    public bool IsQueued => Status == "queued";

    /// <summary>True when the call was asked for at or after that instant, as far as the carrier says.</summary>
    public bool IsSince(DateTimeOffset instant)
        => DateTimeOffset.TryParseExact(DateCreated, ListedMessage.Rfc2822, CultureInfo.InvariantCulture, DateTimeStyles.None, out var created)
            && created >= instant - Tolerance;
}

/// <summary>A list of calls.</summary>
/// <param name="Calls">The calls, newest first.</param>
internal sealed record TwilioCallPage([property: JsonRequired] IReadOnlyList<TwilioCall> Calls);

/// <summary>A conference as the carrier tells it.</summary>
/// <param name="Sid">Its identifier.</param>
internal sealed record TwilioConference([property: JsonRequired] string Sid);

/// <summary>A list of conferences.</summary>
/// <param name="Conferences">The conferences.</param>
internal sealed record TwilioConferencePage([property: JsonRequired] IReadOnlyList<TwilioConference> Conferences);

/// <summary>A leg in a conference as the carrier tells it.</summary>
/// <param name="CallSid">The leg.</param>
internal sealed record TwilioParticipant([property: JsonRequired] string CallSid);
