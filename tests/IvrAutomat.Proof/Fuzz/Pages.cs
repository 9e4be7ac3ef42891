using System.Text.RegularExpressions;
using IvrAutomat.Proof.World;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Proof.Fuzz;

/// <summary>Opens every page of console and studio with odd addresses, and sends their own forms with odd values, as colleague and as stranger.</summary>
internal sealed partial class Pages
{
    private static readonly string[] Colleagues = ["jana", "admin", ""];

    private readonly OpenHouse _house;
    private readonly Findings _findings;
    private readonly Random _chance;
    private readonly Nonsense _nonsense;
    private readonly string[] _patterns;
    private readonly List<HttpClient> _browsers = [];
    private readonly List<(HttpClient Browser, string Action, List<(string Name, string Value)> Fields)> _forms = [];

    public Pages(OpenHouse house, Findings findings, Random chance)
    {
        (_house, _findings, _chance, _nonsense) = (house, findings, chance, new Nonsense(chance));

        // The stream of changes has no end; the simulator is no part of the product.
        _patterns =
        [
            .. house.Routes.Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
                .Select(route => route.RoutePattern.RawText!)
                .Where(pattern => !pattern.Contains("/events", StringComparison.Ordinal) && !pattern.Contains("simulator", StringComparison.Ordinal)
                    && !pattern.Contains("phone", StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>How many pages there are.</summary>
    public int Addresses => _patterns.Length;

    /// <summary>How many forms were found on them.</summary>
    public int Forms => _forms.Count;

    /// <summary>Signs in whoever takes part.</summary>
    public async Task SignInAsync(CancellationToken cancellationToken)
    {
        foreach (var colleague in Colleagues)
        {
            var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true, CookieContainer = new System.Net.CookieContainer() })
            {
                BaseAddress = _house.Address,
                Timeout = TimeSpan.FromSeconds(30),
            };
            _browsers.Add(browser);
            if (colleague.Length > 0)
            {
                using var name = new FormUrlEncodedContent([new("name", colleague)]);
                using var answer = await browser.PostAsync("/console/sign-in/demo", name, cancellationToken);
            }
        }
    }

    /// <summary>One page or one form.</summary>
    public Task ThrowAsync(CancellationToken cancellationToken)
        => _forms.Count > 0 && _chance.Next(2) == 0 ? SendFormAsync(cancellationToken) : OpenAsync(cancellationToken);

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        var browser = _browsers[_chance.Next(_browsers.Count)];
        var pattern = _patterns[_chance.Next(_patterns.Length)];
        var path = _nonsense.Path(pattern, "1");
        if (_chance.Next(3) == 0)
        {
            path += "?" + string.Join('&', Enumerable.Range(0, _chance.Next(1, 4)).Select(_ => $"{Names[_chance.Next(Names.Length)]}={Uri.EscapeDataString(Short(_nonsense.Value()))}"));
        }

        var (_, text, _) = await _findings.TimeAsync($"GET {pattern}", async () =>
        {
            using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var type = answer.Content.Headers.ContentType?.MediaType;
            return ((int)answer.StatusCode, type == "text/html" ? await answer.Content.ReadAsStringAsync(cancellationToken) : "", type);
        });
        foreach (var form in FormsIn(text ?? "", path.Split('?')[0]))
        {
            // Whoever closes accounts or signs out ends the fuzzing of everything behind the door.
            if (!form.Action.Contains("sign-out", StringComparison.Ordinal) && !form.Action.Contains("accounts/", StringComparison.Ordinal) && _forms.Count < 4000)
            {
                _forms.Add((browser, form.Action, form.Fields));
            }
        }
    }

    private async Task SendFormAsync(CancellationToken cancellationToken)
    {
        var (browser, action, fields) = _forms[_chance.Next(_forms.Count)];
        var right = _chance.Next(4) == 0;
        var sent = right ? fields : _nonsense.Spoil(fields.Select(field => _chance.Next(3) == 0 && !field.Name.StartsWith("__", StringComparison.Ordinal) ? (field.Name, _nonsense.Value()) : field));
        using var content = new ByteArrayContent(_nonsense.Write(sent));
        content.Headers.TryAddWithoutValidation("Content-Type", _chance.Next(6) == 0 ? _nonsense.Type() : "application/x-www-form-urlencoded");
        await _findings.TimeAsync($"POST {Pattern(action)}", async () =>
        {
            using var answer = await browser.PostAsync(new Uri(action, UriKind.Relative), content, cancellationToken);
            return ((int)answer.StatusCode, "", answer.Content.Headers.ContentType?.MediaType);
        });
    }

    private static IEnumerable<(string Action, List<(string Name, string Value)> Fields)> FormsIn(string page, string path)
        => from form in Form().Matches(page)
           let action = System.Net.WebUtility.HtmlDecode(Action().Match(form.Groups["tag"].Value).Groups["url"].Value)
           select (action.Length == 0 ? path : action, Field().Matches(form.Groups["inside"].Value)
               .Select(field => (System.Net.WebUtility.HtmlDecode(field.Groups["name"].Value), System.Net.WebUtility.HtmlDecode(Value().Match(field.Value).Groups["value"].Value))).ToList());

    private static string Short(string value) => string.Concat(value[..Math.Min(value.Length, 500)].Where(letter => !char.IsSurrogate(letter)));

    private static string Pattern(string action) => Number().Replace(action.Split('?')[0], "n");

    private static readonly string[] Names = ["q", "show", "kind", "to", "id", "done", "late", "language", "part", "day", "from", "until", "who", "text"];

    [GeneratedRegex("(?<tag><form[^>]*>)(?<inside>.*?)</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Form();

    [GeneratedRegex("action=\"(?<url>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Action();

    [GeneratedRegex("<(input|select|textarea|button)[^>]*name=\"(?<name>[^\"]+)\"[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex("value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();

    [GeneratedRegex("\\d+", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
