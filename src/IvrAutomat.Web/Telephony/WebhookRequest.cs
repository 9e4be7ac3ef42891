using System.Globalization;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// A request that the carrier signed and that names its subject. Everything else in it is data from outside: absent, of any length and
/// with any characters. It must not be written to a log: it holds what the caller typed and said.
/// </summary>
internal sealed class WebhookRequest(FormParameters parameters, string? idempotencyToken)
{
    /// <summary>All parameters, known or not.</summary>
    public FormParameters Parameters { get; } = parameters;

    /// <summary>
    /// Equal on all attempts to deliver one request, header <c>I-Twilio-Idempotency-Token</c>; often absent. It tells a repeated
    /// delivery from a new one and identifies nothing else. At most 200 characters of printable ASCII.
    /// </summary>
    public string? IdempotencyToken { get; } = idempotencyToken;

    /// <summary>The call, <c>CA</c> and 32 hexadecimal digits: of the leg for which the document is wanted.</summary>
    /// <exception cref="InvalidOperationException">The request was read as one about a message.</exception>
    public string CallSid =>
        Parameters.Single("CallSid") ?? throw new InvalidOperationException("A message's webhook names no call.");

    /// <summary>The message, <c>SM</c> or <c>MM</c> and 32 hexadecimal digits.</summary>
    /// <exception cref="InvalidOperationException">The request was read as one about a call.</exception>
    public string MessageSid =>
        Parameters.Single("MessageSid") ?? throw new InvalidOperationException("A call's webhook names no message.");

    /// <summary>The account that signed it.</summary>
    public string? AccountSid => Parameters.Single("AccountSid");

    /// <summary>Who calls: E.164, a word for a withheld number (<c>anonymous</c>, <c>unknown</c>, …) or any other address.</summary>
    public string? From => Parameters.Single("From");

    /// <summary>The number called.</summary>
    public string? To => Parameters.Single("To");

    /// <summary>The line that forwarded the call, when the network says so.</summary>
    public string? ForwardedFrom => Parameters.Single("ForwardedFrom");

    /// <summary>The keys pressed, without the finishing key. Absent and empty both mean silence or a lone finishing key.</summary>
    public string? Digits => Parameters.Single("Digits");

    /// <summary>The words heard.</summary>
    public string? SpeechResult => Parameters.Single("SpeechResult");

    /// <summary>How sure the recogniser is, from 0 to 1; not always sent.</summary>
    public double? Confidence =>
        double.TryParse(Parameters.Single("Confidence"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value is >= 0 and <= 1
            ? value
            : null;

    /// <summary>Where the call stands.</summary>
    public CallStatus? CallStatus => CarrierStatus.OfCall(Parameters.Single("CallStatus"));

    /// <summary>What became of the side that a Dial rang; in the request of its action.</summary>
    public CallStatus? DialStatus => CarrierStatus.OfCall(Parameters.Single("DialCallStatus"));

    /// <summary>How long the call lasted; in the callback of its end.</summary>
    public TimeSpan? CallDuration => Whole("CallDuration") is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>The order in which status callbacks were fired, from 0. They may arrive in another one, twice, or never.</summary>
    public int? SequenceNumber => Whole("SequenceNumber");

    /// <summary>Why the caller is out of the queue, in the carrier's words.</summary>
    public string? QueueResult => Parameters.Single("QueueResult");

    /// <summary>Who picked up, in the carrier's words; only where that was asked for.</summary>
    public string? AnsweredBy => Parameters.Single("AnsweredBy");

    /// <summary>What happened in a conference, in the carrier's words.</summary>
    public string? ConferenceEvent => Parameters.Single("StatusCallbackEvent");

    /// <summary>Where the message stands.</summary>
    public MessageStatus? MessageStatus => CarrierStatus.OfMessage(Parameters.Single("MessageStatus"));

    /// <summary>The carrier's error: why a message was not delivered, or why the fallback is asked.</summary>
    public int? ErrorCode => Whole("ErrorCode");

    /// <summary>The URL that failed, when the fallback is asked.</summary>
    public string? ErrorUrl => Parameters.Single("ErrorUrl");

    private int? Whole(string name) =>
        int.TryParse(Parameters.Single(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
