using System.Net;
using System.Text.RegularExpressions;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.AgentConsole;

/// <summary>What holds for every page below <c>/console</c> and <c>/studio</c>, those included that somebody adds later.</summary>
public sealed partial class SecurityTests(OneHost house) : IClassFixture<OneHost>
{
    // Needed by those who are not signed in yet.
    private static readonly string[] Outside = ["/console/sign-in", "/console/sign-in/demo", "/console/welcome/{token}", "/console/assets/{name}"];

    // Nobody is signed in, and the shop is made up.
    private const string WithoutToken = "/console/sign-in/demo";

    private CallHost Host => house.Host;

    [Fact]
    public async Task EveryRoute_AsksForSignIn()
    {
        using var stranger = Client();
        foreach (var (method, path) in Routes().Where(route => !Outside.Contains(route.Pattern)).Select(route => (route.Method, route.Path)))
        {
            using var answer = await SendAsync(stranger, method, path);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{method} {path} answers {answer.StatusCode}");
            Assert.StartsWith("/console/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task EveryPostWithoutAToken_IsRefused()
    {
        using var admin = await SignedInAsync("admin");
        foreach (var (_, path, _) in Routes().Where(route => route.Method == "POST" && route.Pattern != WithoutToken))
        {
            using var answer = await SendAsync(admin, "POST", path);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"POST {path} answers {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task AFormThatCannotBeRead_IsMalformed_OnEveryPage(string contentType)
    {
        using var admin = await SignedInAsync("admin");
        foreach (var (_, path, _) in Routes().Where(route => route.Method == "POST"))
        {
            // More fields than the framework's reader takes, and no part of a multipart form.
            using var form = new StringContent(string.Join('&', Enumerable.Range(0, 2000).Select(field => $"a{field}=1")));
            form.Headers.Remove("Content-Type");
            form.Headers.TryAddWithoutValidation("Content-Type", contentType);
            using var answer = await admin.PostAsync(path, form, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"POST {path} answers {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/console/accounts")]
    [InlineData("/console/audit")]
    [InlineData("/console/privacy")]
    [InlineData("/console/line")]
    public async Task AnAgent_IsToldThatAPageIsForAdmins(string path)
    {
        using var jana = await SignedInAsync("jana");
        foreach (var route in Routes().Where(route => route.Pattern.StartsWith(path, StringComparison.Ordinal)))
        {
            using var answer = await SendAsync(jana, route.Method, route.Path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("Sem nemáte přístup", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task EveryPage_KeepsStrangersOut_AndAsksNobodyElse()
    {
        using var admin = await SignedInAsync("admin");
        foreach (var path in Routes().Where(route => route.Method == "GET" && !route.Pattern.EndsWith("/events", StringComparison.Ordinal)).Select(route => route.Path)
            .Concat(["/console/assets/console.css", "/console/assets/console.js", "/console/order?id=demo-03"]))
        {
            using var answer = await SendAsync(admin, "GET", path);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                // It wants to know an order or a call.
                Assert.InRange((int)answer.StatusCode, 400, 404);
                continue;
            }

            Assert.DoesNotMatch(OtherHost(), text);
            Assert.DoesNotMatch(Inline(), text);
            Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task TheCookie_IsForTheServerAlone_AndForHttpsWhereThePagesAre()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database, settings: new Dictionary<string, string?> { ["PublicUrl"] = "https://ivr.example.cz" });
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
        using var form = new FormUrlEncodedContent([new("name", "jana")]);
        using var answer = await client.PostAsync(new Uri("/console/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.All((string[])["httponly", "secure", "samesite=lax"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/shop/ivr")]
    public async Task BehindABasePath_PagesWork_WhetherTheProxyKeepsItOrNot(string kept)
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database, settings: new Dictionary<string, string?> { ["PublicUrl"] = "http://ivr.example.cz/shop/ivr" });
        using var client = Client(host);
        using var refused = await SendAsync(client, "GET", $"{kept}/console/line");
        Assert.Equal("/shop/ivr/console/sign-in?to=%2Fconsole%2Fline", refused.Headers.Location!.OriginalString);
        using var form = new FormUrlEncodedContent([new("name", "admin")]);
        using var entered = await client.PostAsync(new Uri($"{kept}/console/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal("/shop/ivr/console", entered.Headers.Location!.OriginalString);

        // The cookie belongs to the path that the browser sees.
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"));
        Assert.Contains("path=/shop/ivr", cookie, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{kept}/console/line", UriKind.Relative));
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var page = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("href=\"/shop/ivr/console/accounts\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("=\"/console", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoPasswordAndNoLink_IsInTheDatabase()
    {
        var link = await Colleagues.InviteAsync(Host, "nora");
        using var nora = await Colleagues.WelcomeAsync(Host, link);
        var rows = await Host.ReadAsync(db => db.Accounts.AsNoTracking().ToListAsync());
        var audit = await Host.ReadAsync(db => db.Audit.AsNoTracking().ToListAsync());
        var all = string.Join('\n', rows.Select(row => $"{row.Name} {row.Password} {row.LinkKey} {row.Stamp}").Concat(audit.Select(row => $"{row.Account} {row.Act} {row.Note}")));
        Assert.DoesNotContain(Colleagues.Password, all, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('/')[^1], all, StringComparison.Ordinal);
        Assert.DoesNotContain("+420", all, StringComparison.Ordinal);
    }

    private IEnumerable<(string Method, string Path, string Pattern)> Routes() =>
        from endpoint in Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = $"/{endpoint.RoutePattern.RawText!.Trim('/')}"
        where pattern is "/console" or "/studio" || pattern.StartsWith("/console/", StringComparison.Ordinal) || pattern.StartsWith("/studio/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, Parameter().Replace(pattern.Replace("{key}", "greeting.first", StringComparison.Ordinal), "1"), pattern);

    private HttpClient Client(CallHost? host = null)
        => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = (host ?? Host).Address };

    private async Task<HttpClient> SignedInAsync(string account)
    {
        var client = Client();
        using var form = new FormUrlEncodedContent([new("name", account)]);
        using var answer = await client.PostAsync(new Uri("/console/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (method == "POST")
        {
            request.Content = new FormUrlEncodedContent([new("name", "x")]);
        }

        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"(?:src|href|action|url\()\s*=?\s*[""']?(?:https?:)?//(?!127\.0\.0\.1)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex OtherHost();

    [GeneratedRegex(@"<style|\sstyle=|\son[a-z]+=""|<script(?![^>]*\ssrc=)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Inline();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Parameter();
}
