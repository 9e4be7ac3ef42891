using IvrAutomat.Language;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>Words as they are compared: small letters and digits without marks, spaces and signs.</summary>
internal static class Folded
{
    /// <summary><c>Čeká na platbu</c> becomes <c>cekanaplatbu</c>.</summary>
    public static string Of(string text)
        => string.Concat(PlainText.Of(text).Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>The same without the ending by which Czech tells the gender: <c>zrušena</c>, <c>zrušeno</c> and <c>zrušen</c> are one.</summary>
    public static string Stem(string text) => Of(text) is { Length: > 4 } folded ? folded.TrimEnd('a', 'o') : Of(text);
}
