using System.Collections.Concurrent;
using System.Text;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Telephony;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Telephony;

/// <summary>A real server in the carrier's place: it notes every request and answers as the test says.</summary>
internal sealed class CarrierHost : IAsyncDisposable
{
    public const string AccountSid = "AC0123456789abcdef0123456789abcdef";

    private readonly WebApplication _carrier;
    private readonly ServiceProvider _services;

    private CarrierHost(WebApplication carrier, Action<TwilioOptions>? configure, TimeProvider time)
    {
        _carrier = carrier;
        var options = new TwilioOptions
        {
            AccountSid = AccountSid,
            ApiKeySid = "SK0123456789abcdef0123456789abcdef",
            ApiKeySecret = "secret",
            ApiUrl = carrier.Urls.First(),
            From = "+420800123456",
        };
        configure?.Invoke(options);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddSingleton<Activity>()
            .AddTelephony(options, publicUrl: "https://ivr.example.cz")
            .BuildServiceProvider();
        Client = _services.GetRequiredService<TwilioClient>();
    }

    public TwilioClient Client { get; }

    public ConcurrentQueue<Seen> Requests { get; private init; } = [];

    public static async Task<CarrierHost> StartAsync(
        Func<HttpContext, int, Task> answer, Action<TwilioOptions>? configure = null, TimeProvider? time = null)
    {
        var requests = new ConcurrentQueue<Seen>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var carrier = builder.Build();
        carrier.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
            var body = await reader.ReadToEndAsync(http.RequestAborted);
            requests.Enqueue(new(
                http.Request.Method, http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, body, http.Request.Headers.Authorization.ToString()));
            await answer(http, requests.Count);
        });
        await carrier.StartAsync(TestContext.Current.CancellationToken);
        return new(carrier, configure, time ?? TimeProvider.System) { Requests = requests };
    }

    public static Task Json(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body, http.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _carrier.DisposeAsync();
    }

    internal sealed record Seen(string Method, string Target, string Body, string Authorization);
}
