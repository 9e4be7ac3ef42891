using System.Collections.Immutable;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// Writes values with the check that belongs to their kind. A failed check is a mistake in our own code or settings, never something a
/// caller can cause, and therefore an exception. An absent optional value writes nothing.
/// </summary>
internal sealed class TwimlAttributes(XmlBuffer xml)
{
    private const int MaxHints = 500;
    private const int MaxHintLength = 100;

    public void Text(ReadOnlySpan<byte> opening, string value)
    {
        xml.Raw(opening);
        xml.Escaped(XmlBuffer.Clean(value));
        xml.Raw("\""u8);
    }

    /// <summary>Writes a literal attribute when it differs from the carrier's default.</summary>
    public void True(ReadOnlySpan<byte> attribute, bool write)
    {
        if (write)
        {
            xml.Raw(attribute);
        }
    }

    public void Whole(string element, ReadOnlySpan<byte> opening, int? value, int least, int most)
    {
        if (value is not { } number)
        {
            return;
        }

        if (number < least || number > most)
        {
            throw new TwimlException(12200, element, $"{Named(opening)} is {number}, allowed is {least} to {most}");
        }

        xml.Raw(opening);
        xml.Number(number);
        xml.Raw("\""u8);
    }

    public void Seconds(string element, ReadOnlySpan<byte> opening, TimeSpan? value, int least, int most)
    {
        if (value is { } time)
        {
            Whole(element, opening, (int)Math.Clamp(Math.Ceiling(time.TotalSeconds), int.MinValue, int.MaxValue), least, most);
        }
    }

    /// <summary>
    /// A URL that the carrier will request with a signature. It has no query: the carrier may re-sort one after it has signed the URL.
    /// </summary>
    public void WebhookUrl(string element, ReadOnlySpan<byte> opening, string? url)
    {
        if (url is null)
        {
            return;
        }

        xml.Raw(opening);
        WebhookUrl(element, url);
        xml.Raw("\""u8);
    }

    public void WebhookUrl(string element, string url)
    {
        if (url.Contains('?'))
        {
            throw new TwimlException(11100, element, "a webhook URL must not have a query");
        }

        MediaUrl(element, url);
    }

    /// <summary>A URL that the carrier fetches without a signature.</summary>
    public void MediaUrl(string element, string url)
    {
        if (url.Length == 0 || url.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new TwimlException(11100, element, "a URL must not be empty and must be percent-encoded ASCII");
        }

        xml.Escaped(url);
    }

    /// <summary>The name of a queue, a room or a participant.</summary>
    public void Name(string element, string name, int most)
    {
        if (name.Length == 0 || name.Length > most || name.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new TwimlException(12200, element, $"a name has 1 to {most} ASCII characters and no blank; this one has {name.Length}");
        }

        xml.Escaped(name);
    }

    public void E164(string element, string number)
    {
        if (number.Length is < 5 or > 16
            || number is not ['+', >= '1' and <= '9', ..]
            || number.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
        {
            throw new TwimlException(13223, element, "a telephone number must be in E.164: a plus sign and 4 to 15 digits");
        }

        xml.Escaped(number);
    }

    public void Hints(ImmutableArray<string> hints)
    {
        if (hints.Length == 0)
        {
            return;
        }

        if (hints.Length > MaxHints)
        {
            throw new TwimlException(13330, "Gather", $"{hints.Length} hints, allowed are {MaxHints}");
        }

        var separator = " hints=\""u8;
        foreach (var hint in hints)
        {
            if (hint.Length is 0 or > MaxHintLength || hint.Contains(','))
            {
                throw new TwimlException(13330, "Gather", $"a hint of {hint.Length} characters; allowed are 1 to {MaxHintLength} and no comma");
            }

            xml.Raw(separator);
            xml.Escaped(XmlBuffer.Clean(hint));
            separator = ","u8;
        }

        xml.Raw("\""u8);
    }

    public void Events(ImmutableArray<LegEvent> events)
    {
        var separator = " statusCallbackEvent=\""u8;
        foreach (var legEvent in events)
        {
            xml.Raw(separator);
            xml.Raw(legEvent switch
            {
                LegEvent.Initiated => "initiated"u8,
                LegEvent.Ringing => "ringing"u8,
                LegEvent.Answered => "answered"u8,
                _ => "completed"u8,
            });
            separator = " "u8;
        }

        xml.Raw(events.Length == 0 ? ""u8 : "\""u8);
    }

    public void Events(ImmutableArray<ConferenceEvent> events)
    {
        var separator = " statusCallbackEvent=\""u8;
        foreach (var roomEvent in events)
        {
            xml.Raw(separator);
            xml.Raw(roomEvent switch
            {
                ConferenceEvent.Start => "start"u8,
                ConferenceEvent.End => "end"u8,
                ConferenceEvent.Join => "join"u8,
                ConferenceEvent.Leave => "leave"u8,
                ConferenceEvent.Mute => "mute"u8,
                _ => "hold"u8,
            });
            separator = " "u8;
        }

        xml.Raw(events.Length == 0 ? ""u8 : "\""u8);
    }

    // An opening is written as ` name="`.
    private static string Named(ReadOnlySpan<byte> opening) => System.Text.Encoding.ASCII.GetString(opening[1..^2]);
}
