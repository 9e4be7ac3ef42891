using System.Net;
using System.Text.RegularExpressions;
using IvrAutomat.Proof.World;

namespace IvrAutomat.Proof.Canary;

/// <summary>An admin opens one page after the other, wherever a link leads, and parts of pages that pages fetch for themselves.</summary>
internal static partial class OpenedPages
{
    private const int Most = 600;

    // The stream has no end, assets are the same for everybody, and whoever signs out sees no more.
    private static readonly string[] NotPages = ["/console/events", "/console/assets/", "/console/sign-out"];

    /// <summary>Opens them.</summary>
    /// <param name="browser">Signed in.</param>
    /// <param name="host">Where.</param>
    /// <param name="first">Where to begin.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Each page's address and text.</returns>
    public static async Task<IReadOnlyList<(string Path, string Text)>> OpenAsync(Browser browser, Uri host, IEnumerable<string> first, CancellationToken cancellationToken)
    {
        var pages = new List<(string, string)>();
        var known = new HashSet<string>(first, StringComparer.Ordinal);
        var ahead = new Queue<string>(known);
        while (pages.Count < Most && ahead.TryDequeue(out var path))
        {
            if (await browser.LookAsync(new Uri(host, path), cancellationToken) is not { } text)
            {
                continue;
            }

            pages.Add((path, text));
            foreach (var link in Links().Matches(text).Select(link => WebUtility.HtmlDecode(link.Groups["to"].Value)))
            {
                if (!NotPages.Any(each => link.StartsWith(each, StringComparison.Ordinal)) && known.Add(link))
                {
                    ahead.Enqueue(link);
                }
            }
        }

        return pages;
    }

    [GeneratedRegex("(href|src|data-live)=\"(?<to>/(console|studio)/[^\"#]*)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Links();
}
