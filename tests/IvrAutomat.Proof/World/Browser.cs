using System.Net;
using System.Text.RegularExpressions;

namespace IvrAutomat.Proof.World;

/// <summary>
/// An admin's browser. Its cookies go to every address that it is pointed at, as they do where a proxy hides the instances; it follows no
/// redirect, and speaks HTTP where the cookies ask for HTTPS, which ends at the proxy.
/// </summary>
internal sealed partial class Browser : IDisposable
{
    private const string Password = "tři bílí koně";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false });
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>Opens the link that the first start of a house printed for its admin, and sets a password.</summary>
    public async Task SignInAsync(House house, CancellationToken cancellationToken)
    {
        var link = Welcome().Match(house.Said) is { Success: true } found ? found.Value : throw new InvalidOperationException("The first start printed no link for an admin.");
        var page = new Uri(house.DirectlyAt(0), link);
        await PostAsync(FormOf(await OpenAsync(page, cancellationToken), "method=\"post\""), page, [("password", Password), ("repeat", Password)], cancellationToken);
    }

    /// <summary>What is at an address, whatever it is; null where a redirect leads elsewhere or nothing is there.</summary>
    public async Task<string?> LookAsync(Uri page, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Get, page, content: null, HttpCompletionOption.ResponseContentRead, cancellationToken);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(cancellationToken) : null;
    }

    /// <summary>Opens a page.</summary>
    /// <exception cref="InvalidOperationException">It is not shown; the message says what came instead.</exception>
    public async Task<string> OpenAsync(Uri page, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Get, page, content: null, HttpCompletionOption.ResponseContentRead, cancellationToken);
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsStringAsync(cancellationToken)
            : throw new InvalidOperationException($"{page.AbsolutePath.Split('/')[1]} pages answer {(int)answer.StatusCode}.");
    }

    /// <summary>Sends a form of a page, filled in.</summary>
    /// <param name="form">What <see cref="FormOf"/> found.</param>
    /// <param name="to">Where.</param>
    /// <param name="filled">What the person fills in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">It is not taken; the message says what came instead.</exception>
    public async Task PostAsync(IReadOnlyDictionary<string, string> form, Uri to, (string Name, string Value)[] filled, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>(form, StringComparer.Ordinal);
        foreach (var (name, value) in filled)
        {
            fields[name] = value;
        }

        using var content = new FormUrlEncodedContent(fields);
        using var answer = await SendAsync(HttpMethod.Post, to, content, HttpCompletionOption.ResponseContentRead, cancellationToken);
        if ((int)answer.StatusCode is < 300 or >= 400)
        {
            throw new InvalidOperationException($"A form of {to.AbsolutePath.Split('/')[1]} is answered with {(int)answer.StatusCode}.");
        }
    }

    /// <summary>Opens the stream of changes; the first line has come.</summary>
    public async Task<StreamReader> ListenAsync(Uri host, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Get, new Uri(host, "/console/events"), content: null, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var stream = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
        await stream.ReadLineAsync(cancellationToken);
        return stream;
    }

    /// <summary>The hidden fields of the first form whose own tag holds some words.</summary>
    public static IReadOnlyDictionary<string, string> FormOf(string page, string tag)
    {
        var form = Form().Matches(page).FirstOrDefault(each => each.Groups["tag"].Value.Contains(tag, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"There is no form with {tag}.");
        return Hidden().Matches(form.Groups["inside"].Value).ToDictionary(
            field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value), StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri to, HttpContent? content, HttpCompletionOption until, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, to) { Content = content };
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await _http.SendAsync(request, until, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }

        return answer;
    }

    [GeneratedRegex("/console/welcome/[A-Za-z0-9_-]+", RegexOptions.None, 10_000)]
    private static partial Regex Welcome();

    [GeneratedRegex("(?<tag><form[^>]*>)(?<inside>.*?)</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Hidden();
}
