using System.Text;
using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// Cuts a text into pieces that each fit one <c>&lt;Say&gt;</c>: at a sentence end if there is one, else at a blank, else between two
/// characters. The pieces follow each other without a pause of their own, so that the listener hears one text.
/// </summary>
internal ref struct SpokenPieces(ReadOnlySpan<char> text, SayLimits limits)
{
    private readonly SayLimits _limits = limits;
    private ReadOnlySpan<char> _rest = text.Trim();

    /// <summary>The piece to say now: never empty, never with blanks at its ends.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    public readonly SpokenPieces GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var length = _rest.Length <= SayLimits.AlwaysFits ? _rest.Length : FirstPiece(_rest, _limits);
        Current = _rest[..length].TrimEnd();
        _rest = _rest[length..].TrimStart();
        return true;
    }

    private static int FirstPiece(ReadOnlySpan<char> text, SayLimits limits)
    {
        int bytes = 0, encoded = 0, index = 0, sentence = 0, blank = 0;
        while (index < text.Length)
        {
            Rune.DecodeFromUtf16(text[index..], out var rune, out var width);
            bytes += rune.Utf8SequenceLength;
            encoded += IsUnreserved(rune) ? 1 : 3 * rune.Utf8SequenceLength;
            if (bytes > limits.Utf8Bytes || encoded > limits.UrlEncoded || index + width > limits.Characters)
            {
                return sentence > 0 ? sentence : blank > 0 ? blank : index;
            }

            if (Rune.IsWhiteSpace(rune))
            {
                blank = index;
                sentence = Sentences.EndsAt(text[..index], text[index..]) ? index : sentence;
            }

            index += width;
        }

        return text.Length;
    }

    private static bool IsUnreserved(Rune rune) =>
        rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '-' or '_' or '.' or '~');
}
