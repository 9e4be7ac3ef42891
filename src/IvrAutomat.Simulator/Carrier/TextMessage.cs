namespace IvrAutomat.Simulator.Carrier;

/// <summary>A text message that the product has sent.</summary>
public sealed record TextMessage(string Sid, string To, string? From, string? MessagingServiceSid, string Body, DateTimeOffset CreatedAt)
{
    private const int Gsm7Single = 160;
    private const int Gsm7Part = 153;
    private const int Ucs2Single = 70;
    private const int Ucs2Part = 67;
    private const string Gsm7 =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Gsm7Extended = "^{}\\[~]|€";

    /// <summary>It came by e-mail: the first line of the text is its subject. The carrier knows nothing of it.</summary>
    public bool IsMail { get; init; }

    /// <summary>The headers of an e-mail by their names in lower case, as they came; empty for a text message.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The status in the carrier's words.</summary>
    public string Status { get; init; } = "queued";

    /// <summary>Why it was not delivered, in the carrier's numbering; null while nothing is wrong.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>When it left the carrier; null before.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How many messages the telephone network counts: 160 letters of its own alphabet, 70 as soon as one is not.</summary>
    public int Segments
    {
        get
        {
            var narrow = Body.All(letter => Gsm7.Contains(letter) || Gsm7Extended.Contains(letter));
            var length = narrow ? Body.Length + Body.Count(Gsm7Extended.Contains) : Body.Length;
            var (single, part) = narrow ? (Gsm7Single, Gsm7Part) : (Ucs2Single, Ucs2Part);
            return length <= single ? 1 : (length + part - 1) / part;
        }
    }
}
