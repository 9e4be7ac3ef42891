using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Proof.Canary;

/// <summary>Takes the traces and metrics of the product as a collector does (OTLP over HTTP), and keeps their bytes.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Dictionary<string, StringBuilder> _taken;

    private Collector(WebApplication app, Dictionary<string, StringBuilder> taken) => (_app, _taken) = (app, taken);

    /// <summary>What makes the product send here.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Telemetry:Endpoint"] = _app.Urls.First(),
        ["Telemetry:Protocol"] = "Http",
        ["Telemetry:Seconds"] = "1",
    };

    /// <summary>Opens it.</summary>
    public static async Task<Collector> OpenAsync(CancellationToken cancellationToken)
    {
        var taken = new Dictionary<string, StringBuilder>(StringComparer.Ordinal) { ["traces"] = new(), ["metrics"] = new() };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            var signal = http.Request.Path.Value!.Split('/')[^1];
            lock (taken)
            {
                taken.GetValueOrDefault(signal)?.Append(Encoding.Latin1.GetString(body.GetBuffer(), 0, (int)body.Length));
            }

            http.Response.ContentType = "application/x-protobuf";
        });
        await app.StartAsync(cancellationToken);
        return new Collector(app, taken);
    }

    /// <summary>All that came, a character a byte, by what it is: <c>traces</c>, <c>metrics</c>.</summary>
    public IReadOnlyList<(string Signal, string Text)> Taken
    {
        get
        {
            lock (_taken)
            {
                return [.. _taken.Select(each => (each.Key, each.Value.ToString()))];
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
