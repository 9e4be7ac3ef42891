using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace IvrAutomat.Web.Telemetry;

/// <summary>Registers what the automat tells of itself, and where it goes.</summary>
internal static class TelemetryRegistration
{
    private const string RuntimeMeter = "System.Runtime";

    /// <summary>Adds <see cref="Signals"/>, for whoever has something to tell. Repeated, it changes nothing.</summary>
    public static IServiceCollection AddSignals(this IServiceCollection services)
    {
        services.TryAddSingleton<Signals>();
        return services;
    }

    /// <summary>Sends traces and metrics to a collector; without an address nothing is added at all.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        services.AddSignals();
        if (options.Target(Environment.GetEnvironmentVariable) is null)
        {
            return services;
        }

        services.AddSingleton(options);
        services.AddSingleton<LineLook>();
        services.AddHostedService(provider => provider.GetRequiredService<LineLook>());
        services.AddOpenTelemetry()
            .ConfigureResource(Name)
            .WithTracing(traces => traces.AddSource(Signals.Name).AddOtlpExporter(target => Direct(target, options, "v1/traces")))
            .WithMetrics(metrics => metrics.AddMeter(Signals.Name, RuntimeMeter).AddOtlpExporter((target, reader) =>
            {
                Direct(target, options, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = options.Seconds * 1000;
            }));
        return services;
    }

    private static void Name(ResourceBuilder resource)
    {
        // The standard's own name wins.
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_SERVICE_NAME")))
        {
            resource.AddService("ivrautomat", serviceVersion: typeof(Signals).Assembly.GetName().Version?.ToString(3));
        }
    }

    // What is not set here the exporter has taken from the environment.
    private static void Direct(OtlpExporterOptions target, TelemetryOptions options, string path)
    {
        if (string.IsNullOrEmpty(options.Endpoint))
        {
            return;
        }

        target.Protocol = options.Protocol == OtlpManner.Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        target.Endpoint = options.Protocol == OtlpManner.Grpc ? new Uri(options.Endpoint) : new Uri($"{options.Endpoint.TrimEnd('/')}/{path}");
    }
}
