using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Simulator.Carrier.Rest;

/// <summary>One page of a list (https://www.twilio.com/docs/usage/twilios-response#pagination).</summary>
internal static class RestPage
{
    private const int DefaultSize = 50;
    private const int LargestSize = 1000;

    /// <summary>The page that the request asks for.</summary>
    /// <param name="request">The request; its other filters stay in the links.</param>
    /// <param name="name">What the list is called in the answer.</param>
    /// <param name="all">All entries that pass the filters.</param>
    public static IResult Of(HttpRequest request, string name, IReadOnlyList<object> all)
    {
        var query = request.Query;
        var size = int.TryParse(query["PageSize"], out var asked) ? Math.Clamp(asked, 1, LargestSize) : DefaultSize;
        var page = int.TryParse(query["Page"], out var number) ? Math.Clamp(number, 0, int.MaxValue / LargestSize) : 0;
        // Links stand below the host, wherever this stand-in is mounted.
        var path = request.Path.Value![request.Path.Value!.IndexOf("/2010-04-01", StringComparison.Ordinal)..];
        string? Link(int to) => to < 0 || to * size >= Math.Max(all.Count, 1) ? null : $"{path}{Others(query)}PageSize={size}&Page={to}";
        var shown = all.Skip(page * size).Take(size).ToArray();
        return Results.Json(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [name] = shown,
            ["page"] = page,
            ["page_size"] = size,
            ["start"] = page * size,
            ["end"] = page * size + Math.Max(0, shown.Length - 1),
            ["uri"] = Link(page),
            ["first_page_uri"] = Link(0),
            ["next_page_uri"] = Link(page + 1),
            ["previous_page_uri"] = Link(page - 1),
        });
    }

    private static string Others(IQueryCollection query) =>
        "?" + string.Concat(query.Where(field => field.Key is not "Page" and not "PageSize" and not "PageToken")
            .Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value.ToString())}&"));
}
