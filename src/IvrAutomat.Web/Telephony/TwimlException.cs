namespace IvrAutomat.Web.Telephony;

/// <summary>
/// A document was asked for that the carrier would refuse and that cannot be made legal. It carries the facts, never the text itself:
/// a text may hold a name or an address.
/// </summary>
/// <param name="code">The carrier's error code that the document would have caused.</param>
/// <param name="element">The element, as written in TwiML.</param>
/// <param name="fact">What is wrong with it, in words that quote no content.</param>
internal sealed class TwimlException(int code, string element, string fact) : Exception($"<{element}>: {fact} (Twilio error {code})")
{
    /// <summary>The carrier's error code, see https://www.twilio.com/docs/api/errors.</summary>
    public int Code { get; } = code;

    /// <summary>The offending element.</summary>
    public string Element { get; } = element;

    /// <summary>What is wrong, without content.</summary>
    public string Fact { get; } = fact;
}
