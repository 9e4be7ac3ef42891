using System.Text;
using System.Xml.Linq;

namespace IvrAutomat.Web.Tests.Calls;

/// <summary>What a webhook answered, read as the carrier reads it.</summary>
/// <param name="Url">What was asked.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The media type, without parameters.</param>
/// <param name="Body">The bytes.</param>
/// <param name="Took">From the request to the last byte.</param>
internal sealed record Reply(Uri Url, int Status, string? ContentType, byte[] Body, TimeSpan Took)
{
    private const int LongestDocument = 64 * 1024;

    /// <summary>The document; fails the test when the carrier could not execute it.</summary>
    public XElement Response
    {
        get
        {
            Assert.Equal(200, Status);
            Assert.Equal("text/xml", ContentType);
            Assert.InRange(Body.Length, 1, LongestDocument);
            Assert.Equal((byte)'<', Body[0]);
            var root = XDocument.Parse(Encoding.UTF8.GetString(Body)).Root!;
            Assert.Equal("Response", root.Name.LocalName);
            return root;
        }
    }

    /// <summary>All that is spoken, in order.</summary>
    public string Said => string.Join(' ', Response.Descendants("Say").Select(say => say.Value));

    /// <summary>Where an input goes; null when the document does not listen.</summary>
    public Uri? Action => Response.Element("Gather")?.Attribute("action")?.Value is { } action ? Absolute(action) : null;

    /// <summary>Where the call goes by itself, or when nothing was heard; null when nowhere.</summary>
    public Uri? Redirect => Response.Element("Redirect")?.Value is { } url ? Absolute(url) : null;

    /// <summary>The call ends with this document.</summary>
    public bool EndsCall => Response.Element("Hangup") is not null && Response.Element("Dial") is null;

    /// <summary>The number that the caller is connected with; null when none.</summary>
    public string? Dials => Response.Element("Dial")?.Element("Number")?.Value;

    private Uri Absolute(string url)
    {
        var absolute = new Uri(Url, url);
        Assert.Equal(string.Empty, absolute.Query);
        return absolute;
    }
}
