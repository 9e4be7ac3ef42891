namespace IvrAutomat.Benchmarks.Report;

/// <summary>A figure of several rounds.</summary>
/// <param name="Median">The middle one.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
internal sealed record Spread(double Median, double Least, double Most)
{
    /// <summary>Of at least one value, in any order.</summary>
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return new Spread(sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, sorted[0], sorted[^1]);
    }

    /// <summary>The median, and the range in brackets.</summary>
    public string Text(string format) => $"{Median.ToString(format)} ({Least.ToString(format)}–{Most.ToString(format)})";
}
