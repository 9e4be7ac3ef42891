using System.Net;
using System.Text.RegularExpressions;

namespace IvrAutomat.Benchmarks.Pages;

/// <summary>Open desks: each listens to the stream and fetches its part anew when something about a colleague has changed, as the page's script does.</summary>
internal sealed partial class OpenDesks : IDisposable
{
    private const string Part = "/console/desk/presence";

    private readonly HttpClient _http;
    private readonly CancellationTokenSource _closed = new();
    private readonly Lock _gate = new();
    private readonly int _pages;
    private TaskCompletionSource _all = New();
    private int _shown;

    private OpenDesks(HttpClient http, int pages) => (_http, _pages) = (http, pages);

    /// <summary>Signs in and opens so many.</summary>
    public static async Task<OpenDesks> OpenAsync(Uri address, int pages, CancellationToken cancellationToken)
    {
        var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), MaxConnectionsPerServer = pages * 2 };
        var desks = new OpenDesks(new HttpClient(handler) { BaseAddress = address }, pages);
        var page = await desks._http.GetStringAsync(new Uri("/console/sign-in", UriKind.Relative), cancellationToken);
        var form = page.Split("<form").First(each => each.Contains("value=\"jana\"", StringComparison.Ordinal));
        var fields = Field().Matches(form).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
        using var content = new FormUrlEncodedContent(fields);
        using var signedIn = await desks._http.PostAsync(new Uri("/console/sign-in/demo", UriKind.Relative), content, cancellationToken);
        signedIn.EnsureSuccessStatusCode();
        for (var opened = 0; opened < pages; opened++)
        {
            var stream = await desks._http.GetStreamAsync(new Uri("/console/events", UriKind.Relative), cancellationToken);
            _ = Task.Run(() => desks.ListenAsync(stream), CancellationToken.None);
        }

        return desks;
    }

    /// <summary>Ends once all show the next change.</summary>
    public Task NextAsync()
    {
        lock (_gate)
        {
            (_shown, _all) = (0, New());
            return _all.Task;
        }
    }

    public void Dispose()
    {
        _closed.Cancel();
        _http.Dispose();
        _closed.Dispose();
    }

    private async Task ListenAsync(Stream stream)
    {
        using var reader = new StreamReader(stream);
        while (!_closed.IsCancellationRequested && await reader.ReadLineAsync(_closed.Token) is { } line)
        {
            if (line.StartsWith("data: agent", StringComparison.Ordinal))
            {
                await _http.GetStringAsync(new Uri(Part, UriKind.Relative), _closed.Token);
                lock (_gate)
                {
                    if (++_shown == _pages)
                    {
                        _all.TrySetResult();
                    }
                }
            }
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [GeneratedRegex("name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();
}
