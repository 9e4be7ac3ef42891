using System.Globalization;
using System.Text;

namespace IvrAutomat.Benchmarks.Live;

/// <summary>How many turns took at most how long, as a picture: time to the right on a scale of powers, share of turns upwards.</summary>
internal static class LatencyPicture
{
    private const int Width = 720;
    private const int Height = 320;
    private const int Margin = 50;
    private const double Shortest = 0.1;
    private const double Longest = 10_000;

    private static readonly double[] Marks = [0.1, 1, 10, 50, 100, 1000, 10_000];

    /// <summary>Draws it as SVG.</summary>
    /// <param name="sorted">The times in milliseconds.</param>
    public static string Of(double[] sorted)
    {
        var svg = new StringBuilder();
        svg.Append(Invariant($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {Width} {Height}' font-family='sans-serif' font-size='12'><rect width='{Width}' height='{Height}' fill='#fff'/>"));
        foreach (var mark in Marks)
        {
            svg.Append(Invariant($"<line x1='{X(mark):0}' x2='{X(mark):0}' y1='{Y(1):0}' y2='{Y(0):0}' stroke='#ddd'/><text x='{X(mark):0}' y='{Height - 28}' text-anchor='middle'>{mark} ms</text>"));
        }

        foreach (var share in (double[])[0.5, 0.95, 0.99, 1])
        {
            svg.Append(Invariant($"<line x1='{Margin}' x2='{Width - Margin}' y1='{Y(share):0}' y2='{Y(share):0}' stroke='#ddd'/><text x='8' y='{Y(share) + 4:0}'>{share * 100:0} %</text>"));
        }

        var points = Enumerable.Range(0, Width - (2 * Margin)).Select(at =>
        {
            var time = Shortest * Math.Pow(Longest / Shortest, at / (double)(Width - (2 * Margin)));
            var below = Array.BinarySearch(sorted, time);
            return Invariant($"{X(time):0.0},{Y((below < 0 ? ~below : below) / (double)sorted.Length):0.0}");
        });
        return svg.Append(Invariant($"<polyline fill='none' stroke='#0057b8' stroke-width='2' points='{string.Join(' ', points)}'/></svg>")).ToString();
    }

    private static double X(double milliseconds)
        => Margin + ((Width - (2 * Margin)) * Math.Log(milliseconds / Shortest) / Math.Log(Longest / Shortest));

    private static double Y(double share) => Height - Margin - ((Height - (2 * Margin)) * share);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
