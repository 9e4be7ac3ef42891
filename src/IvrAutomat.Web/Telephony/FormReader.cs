using System.Runtime.InteropServices;
using System.Text;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// Reads <c>application/x-www-form-urlencoded</c> and never fails: a broken escape stays as it is written, bytes that are not UTF-8
/// become U+FFFD, any number of pairs is taken. The framework's own reader refuses some of these with an exception, before the
/// signature could be judged.
/// </summary>
internal static class FormReader
{
    public static FormParameters Read(ReadOnlySpan<byte> body)
    {
        var pairs = new List<(string Name, string Value)>();
        var scratch = new byte[body.Length];
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            var equals = pair.IndexOf((byte)'=');
            pairs.Add(equals < 0
                ? (Decode(pair, scratch), "")
                : (Decode(pair[..equals], scratch), Decode(pair[(equals + 1)..], scratch)));
        }

        return FormParameters.Of(CollectionsMarshal.AsSpan(pairs));
    }

    private static string Decode(ReadOnlySpan<byte> encoded, Span<byte> scratch)
    {
        if (encoded.IndexOfAny((byte)'%', (byte)'+') < 0)
        {
            return Encoding.UTF8.GetString(encoded);
        }

        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var escape = encoded[i] == '%' && i + 2 < encoded.Length;
            if (escape && char.IsAsciiHexDigit((char)encoded[i + 1]) && char.IsAsciiHexDigit((char)encoded[i + 2]))
            {
                scratch[length++] = (byte)((HexValue(encoded[i + 1]) << 4) | HexValue(encoded[i + 2]));
                i += 2;
            }
            else
            {
                scratch[length++] = encoded[i] == '+' ? (byte)' ' : encoded[i];
            }
        }

        return Encoding.UTF8.GetString(scratch[..length]);
    }

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
