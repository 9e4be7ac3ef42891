using System.Globalization;

namespace IvrAutomat.Web.AgentConsole.Today;

/// <summary>Pictures of figures that stand in a table beside them; whoever does not see them misses nothing.</summary>
internal static class DayPictures
{
    private const int Width = 480;
    private const int Height = 80;

    /// <summary>One bar in as many parts as there are numbers; nothing when all are zero.</summary>
    public static Markup Parts(string title, IReadOnlyList<(string Name, int Count)> parts)
    {
        var all = parts.Sum(part => part.Count);
        var (at, bars) = (0d, new List<Markup>());
        foreach (var (name, count) in parts)
        {
            var width = all == 0 ? 0 : (double)Width * count / all;
            bars.Add(Markup.Of($"""<rect class="{name}" x="{Pixels(at)}" y="0" width="{Pixels(width)}" height="24"/>"""));
            at += width;
        }

        return Markup.If(all > 0, () => Picture(title, 24, bars));
    }

    /// <summary>A bar for each number; nothing when all are zero.</summary>
    public static Markup Bars(string title, IReadOnlyList<int> counts)
    {
        var (most, width) = (counts.Max(), (double)Width / counts.Count);
        return Markup.If(most > 0, () => Picture(title, Height, counts.Select((count, at) =>
        {
            var height = (double)Height * count / most;
            return Markup.Of($"""<rect class="bar" x="{Pixels((at * width) + 1)}" y="{Pixels(Height - height)}" width="{Pixels(width - 2)}" height="{Pixels(height)}"/>""");
        })));
    }

    private static Markup Picture(string title, int height, IEnumerable<Markup> bars)
        => Markup.Of($"""<svg class="picture" viewBox="0 0 {Width} {height}" role="img" aria-label="{title}">{bars}</svg>""");

    private static string Pixels(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
