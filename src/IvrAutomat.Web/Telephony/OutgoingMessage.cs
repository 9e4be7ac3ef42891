using System.Globalization;

namespace IvrAutomat.Web.Telephony;

/// <summary>A text message to be sent. The sender is chosen by the settings.</summary>
/// <param name="To">The recipient in E.164.</param>
/// <param name="Body">The text, at most 1600 characters; Czech letters with marks make segments of 70 characters.</param>
internal sealed record OutgoingMessage(string To, string Body)
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxBody = 1600;

    /// <summary>Where the message's statuses are reported: an absolute URL without a query.</summary>
    public string? StatusCallback { get; init; }

    /// <summary>How long the carrier may keep trying, in whole seconds.</summary>
    /// <value>The carrier's default is ten hours; from 1 to 36000 seconds.</value>
    public TimeSpan? ValidityPeriod { get; init; }

    // The generated text would show the number and the words.
    public override string ToString() => nameof(OutgoingMessage);
}

/// <summary>A message that the carrier has taken.</summary>
/// <param name="Sid">Its identifier; status callbacks bear it.</param>
/// <param name="Status">How far it is; none for a word not known.</param>
internal sealed record SentMessage(string Sid, MessageStatus? Status);

/// <summary>A message found in the carrier's list.</summary>
/// <param name="Sid">Its identifier.</param>
/// <param name="Status">How far it is; none for a word not known.</param>
/// <param name="Body">Its text, by which it is recognised.</param>
/// <param name="CreatedAt">When it was asked for; none when the carrier's word is unreadable.</param>
/// <param name="ErrorCode">Why it was not delivered.</param>
internal sealed record ListedMessage(string Sid, MessageStatus? Status, string Body, DateTimeOffset? CreatedAt, int? ErrorCode)
{
    /// <summary>How the carrier writes instants.</summary>
    internal const string Rfc2822 = "ddd, dd MMM yyyy HH:mm:ss zzz";

    internal static ListedMessage Of(TwilioMessage message) => new(
        message.Sid,
        CarrierStatus.OfMessage(message.Status),
        message.Body ?? "",
        DateTimeOffset.TryParseExact(message.DateCreated, Rfc2822, CultureInfo.InvariantCulture, DateTimeStyles.None, out var created)
            ? created
            : null,
        message.ErrorCode);

    // The generated text would show the words.
    public override string ToString() => $"{nameof(ListedMessage)} {Sid}";
}
