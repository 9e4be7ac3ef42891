using System.Net.Http.Headers;
using System.Text;
using IvrAutomat.Web.Telephony;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Telephony;

/// <summary>A real server with one webhook for calls and one for messages; it answers with what it read.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    public const string AccountSid = "AC0123456789abcdef0123456789abcdef";
    public const string CallSid = "CA0123456789abcdef0123456789abcdef";
    public const string Token = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private readonly WebApplication _app;

    private WebhookHost(WebApplication app, string? publicUrl)
    {
        _app = app;
        Address = app.Urls.First();
        PublicUrl = publicUrl ?? Address;
        Client = new() { BaseAddress = new(Address) };
    }

    public string Address { get; }

    public string PublicUrl { get; }

    public HttpClient Client { get; }

    public List<string> Log { get; private init; } = [];

    public static async Task<WebhookHost> StartAsync(Func<WebhookRequest, string> answer, string? publicUrl = null)
    {
        var log = new LogLines();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddTelephony(new() { AccountSid = AccountSid, AuthToken = Token }, publicUrl);
        var app = builder.Build();
        app.MapPost("/twilio/voice/{**rest}", (HttpContext http, WebhookReader webhooks) => AnswerAsync(http, webhooks.ReadCallAsync(http), answer));
        app.MapPost("/twilio/message", (HttpContext http, WebhookReader webhooks) => AnswerAsync(http, webhooks.ReadMessageAsync(http), answer));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, publicUrl) { Log = log.Lines };
    }

    /// <summary>Posts a form as the carrier would.</summary>
    public Task<HttpResponseMessage> PostAsync(string target, params ReadOnlySpan<(string Name, string Value)> form)
    {
        (string, string)[] pairs = [("AccountSid", AccountSid), .. form];
        var signature = TwilioSignature.Sign(PublicUrl + target, FormParameters.Of(pairs), Token);
        var body = string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Item1)}={Uri.EscapeDataString(pair.Item2)}"));
        return PostRawAsync(target, Encoding.UTF8.GetBytes(body), signature);
    }

    /// <summary>Posts a body as it is, with the target as it is written.</summary>
    public async Task<HttpResponseMessage> PostRawAsync(string target, byte[] body, string? signature)
    {
        var exactly = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address + target, exactly));
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") } };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(TwilioSignature.Header, signature);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static async Task AnswerAsync(HttpContext http, ValueTask<WebhookRequest?> reading, Func<WebhookRequest, string> answer)
    {
        if (await reading is not { } request)
        {
            return;
        }

        await http.Response.WriteAsync(answer(request), http.RequestAborted);
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
            {
                Lines.Add($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
