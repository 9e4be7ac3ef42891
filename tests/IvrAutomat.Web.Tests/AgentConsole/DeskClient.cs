using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using IvrAutomat.Web.Tests.Calls;

namespace IvrAutomat.Web.Tests.AgentConsole;

/// <summary>A colleague's browser: it keeps cookies, reads pages and sends their forms as they are.</summary>
internal sealed class DeskClient : IDisposable
{
    private readonly HttpClient _http;

    private DeskClient(CallHost host) => _http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = host.Address };

    /// <summary>The page that is open.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>Its text without what frames it.</summary>
    public string Main => Page.QuerySelector("main")!.TextContent;

    /// <summary>Where it is, after redirects.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>A browser in which nobody is signed in.</summary>
    public static DeskClient Stranger(CallHost host) => new(host);

    /// <summary>Signs in with one click, as the demo allows.</summary>
    public static async Task<DeskClient> SignInAsync(CallHost host, string account)
    {
        var client = new DeskClient(host);
        await client.OpenAsync("/console/sign-in");
        await client.SendAsync($"form:has(input[value='{account}'])");
        return client;
    }

    /// <summary>Opens a page.</summary>
    public async Task<HttpStatusCode> OpenAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    /// <summary>Fetches a part, as an open page does.</summary>
    public async Task<HttpStatusCode> OpenPartAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Opens the stream of changes; the first line has come.</summary>
    public async Task<StreamReader> ListenAsync()
    {
        var stream = await _http.GetStreamAsync(new Uri("/console/events", UriKind.Relative), TestContext.Current.CancellationToken);
        var reader = new StreamReader(stream);
        Assert.Contains("hello", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        return reader;
    }

    /// <summary>The fields of a form of the open page, for one who wants to send it in another way.</summary>
    public (string Action, Dictionary<string, string> Fields) Form(string selector)
    {
        var form = Assert.IsAssignableFrom<IHtmlFormElement>(Page.QuerySelector(selector));
        var fields = form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(each => each is not IHtmlInputElement { Type: "radio", IsChecked: false })
            .ToDictionary(each => each.GetAttribute("name")!, each => each switch
            {
                IHtmlSelectElement choice => choice.Value!,
                IHtmlTextAreaElement area => area.Value,
                _ => each.GetAttribute("value") ?? "",
            });
        return (form.GetAttribute("action") ?? Address.AbsolutePath, fields);
    }

    /// <summary>Sends a form of the open page.</summary>
    public Task<HttpStatusCode> SendAsync(string selector, params (string Name, string Value)[] filled)
    {
        var (action, fields) = Form(selector);
        foreach (var (name, value) in filled)
        {
            fields[name] = value;
        }

        return PostAsync(action, fields);
    }

    /// <summary>Sends fields.</summary>
    public async Task<HttpStatusCode> PostAsync(string action, IReadOnlyDictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await _http.PostAsync(new Uri(action, UriKind.Relative), form, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpStatusCode> ReadAsync(HttpResponseMessage answer)
    {
        Page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Address = answer.RequestMessage!.RequestUri!;
        return answer.StatusCode;
    }
}
