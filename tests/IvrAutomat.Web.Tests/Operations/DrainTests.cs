using System.Net;
using IvrAutomat.Web.Tests.Calls;

namespace IvrAutomat.Web.Tests.Operations;

/// <summary>A process that is told to stop while callers are on the line.</summary>
[Collection(RealTime.Name)]
public sealed class DrainTests : IDisposable
{
    private const string Order = "2026001001";
    private const string Pin = "4821";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ivrautomat-drain-");
    private readonly HttpClient _http = new();

    private string Database => Path.Combine(_folder.FullName, "drain.db");

    public void Dispose()
    {
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task ToldToStop_ItIsNotReadyAtOnce_FinishesTheLiveCall_AndStopsWhenThatHasEnded()
    {
        NeedsSignals();
        await using var product = await ServingProduct.StartAsync(Database, "--Drain:Seconds=40");
        using var phone = product.Phone();
        await phone.IdentifyAsync(Order, Pin);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(product, "/health/ready"));

        await product.TerminateAsync();
        await UntilAsync(async () => await StatusAsync(product, "/health/ready") == HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(product, "/health/live"));

        // What the caller asks for now is still promised, and performed.
        await phone.PressAsync("2");
        Assert.Contains("Hotovo, objednávka je zrušená.", (await phone.PressAsync("1")).Said, StringComparison.Ordinal);
        await phone.ReportAsync();
        var (exitCode, after) = await product.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.True(after < TimeSpan.FromSeconds(20), $"It waited {after} though nobody was on the line.");
    }

    [Fact]
    public async Task ACallThatOutlivesTheDrain_GoesOnAfterTheRestart()
    {
        NeedsSignals();
        StrangerPhone phone;
        Uri asked;
        await using (var product = await ServingProduct.StartAsync(Database, "--Drain:Seconds=1"))
        {
            phone = product.Phone();
            await phone.IdentifyAsync(Order, Pin);
            asked = (await phone.PressAsync("2")).Action!;
            await product.TerminateAsync();
            var (exitCode, after) = await product.EndAsync();
            Assert.Equal(0, exitCode);
            Assert.True(after > TimeSpan.FromMilliseconds(700), $"It stopped after {after} with a caller on the line.");
        }

        await using var next = await ServingProduct.StartAsync(Database);
        using var first = next.Phone();
        await first.DialAsync();
        using (phone)
        {
            var done = await phone.FollowAsync(new Uri(next.Address, asked.AbsolutePath), ("Digits", "1"));
            Assert.Contains("Hotovo, objednávka je zrušená.", done.Said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AnOpenPage_DoesNotHoldUpTheStop()
    {
        NeedsSignals();
        await using var product = await ServingProduct.StartAsync(Database);
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = product.Address };
        using var name = new FormUrlEncodedContent([KeyValuePair.Create("name", "jana")]);
        using var signedIn = await browser.PostAsync(new Uri("/console/sign-in/demo", UriKind.Relative), name, TestContext.Current.CancellationToken);
        using var stream = await browser.GetAsync(
            new Uri("/console/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);

        await product.TerminateAsync();
        var (exitCode, after) = await product.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.True(after < TimeSpan.FromSeconds(10), $"It took {after} to stop.");
    }

    private static void NeedsSignals() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM to send.");

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 100, "It never came to be.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private async Task<HttpStatusCode> StatusAsync(ServingProduct product, string path)
    {
        using var answer = await _http.GetAsync(new Uri(product.Address, path), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
