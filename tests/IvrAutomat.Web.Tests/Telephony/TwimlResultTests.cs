using IvrAutomat.Web.Telephony;
using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Web.Tests.Telephony;

public sealed class TwimlResultTests
{
    [Fact]
    public async Task Answer_IsTheStoredBytesAsTextXml()
    {
        var document = HumanFallback.Connect("+420222333444").ToBytes();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { Response = { Body = body } };
        await new TwimlResult(document).ExecuteAsync(http);

        Assert.Equal(document, body.ToArray());
        Assert.Equal("text/xml; charset=utf-8", http.Response.ContentType);
        Assert.Equal(document.Length, http.Response.ContentLength);
    }
}
