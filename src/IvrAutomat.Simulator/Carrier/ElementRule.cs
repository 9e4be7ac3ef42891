namespace IvrAutomat.Simulator.Carrier;

/// <summary>Whether an element has words of its own.</summary>
internal enum TextRule
{
    None,
    Optional,
    Required,
}

/// <summary>What a document may contain at one element.</summary>
internal sealed record ElementRule(string Name)
{
    public IReadOnlyDictionary<string, AttributeRule> Attributes { get; init; } =
        new Dictionary<string, AttributeRule>(StringComparer.Ordinal);

    public IReadOnlySet<string> Children { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public TextRule Text { get; init; }

    /// <summary>The error when something else stands inside.</summary>
    public int NestingCode { get; init; } = 12200;

    /// <summary>The error when the words are missing.</summary>
    public int EmptyCode { get; init; } = 12200;
}

/// <summary>Which values an attribute takes, and the error when it has another.</summary>
internal sealed record AttributeRule(string Expected, Func<string, bool> Accepts, int Code)
{
    public static AttributeRule Any { get; } = new("any text", _ => true, 12200);

    public static AttributeRule Boolean(int code = 12200) => OneOf(code, "true", "false");

    public static AttributeRule Method(int code = 12200) => OneOf(code, "GET", "POST");

    public static AttributeRule Url(int code = 11100) =>
        new("a URL", value => Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out _), code);

    public static AttributeRule Whole(int from, int to, int code = 12200) =>
        new($"a whole number from {from} to {to}", value => IsWhole(value, from, to), code);

    public static AttributeRule WholeOr(string word, int from, int to, int code = 12200) =>
        new($"{word} or a whole number from {from} to {to}", value => value == word || IsWhole(value, from, to), code);

    public static AttributeRule OneOf(int code, params string[] values) =>
        new(string.Join(", ", values), value => values.Contains(value, StringComparer.Ordinal), code);

    public static AttributeRule ListOf(int code, params string[] values) =>
        new(
            $"a list of {string.Join(", ", values)}",
            value => value.Length > 0 && value.Split(' ').All(item => values.Contains(item, StringComparer.Ordinal)),
            code);

    private static bool IsWhole(string value, int from, int to) =>
        value.Length is > 0 and <= 9 && value.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && int.Parse(value) is var number
        && number >= from && number <= to;
}
