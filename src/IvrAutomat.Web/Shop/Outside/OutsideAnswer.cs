using System.Net.Http.Headers;

namespace IvrAutomat.Web.Shop.Outside;

/// <summary>What became of one HTTP request to an outside system. It prints neither address nor body.</summary>
/// <param name="Delivery">How far it got.</param>
/// <param name="Status">The HTTP status; 0 without an answer.</param>
/// <param name="Body">The whole body; empty without an answer.</param>
internal sealed record OutsideAnswer(Delivery Delivery, int Status = 0, byte[]? Body = null)
{
    /// <summary>The media type of the body, in lower case; empty when none was named.</summary>
    public string MediaType { get; init; } = string.Empty;

    /// <summary>The headers; null without an answer.</summary>
    public HttpResponseHeaders? Headers { get; init; }

    /// <summary>Something was answered, whatever it says.</summary>
    public bool IsAnswered => Delivery == Delivery.Answered;

    /// <summary>Nothing has been sent: not even a write can have been done.</summary>
    public bool IsCertainlyNotDone => Delivery == Delivery.NeverSent;

    /// <summary>The body, never null.</summary>
    public byte[] Bytes => Body ?? [];

    /// <summary>For logs: a status, or how far it got.</summary>
    public string Why => IsAnswered ? $"HTTP {Status}" : $"{Delivery}";

    /// <inheritdoc />
    public override string ToString() => Why;
}

/// <summary>How far a request got.</summary>
internal enum Delivery
{
    /// <summary>An answer came, whole.</summary>
    Answered,

    /// <summary>No connection was made: the other side knows nothing of it.</summary>
    NeverSent,

    /// <summary>The connection broke: it may have been performed.</summary>
    Lost,

    /// <summary>No answer in time: it may have been performed.</summary>
    TimedOut,

    /// <summary>The answer was larger than any true one: it may have been performed.</summary>
    TooLarge,
}
