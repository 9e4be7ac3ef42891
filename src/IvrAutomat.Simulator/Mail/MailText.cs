using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IvrAutomat.Simulator.Mail;

/// <summary>Subject and text of a plain e-mail as mail programs write it (RFC 2045, 2047); of one with attachments the first part.</summary>
internal static partial class MailText
{
    public static (string Subject, string Text, IReadOnlyDictionary<string, string> Headers) Read(string content)
    {
        var end = content.IndexOf("\n\n", StringComparison.Ordinal);
        var headers = Headers(end < 0 ? content : content[..end]);
        var body = end < 0 ? string.Empty : content[(end + 2)..];
        if (Boundary().Match(headers.GetValueOrDefault("content-type", string.Empty)) is { Success: true } boundary)
        {
            // The text stands first; what follows is only named.
            var parts = body.Split($"--{boundary.Groups["what"].Value}");
            var (_, first, _) = Read(parts.Length > 1 ? parts[1].TrimStart('\n') : string.Empty);
            var names = string.Concat(parts.Skip(2).Select(part => FileName().Match(part)).Where(name => name.Success).Select(name => $"\n[{name.Groups["what"].Value}]"));
            return (Subject(headers.GetValueOrDefault("subject", string.Empty)), first + names, headers);
        }

        var text = headers.GetValueOrDefault("content-transfer-encoding", string.Empty).ToLowerInvariant() switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
            "quoted-printable" => QuotedPrintable(body.Replace("=\n", "", StringComparison.Ordinal)),
            _ => body,
        };
        return (Subject(headers.GetValueOrDefault("subject", string.Empty)), text.TrimEnd('\r', '\n'), headers);
    }

    private static Dictionary<string, string> Headers(string head)
    {
        // A line that begins with a space belongs to the one before.
        var lines = head.Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n');
        return lines.Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0].Trim().ToLowerInvariant(), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First()[1].Trim(), StringComparer.Ordinal);
    }

    // Encoded words that follow each other are one text: the space between them is only where the line was folded.
    private static string Subject(string raw) => EncodedWord().Replace(
        raw.Replace("?= =?", "?==?", StringComparison.Ordinal),
        word => word.Groups["how"].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["what"].Value))
            : QuotedPrintable(word.Groups["what"].Value.Replace('_', ' ')));

    private static string QuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '=' && at + 2 < text.Length && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                at += 2;
            }
            else
            {
                bytes.Add((byte)text[at]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"=\?utf-8\?(?<how>[BbQq])\?(?<what>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("boundary=\"?(?<what>[^\";]+)\"?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex("name=\"?(?<what>[^\";\\s]+)\"?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();
}
