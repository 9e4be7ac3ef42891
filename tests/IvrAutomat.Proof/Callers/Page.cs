using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IvrAutomat.Proof.Callers;

/// <summary>What a caller's phone finds in a document.</summary>
/// <param name="Listens">Where keys and words go; null when nobody listens.</param>
/// <param name="Silence">Where the call goes on by itself; null when the document ends it.</param>
/// <param name="End">How the document ends the call; null while it goes on.</param>
internal sealed partial record Page(string? Listens, string? Silence, CallEnd? End)
{
    /// <summary>The step that the next webhook belongs to; null when the document names none.</summary>
    public int? Step => (Listens ?? Silence) is { } path && StepOf(path) is { } step ? step : null;

    /// <summary>Reads a document.</summary>
    public static Page Of(XElement response)
    {
        var listens = PathOf(response.Element("Gather")?.Attribute("action")?.Value);
        var silence = PathOf(response.Element("Redirect")?.Value);
        CallEnd? end = response.Element("Dial") is not null ? CallEnd.Person
            : response.Element("Enqueue") is not null ? CallEnd.Queue
            : listens is null && silence is null ? CallEnd.Automat
            : null;
        return new Page(listens, silence, end);
    }

    /// <summary>The step in the address of a turn; null when it is another address.</summary>
    public static int? StepOf(string path) => Turn().Match(path) is { Success: true } found ? int.Parse(found.Groups["step"].Value, CultureInfo.InvariantCulture) : null;

    private static string? PathOf(string? url) => url is null ? null : Uri.TryCreate(url, UriKind.Absolute, out var absolute) && !url.StartsWith('/') ? absolute.PathAndQuery : url;

    [GeneratedRegex(@"/turns/(?<step>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Turn();
}

/// <summary>How a call ended.</summary>
internal enum CallEnd
{
    /// <summary>The automat said goodbye.</summary>
    Automat,

    /// <summary>The caller was connected with a person.</summary>
    Person,

    /// <summary>The caller waits for a person in the queue.</summary>
    Queue,

    /// <summary>The caller hung up, as planned.</summary>
    Caller,

    /// <summary>No: the carrier had nothing to say to the caller, neither from the webhook nor from the fallback.</summary>
    Dropped,

    /// <summary>No: the call went round and round.</summary>
    Endless,
}
