namespace IvrAutomat.Web.Shop.Local;

/// <summary>One order as it stands in a file, not yet judged. It never prints a value: names and numbers are personal.</summary>
/// <param name="line">The line on which it begins, from 1.</param>
internal sealed class FileRow(int line)
{
    private readonly string?[] _values = new string?[OrderHeader.Count];

    /// <summary>The line on which it begins, from 1.</summary>
    public int Line => line;

    /// <summary>Why it is no row at all, in words without a value; null when it is one.</summary>
    public string? Broken { get; init; }

    /// <summary>A value without the spaces around it; null when there is none.</summary>
    public string? this[OrderColumn column]
    {
        get => _values[(int)column];
        set => _values[(int)column] = string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    /// <inheritdoc />
    public override string ToString() => $"line {line}";
}

/// <summary>A row that was not imported.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Reasons">All that is wrong with it; no value is quoted.</param>
internal sealed record RejectedRow(int Line, IReadOnlyList<string> Reasons);
