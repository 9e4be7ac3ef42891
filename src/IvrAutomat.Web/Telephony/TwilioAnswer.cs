using System.Net;

namespace IvrAutomat.Web.Telephony;

/// <summary>How far one attempt of a REST call came.</summary>
internal enum Delivery
{
    /// <summary>An answer was read to its end.</summary>
    Answered,

    /// <summary>No connection came about.</summary>
    NeverSent,

    /// <summary>The connection broke.</summary>
    Lost,

    /// <summary>The time was up.</summary>
    TimedOut,
}

/// <summary>What one attempt brought, before anybody knows what it means.</summary>
/// <param name="Delivery">How far it came.</param>
/// <param name="Status">The HTTP status; 0 without an answer.</param>
/// <param name="Bytes">The answer's body; none without an answer.</param>
/// <param name="RetryAfter">The pause that the carrier asks for.</param>
internal readonly record struct TwilioAnswer(Delivery Delivery, int Status = 0, byte[]? Bytes = null, TimeSpan? RetryAfter = null)
{
    /// <summary>The answer's body; empty without an answer.</summary>
    public byte[] Body => Bytes ?? [];

    /// <summary>Whether the carrier has too much to do and did nothing.</summary>
    public bool IsTooManyRequests => Status == (int)HttpStatusCode.TooManyRequests;

    /// <summary>Whether a request that only reads is worth another attempt.</summary>
    public bool MayRepeatReading =>
        Delivery != Delivery.Answered || IsTooManyRequests || Status is (int)HttpStatusCode.RequestTimeout or >= 500;
}
