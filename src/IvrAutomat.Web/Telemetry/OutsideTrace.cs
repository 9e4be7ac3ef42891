using System.Diagnostics;
using System.Globalization;

namespace IvrAutomat.Web.Telemetry;

/// <summary>
/// Tells of each request to a system elsewhere: host, method and the path with all values taken out, never the query. Nothing of the trace is
/// sent along: those systems are not ours.
/// </summary>
/// <param name="signals">Who is told.</param>
/// <param name="systemOf">Which system an address belongs to; one of a fixed set.</param>
/// <param name="time">Measures.</param>
internal sealed class OutsideTrace(Signals signals, Func<Uri, string> systemOf, TimeProvider time) : DelegatingHandler
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!signals.HearsOutside || request.RequestUri is not { } url)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var (system, began, result) = (systemOf(url), time.GetTimestamp(), "connection");
        using var span = Begin(request, url, system);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            result = ResultOf((int)response.StatusCode);
            span?.SetTag("http.response.status_code", (int)response.StatusCode);
            return response;
        }
        catch (OperationCanceledException)
        {
            result = "timeout";
            throw;
        }
        finally
        {
            span?.SetTag(Label.Result, result);
            if (result != "ok")
            {
                span?.SetStatus(ActivityStatusCode.Error);
            }

            signals.Outside(system, result, time.GetElapsedTime(began).TotalSeconds);
        }
    }

    private static string ResultOf(int status) => status switch
    {
        < 400 => "ok",
        StatusCodes.Status429TooManyRequests => "rate-limit",
        < 500 => "http-4xx",
        _ => "http-5xx",
    };

    private Activity? Begin(HttpRequestMessage request, Uri url, string system)
    {
        if (!signals.Source.HasListeners())
        {
            return null;
        }

        var template = RouteTemplate.Of(url);
        return signals.Source.StartActivity($"{request.Method.Method} {template}", ActivityKind.Client)?
            .SetTag(Label.System, system)
            .SetTag("http.request.method", request.Method.Method)
            .SetTag("server.address", url.Host)
            .SetTag("server.port", url.Port.ToString(CultureInfo.InvariantCulture))
            .SetTag("url.template", template);
    }
}
