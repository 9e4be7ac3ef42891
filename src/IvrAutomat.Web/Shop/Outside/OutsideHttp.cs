using System.Net;
using IvrAutomat.Web.Telemetry;

namespace IvrAutomat.Web.Shop.Outside;

/// <summary>
/// The manner of all HTTP to the shop's systems: one attempt, a time-out that is measured by our clock, no redirects, no cookies, and a limit
/// on the answer that is enforced while it arrives. It repeats nothing.
/// </summary>
/// <param name="http">Without a time-out of its own; its logs must not show URLs.</param>
/// <param name="time">Measures the time-out.</param>
/// <param name="traffic">Counts what is under way.</param>
internal sealed class OutsideHttp(HttpClient http, TimeProvider time, OutsideTraffic traffic)
{
    /// <summary>One attempt, from connecting to the last byte of the answer; it is outside every turn.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    /// <summary>The largest answer that is read, in bytes: a page of a hundred orders with all their items stays well below.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Sends a request, once.</summary>
    /// <param name="request">The request; it is not disposed of.</param>
    /// <param name="cancellationToken">Gives up with an exception; it may have been performed all the same.</param>
    public async Task<OutsideAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        traffic.Enter();
        try
        {
            return await AttemptAsync(request, cancellationToken);
        }
        finally
        {
            traffic.Leave();
        }
    }

    private async Task<OutsideAnswer> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await ReadAsync(response.Content, either.Token);
            return body is null
                ? new OutsideAnswer(Delivery.TooLarge, (int)response.StatusCode)
                : new OutsideAnswer(Delivery.Answered, (int)response.StatusCode, body)
                {
                    MediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? string.Empty,
                    Headers = response.Headers,
                };
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new OutsideAnswer(Delivery.TimedOut);
        }
        catch (HttpRequestException failure)
        {
            return new OutsideAnswer(NothingWasSent(failure) ? Delivery.NeverSent : Delivery.Lost);
        }
        catch (IOException)
        {
            return new OutsideAnswer(Delivery.Lost);
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > MostBytes)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var read = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (await stream.ReadAsync(piece, cancellationToken) is > 0 and var count)
        {
            if (read.Length + count > MostBytes)
            {
                return null;
            }

            read.Write(piece, 0, count);
        }

        return read.ToArray();
    }

    private static bool NothingWasSent(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    /// <summary>Adds it, shared by all adapters.</summary>
    public static void Register(IServiceCollection services) => services.AddSignals().AddSingleton<OutsideTraffic>().AddHttpClient<OutsideHttp>(client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        .AddHttpMessageHandler(static provider => new OutsideTrace(
            provider.GetRequiredService<Signals>(), url => OutsideSystem.Of(provider.GetRequiredService<SystemsNow>()(), url), provider.GetRequiredService<TimeProvider>()))
        .RemoveAllLoggers();
}
