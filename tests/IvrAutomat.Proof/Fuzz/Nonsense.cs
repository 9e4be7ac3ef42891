using System.Text;

namespace IvrAutomat.Proof.Fuzz;

/// <summary>Makes values, forms and bodies that no carrier and no browser would send, and some that they would.</summary>
internal sealed class Nonsense(Random chance)
{
    private static readonly string[] Values =
    [
        "", " ", "0", "00", "#", "*", "**", "1", "2", "3", "4", "5", "9", "99", "4821", "9999", "2026001001", "-1", "NaN", "1e999", "true", "null", "undefined",
        "2147483647", "2147483648", "-9223372036854775809", "٤٨٢١", "４８２１", "48 21", "+420601000001", "+", "anonymous", "sip:a@b.example", "čtyři osm dva jedna",
        "zrušit", "ano", "ne", "operátor", "na shledanou", "<Response><Hangup/></Response>", "]]>", "&amp;", "\"'><script>alert(1)</script>", "'; DROP TABLE calls; --",
        "../../../etc/passwd", "%", "%zz", "%00", "\0", "\u0001\u0008\u001f", "\r\nX-Injected: yes", "\ufeff", "\uffff", "\u202e", "a\u0301\u0301\u0301", "😀", "{0}", "{name}",
        "{plural, one", "${7*7}", "{{7*7}}", "completed", "in-progress", "no-such-status", "leave", "hangup", "11200", "12100", "99999", "machine_start",
    ];

    private static readonly string[] Names =
    [
        "CallSid", "AccountSid", "From", "To", "Caller", "Called", "Digits", "SpeechResult", "Confidence", "CallStatus", "ErrorCode", "ErrorUrl", "QueueResult", "QueueTime",
        "QueueSid", "DialCallStatus", "DialCallSid", "DialBridged", "FinishedOnKey", "Language", "AnsweredBy", "ConferenceSid", "StatusCallbackEvent", "FriendlyName",
        "SequenceNumber", "Timestamp", "Direction", "ApiVersion", "MessageSid", "MessageStatus", "ErrorMessage", "msg", "", "a[b][c]", "__proto__", "Ünicode",
    ];

    /// <summary>A value.</summary>
    public string Value() => chance.Next(12) switch
    {
        0 => new string((char)chance.Next('0', '9' + 1), chance.Next(1, 3000)),
        1 => string.Concat(Enumerable.Range(0, chance.Next(1, 200)).Select(_ => (char)chance.Next(1, 0xd7ff))),
        2 => string.Join(' ', Enumerable.Range(0, chance.Next(1, 400)).Select(_ => "nula jedna dva")),
        3 => $"{chance.NextInt64()}",
        _ => Values[chance.Next(Values.Length)],
    };

    /// <summary>A field's name.</summary>
    public string Name() => Names[chance.Next(Names.Length)];

    /// <summary>A form that was right before: fields are changed, left out, given twice, added in masses.</summary>
    public List<(string Name, string Value)> Spoil(IEnumerable<(string Name, string Value)> right)
    {
        var form = right.ToList();
        for (var change = chance.Next(4); change > 0; change--)
        {
            var at = form.Count == 0 ? -1 : chance.Next(form.Count);
            switch (chance.Next(6))
            {
                case 0 when at >= 0:
                    form.RemoveAt(at);
                    break;
                case 1 when at >= 0:
                    form[at] = (form[at].Name, Value());
                    break;
                case 2 when at >= 0:
                    form.Add((form[at].Name, Value()));
                    break;
                case 3:
                    form.AddRange(Enumerable.Range(0, chance.Next(1, 3000)).Select(each => ($"a{each % 900}", $"{each}")));
                    break;
                default:
                    form.Add((Name(), Value()));
                    break;
            }
        }

        return form;
    }

    /// <summary>The bytes of a form, sometimes with escapes, charsets and separators that are wrong.</summary>
    public byte[] Write(List<(string Name, string Value)> form)
    {
        var text = string.Join('&', form.Select(field => $"{Escape(field.Name)}={Escape(field.Value)}"));
        var bytes = chance.Next(10) == 0 ? Encoding.Unicode.GetBytes(text) : Encoding.UTF8.GetBytes(text);
        for (var change = chance.Next(10) == 0 ? chance.Next(1, 20) : 0; change > 0 && bytes.Length > 0; change--)
        {
            bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
        }

        return chance.Next(200) == 0 ? [.. bytes, .. new byte[80_000]] : bytes;
    }

    /// <summary>A content type.</summary>
    public string Type() => chance.Next(8) switch
    {
        0 => "application/json",
        1 => "multipart/form-data; boundary=x",
        2 => "text/plain; charset=utf-7",
        3 => "application/x-www-form-urlencoded; charset=no-such",
        _ => "application/x-www-form-urlencoded",
    };

    /// <summary>An address of a pattern: what it leaves open is filled with something.</summary>
    public string Path(string pattern, string inPlace)
    {
        var path = System.Text.RegularExpressions.Regex.Replace(
            pattern, "{[^}]*}", _ => chance.Next(3) == 0 ? inPlace : Uri.EscapeDataString(Cut(Value())), System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        return path.StartsWith('/') ? path : "/" + path;
    }

    // A server refuses long lines before anybody sees them.
    private static string Cut(string value)
    {
        var most = Math.Min(value.Length, 60);
        return string.Concat(value[..most].Where(letter => !char.IsSurrogate(letter)));
    }

    private string Escape(string text) => chance.Next(30) == 0 ? text : Uri.EscapeDataString(string.Concat(text.Where(letter => !char.IsSurrogate(letter))));
}
