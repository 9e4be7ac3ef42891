using System.Net.Http.Headers;
using System.Text;
using IvrAutomat.Simulator;
using IvrAutomat.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace IvrAutomat.Browser.Tests;

/// <summary>
/// The product in real time on a free port and Debian's Chromium in front of it. Without the browser the test is
/// skipped with the reason, and fails in CI.
/// </summary>
internal sealed class PhonePage : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly List<string> _errors = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("ivrautomat-browser-").FullName;
    private WebApplication _app = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private string _url = "";

    private PhonePage()
    {
    }

    /// <summary>The page, opened at the phone.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>What the browser complained about.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Opens the phone in a window of a size.</summary>
    public static async Task<PhonePage> OpenAsync(
        int width, int height, ColorScheme scheme = ColorScheme.Light, Dictionary<string, string?>? settings = null)
    {
        if (!File.Exists(Chromium))
        {
            const string Reason = "There is no browser at /usr/bin/chromium. On Debian: apt-get install chromium.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Reason);
            Assert.Fail(Reason);
        }

        var phone = new PhonePage();
        await phone.StartAsync(width, height, scheme, settings ?? []);
        return phone;
    }

    /// <summary>Opens the telephone of an agent in another window.</summary>
    /// <param name="agent">Its place in the list of agents, from 1.</param>
    public async Task<IPage> OpenAgentAsync(int agent)
    {
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = 1000, Height = 800 } });
        Watch(page);
        await page.GotoAsync($"{_url}/phone/agents/{agent}");
        await Assertions.Expect(page.Locator("#whose")).ToContainTextAsync("Telefon:");
        return page;
    }

    /// <summary>Signs a colleague of the demo in, in a window of their own.</summary>
    /// <param name="account">The account.</param>
    /// <param name="width">The window.</param>
    /// <param name="height">The window.</param>
    /// <param name="scheme">Light or dark.</param>
    public async Task<IPage> OpenConsoleAsync(string account, int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, BaseURL = _url });
        var page = await context.NewPageAsync();
        Watch(page);
        await page.GotoAsync("/console");
        await page.Locator($"form:has(input[value='{account}']) button").ClickAsync();
        await Assertions.Expect(page.Locator("header .who")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Calls somebody as the product does, with a document that comes along.</summary>
    public async Task CallAsync(string number, string verbs)
    {
        var options = _app.Services.GetRequiredService<SimulatorOptions>();
        using var http = new HttpClient();
        var credentials = Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["To"] = number,
            ["From"] = options.Line,
            ["Twiml"] = $"<Response>{verbs}</Response>",
        });
        var path = $"{_url}{Simulation.CarrierPath}/2010-04-01/Accounts/{options.AccountSid}/Calls.json";
        using var response = await http.PostAsync(path, form, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Chooses the caller of an order, and dials.</summary>
    public async Task DialAsync(string order)
    {
        await Page.Locator("#callers label", new() { HasText = order }).ClickAsync();
        await Page.Locator("#dial").ClickAsync();
    }

    /// <summary>Waits until the automat has said something.</summary>
    public Task HearAsync(string words) => Assertions.Expect(Page.Locator("#transcript")).ToContainTextAsync(words, new() { Timeout = 30_000 });

    /// <summary>Presses keys of the keypad.</summary>
    public async Task PressAsync(string keys)
    {
        foreach (var key in keys)
        {
            await Page.Locator($"#keypad button[aria-label='{NameOf(key)}']").ClickAsync();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _app.StopAsync(soon.Token);
        }
        catch (OperationCanceledException)
        {
            // An open stream of events ends with the process.
        }

        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // As a screen reader says it.
    private static string NameOf(char key) => key switch { '*' => "hvězdička", '#' => "křížek", _ => key.ToString() };

    private async Task StartAsync(int width, int height, ColorScheme scheme, Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Development,
            ContentRootPath = RepositoryRoot(),
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(_folder, "calls.db")}",
            ["Prompts:Folder"] = CopyOfPrompts(),
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        _app = AutomatHost.Build(builder);
        await AutomatHost.StartAsync(_app, TestContext.Current.CancellationToken);
        _url = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        Page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        Watch(Page);
        await Page.GotoAsync(_url + "/phone");
    }

    // Pages may publish, and what is published is written into files.
    private string CopyOfPrompts()
    {
        var (from, to) = (Path.Combine(RepositoryRoot(), "prompts"), Path.Combine(_folder, "prompts"));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }

    private void Watch(IPage page)
    {
        page.Console += (_, message) => _errors.AddRange(message.Type == "error" ? [message.Text] : []);
        page.PageError += (_, error) => _errors.Add(error);
    }

    /// <summary>The folder of the solution.</summary>
    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IvrAutomat.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
        }

        return folder.FullName;
    }
}
