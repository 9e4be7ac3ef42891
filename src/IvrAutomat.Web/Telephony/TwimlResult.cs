namespace IvrAutomat.Web.Telephony;

/// <summary>Answers a webhook with a document that has already been written, so that the same bytes can be stored and sent again.</summary>
internal sealed class TwimlResult(ReadOnlyMemory<byte> document) : IResult
{
    /// <summary>What the carrier takes for TwiML.</summary>
    public const string ContentType = "text/xml; charset=utf-8";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = ContentType;
        httpContext.Response.ContentLength = document.Length;
        return httpContext.Response.Body.WriteAsync(document, httpContext.RequestAborted).AsTask();
    }
}
