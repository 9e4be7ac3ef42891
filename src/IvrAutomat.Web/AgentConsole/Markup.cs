using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>
/// A piece of a page. It is made only by an interpolated string: what is put in is encoded, unless it is a piece itself. So no value ever
/// becomes markup by mistake.
/// </summary>
/// <param name="Text">As it goes to the browser.</param>
internal readonly record struct Markup(string Text)
{
    /// <summary>Nothing.</summary>
    public static Markup None { get; } = new(string.Empty);

    /// <summary>A piece: <c>Markup.Of($"&lt;p&gt;{value}&lt;/p&gt;")</c>.</summary>
    public static Markup Of(MarkupHandler handler) => handler.ToMarkup();

    /// <summary>Many pieces, one after the other.</summary>
    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(piece => piece.Text)));

    /// <summary>A piece, or nothing.</summary>
    public static Markup If(bool condition, Func<Markup> piece) => condition ? piece() : None;

    /// <inheritdoc />
    public override string ToString() => Text ?? string.Empty;
}

/// <summary>Builds <see cref="Markup"/>; see there.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

    /// <summary>What stands in the source.</summary>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>A piece, as it is.</summary>
    public void AppendFormatted(Markup value) => _text.Append(value.Text);

    /// <summary>Pieces, as they are.</summary>
    public void AppendFormatted(IEnumerable<Markup> value) => _text.Append(Markup.Join(value).Text);

    /// <summary>A value, encoded; null is nothing.</summary>
    public void AppendFormatted<T>(T value) => _text.Append(Encoder.Encode(value?.ToString() ?? string.Empty));

    /// <summary>The piece.</summary>
    public Markup ToMarkup() => new(_text.ToString());
}
