using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>
/// What was bought, in one value: items separated by a semicolon or a new line, each a name, and <c>|excepted</c> (or <c>|výjimka</c>) after
/// one that the law may except from withdrawal.
/// </summary>
internal static class FileItems
{
    private const char Mark = '|';

    /// <summary>Reads the items; none when there is no value.</summary>
    public static ValueList<OrderItem> Read(string? text)
        => [.. (text ?? string.Empty).Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Item)];

    private static OrderItem Item(string text, int at)
    {
        var mark = text.LastIndexOf(Mark);
        return mark >= 0 && Folded.Of(text[(mark + 1)..]) is "excepted" or "vyjimka" or "ano" or "yes"
            ? new OrderItem($"{at + 1}", text[..mark].TrimEnd(), IsExcepted: true)
            : new OrderItem($"{at + 1}", text.TrimEnd(Mark).TrimEnd());
    }
}
