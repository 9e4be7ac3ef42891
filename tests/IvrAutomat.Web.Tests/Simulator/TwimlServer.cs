using System.Collections.Concurrent;
using IvrAutomat.Simulator;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Simulator.Shops;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>A request of the carrier as a product would receive it.</summary>
internal sealed record Received(
    string Path,
    string Method,
    IReadOnlyDictionary<string, string> Form,
    string Query,
    string? Signature,
    string? Token)
{
    public string? this[string name] => Form.GetValueOrDefault(name);
}

/// <summary>A tiny product on a real port: one document per path; and a carrier that calls it in virtual time.</summary>
internal sealed class TwimlServer : IAsyncDisposable
{
    public const string Caller = "+420601000001";
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Received> _received = new();
    private readonly Dictionary<string, Func<HttpContext, Task>> _answers = new(StringComparer.Ordinal);

    private TwimlServer(Action<SimulatorOptions>? configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton<IStage>(Stage);
        builder.Services.AddSimulator(options =>
        {
            options.VoiceUrl = new Uri("voice", UriKind.Relative);
            options.FallbackUrl = new Uri("fallback", UriKind.Relative);
            options.StatusCallbackUrl = new Uri("status", UriKind.Relative);
            configure?.Invoke(options);
        });
        _app = builder.Build();
        _app.MapSimulator();
        _app.MapFallback("{**path}", AnswerAsync);
        On("/status", http =>
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }

    public VirtualTime Time { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public TestStage Stage { get; } = new();

    public CarrierNetwork Carrier => _app.Services.GetRequiredService<CarrierNetwork>();

    public StandIns Systems => _app.Services.GetRequiredService<StandIns>();

    public SimulatorOptions Options => _app.Services.GetRequiredService<SimulatorOptions>();

    public TimeDriver Driver => field ??= new TimeDriver(Time, Carrier, Stage, Systems);

    public Uri Address => new(_app.Urls.First());

    /// <summary>Everything received but the status callbacks.</summary>
    public IReadOnlyList<Received> Turns => [.. _received.Where(request => request.Path != "/status")];

    public IReadOnlyList<Received> StatusCallbacks => [.. _received.Where(request => request.Path == "/status")];

    public static async Task<TwimlServer> StartAsync(Action<SimulatorOptions>? configure, params (string Path, string Verbs)[] documents)
    {
        var server = new TwimlServer(configure);
        foreach (var (path, verbs) in documents)
        {
            server.On(path, http => WriteAsync(http, Document(verbs)));
        }

        await server._app.StartAsync();
        return server;
    }

    public static Task<TwimlServer> StartAsync(params (string Path, string Verbs)[] documents) => StartAsync(configure: null, documents);

    public static string Document(string verbs) => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>{verbs}</Response>";

    public static Task WriteAsync(HttpContext http, string body, string contentType = "text/xml; charset=utf-8")
    {
        http.Response.ContentType = contentType;
        return http.Response.WriteAsync(body);
    }

    /// <summary>Answers a path with a document from now on.</summary>
    public void Answer(string path, string verbs) => On(path, http => WriteAsync(http, Document(verbs)));

    public void On(string path, Func<HttpContext, Task> answer) => _answers[path] = answer;

    public Task<PhoneCall> CallAsync(CarrierFaults? faults = null) => Task.FromResult(Carrier.Call(Caller, faults: faults));

    /// <summary>Lets time pass until the automat has stopped speaking and listens.</summary>
    public async Task UntilListeningAsync(PhoneCall call)
    {
        bool Listens() => call.Transcript.After(0).OfType<FellQuiet>().Any();
        Assert.True(await Driver.PassUntilAsync(Listens, TimeSpan.FromMinutes(5), Ct));
    }

    /// <summary>Lets time pass until the call and all that follows it is over.</summary>
    public async Task UntilEndAsync(PhoneCall call)
    {
        Assert.True(await Driver.PassUntilAsync(() => call.Ended.IsCompleted, TimeSpan.FromHours(5), Ct));
        await Driver.SettleAsync(Ct);
    }

    /// <summary>Calls, does nothing, and waits for the end.</summary>
    public async Task<PhoneCall> CallToTheEndAsync(CarrierFaults? faults = null)
    {
        var call = await CallAsync(faults);
        await UntilEndAsync(call);
        return call;
    }

    public static CallEnded EndOf(PhoneCall call) => call.Transcript.After(0).OfType<CallEnded>().Single();

    public static IReadOnlyList<string> Heard(PhoneCall call) => [.. call.Transcript.After(0).OfType<Spoken>().Select(said => said.Text)];

    /// <summary>The signature that a posted request must have.</summary>
    public string SignatureOf(Received request) =>
        WebhookSignature.Of(new Uri(Address, request.Path).AbsoluteUri, request.Form, Options.AuthToken);

    public static IReadOnlyList<int> TroubleCodes(PhoneCall call) =>
        [.. call.Transcript.After(0).OfType<Trouble>().Select(trouble => trouble.Code)];

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task AnswerAsync(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : FormCollection.Empty;
        _received.Enqueue(new Received(
            http.Request.Path,
            http.Request.Method,
            form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal),
            http.Request.QueryString.ToString(),
            http.Request.Headers["X-Twilio-Signature"],
            http.Request.Headers["I-Twilio-Idempotency-Token"]));
        if (_answers.TryGetValue(http.Request.Path, out var answer))
        {
            await answer(http);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
