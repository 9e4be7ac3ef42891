using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>
/// Orders as JSON objects, in one array or one after another, read one at a time whatever the size of the file. The names of members are
/// those of a table's columns. An object that is not JSON is one broken row; reading goes on after its closing brace.
/// </summary>
internal static class JsonOrders
{
    private const int LongestObject = 1024 * 1024;

    /// <summary>Reads the objects.</summary>
    /// <exception cref="OrderFileException">There is no object, or one without an end.</exception>
    public static async IAsyncEnumerable<FileRow> ReadAsync(StreamReader text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = new ObjectScan(LongestObject);
        var piece = new char[32 * 1024];
        var any = false;
        while (await text.ReadAsync(piece, cancellationToken) is var read and > 0)
        {
            for (var at = 0; at < read; at++)
            {
                if (found.Take(piece[at]) is { } json)
                {
                    any = true;
                    yield return RowOf(json, found.Line);
                }
            }
        }

        if (found.IsOpen || !any)
        {
            throw new OrderFileException(found.IsOpen ? $"The order that begins on line {found.Line} has no end." : "The file holds no order.");
        }
    }

    private static FileRow RowOf(string json, int line)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var row = new FileRow(line);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (OrderHeader.Find(member.Name) is { } column)
                {
                    row[column] = TextOf(member.Value);
                }
            }

            return row;
        }
        catch (JsonException)
        {
            return new FileRow(line) { Broken = "is not JSON" };
        }
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(TextOf)),
        JsonValueKind.Object => ItemOf(value),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => value.GetRawText(),
    };

    private static string ItemOf(JsonElement item)
    {
        var (name, isExcepted) = (string.Empty, false);
        foreach (var member in item.EnumerateObject())
        {
            (name, isExcepted) = Folded.Of(member.Name) switch
            {
                "name" or "nazev" => (TextOf(member.Value) ?? string.Empty, isExcepted),
                "excepted" or "vyjimka" => (name, member.Value.ValueKind == JsonValueKind.True),
                _ => (name, isExcepted),
            };
        }

        return isExcepted ? $"{name}|excepted" : name;
    }

    /// <summary>Finds where objects begin and end, without understanding what is in them.</summary>
    private sealed class ObjectScan(int longest)
    {
        private readonly StringBuilder _object = new();
        private int _line = 1;
        private int _depth;
        private bool _inText;
        private bool _escaped;

        /// <summary>The line on which the last object begins.</summary>
        public int Line { get; private set; }

        /// <summary>An object has begun and not ended.</summary>
        public bool IsOpen => _depth > 0;

        /// <summary>Takes a character; the whole object when it was its last.</summary>
        public string? Take(char letter)
        {
            _line += letter == '\n' ? 1 : 0;
            if (_depth == 0)
            {
                Begin(letter);
                return null;
            }

            if (_object.Append(letter).Length > longest)
            {
                throw new OrderFileException($"The order that begins on line {Line} has no end within a million characters.");
            }

            var wasEscaped = _escaped;
            _escaped = _inText && letter == '\\' && !wasEscaped;
            if (letter == '"' && !wasEscaped)
            {
                _inText = !_inText;
            }

            _depth += _inText ? 0 : letter switch { '{' => 1, '}' => -1, _ => 0 };
            return _depth == 0 ? _object.ToString() : null;
        }

        private void Begin(char letter)
        {
            if (letter == '{')
            {
                (_depth, Line) = (1, _line);
                _object.Clear().Append(letter);
            }
            else if (!char.IsWhiteSpace(letter) && letter is not ('[' or ']' or ','))
            {
                throw new OrderFileException($"Line {_line} holds something else than orders. Write an array of objects, or one object a line.");
            }
        }
    }
}
