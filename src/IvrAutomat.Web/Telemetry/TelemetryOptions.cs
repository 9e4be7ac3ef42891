namespace IvrAutomat.Web.Telemetry;

/// <summary>
/// Where traces and metrics go. Section <c>Telemetry</c> of the settings. The standard variables <c>OTEL_…</c> hold for everything that is not
/// set here, headers and sampling among it.
/// </summary>
internal sealed class TelemetryOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Telemetry";

    /// <summary>The standard's own switch: true turns everything off.</summary>
    public const string DisabledVariable = "OTEL_SDK_DISABLED";

    /// <summary>The standard's own address, used where <see cref="Endpoint"/> is none.</summary>
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>A collector that speaks OTLP, as <c>http://localhost:4317</c>.</summary>
    /// <value>The default is none: nothing is sent unless <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</value>
    public string? Endpoint { get; set; }

    /// <summary>How the collector is spoken to at <see cref="Endpoint"/>.</summary>
    /// <value>The default is <see cref="OtlpManner.Grpc"/>, port 4317; HTTP is usually port 4318.</value>
    public OtlpManner Protocol { get; set; }

    /// <summary>False keeps everything at home, whatever addresses are set.</summary>
    /// <value>The default is true.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>How often metrics are sent and the queue is looked at, in seconds.</summary>
    /// <value>The default is 15; 1 to 300.</value>
    public int Seconds { get; set; } = 15;

    /// <summary>Everything that is wrong, each with its remedy; empty when the settings can be used.</summary>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        if (!string.IsNullOrEmpty(Endpoint) && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0))
        {
            problems.Add("Telemetry:Endpoint is not usable. Write the collector's address as http://localhost:4317; logins go into OTEL_EXPORTER_OTLP_HEADERS.");
        }

        if (!Enum.IsDefined(Protocol))
        {
            problems.Add("Telemetry:Protocol is not known. Use Grpc or Http.");
        }

        if (Seconds is < 1 or > 300)
        {
            problems.Add($"Telemetry:Seconds is {Seconds}. Use 1 to 300 seconds.");
        }

        return problems;
    }

    /// <summary>Where it is sent: this address, else that of the environment; null where nothing is sent.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    public Uri? Target(Func<string, string?> variable)
        => Enabled && !string.Equals(variable(DisabledVariable), "true", StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(string.IsNullOrEmpty(Endpoint) ? variable(EndpointVariable) : Endpoint, UriKind.Absolute, out var target)
            ? target
            : null;
}

/// <summary>The two manners of OTLP that are spoken.</summary>
internal enum OtlpManner
{
    /// <summary>gRPC over HTTP/2.</summary>
    Grpc,

    /// <summary>Protobuf over HTTP.</summary>
    Http,
}
