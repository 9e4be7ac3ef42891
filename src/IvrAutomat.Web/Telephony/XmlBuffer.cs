using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// Grows a rented array of UTF-8 XML. It escapes and cleans whatever is written as content and knows nothing of elements; what is
/// written raw is literal markup of the writer.
/// </summary>
/// <param name="limit">The largest document in bytes.</param>
internal sealed class XmlBuffer(int limit) : IDisposable
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"");

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(2048);
    private int _length;

    /// <summary>Appends literal markup.</summary>
    public void Raw(ReadOnlySpan<byte> markup)
    {
        markup.CopyTo(Room(markup.Length));
        _length += markup.Length;
    }

    /// <summary>Appends a whole number.</summary>
    public void Number(int value)
    {
        _ = Utf8Formatter.TryFormat(value, Room(11), out var written);
        _length += written;
    }

    /// <summary>Appends content that <see cref="Clean"/> has already seen, escaped for text and for attributes alike.</summary>
    public void Escaped(ReadOnlySpan<char> content)
    {
        while (!content.IsEmpty)
        {
            var special = content.IndexOfAny(Special);
            var plain = special < 0 ? content : content[..special];
            _length += Encoding.UTF8.GetBytes(plain, Room(Encoding.UTF8.GetByteCount(plain)));
            if (special < 0)
            {
                return;
            }

            Raw(content[special] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                _ => "&quot;"u8,
            });
            content = content[(special + 1)..];
        }
    }

    /// <summary>
    /// The text without what XML 1.0 forbids (controls, lone surrogates, U+FFFE, U+FFFF). Line ends and tabs become blanks, which is what
    /// a reader makes of them in an attribute anyway. The same instance comes back when nothing had to go.
    /// </summary>
    public static string Clean(string text)
    {
        var span = text.AsSpan();
        if (!span.ContainsAnyInRange('\0', '\x1F')
            && !span.ContainsAnyInRange('\uD800', '\uDFFF')
            && !span.ContainsAnyInRange('\uFFFE', '\uFFFF'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        while (!span.IsEmpty)
        {
            var status = Rune.DecodeFromUtf16(span, out var rune, out var width);
            if (status == OperationStatus.Done && rune.Value is '\t' or '\n' or '\r')
            {
                clean.Append(' ');
            }
            else if (status == OperationStatus.Done && rune.Value is >= ' ' and not (0xFFFE or 0xFFFF))
            {
                clean.Append(span[..width]);
            }

            span = span[width..];
        }

        return clean.ToString();
    }

    /// <summary>A copy of all that was written.</summary>
    public byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private Span<byte> Room(int size)
    {
        var needed = _length + size;
        if (needed > limit)
        {
            throw new TwimlException(11750, "Response", $"the document would be longer than {limit} bytes");
        }

        if (needed > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * _bytes.Length));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(_length, size);
    }
}
