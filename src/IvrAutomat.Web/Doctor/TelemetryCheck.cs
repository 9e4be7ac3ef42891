using System.Net.Sockets;
using System.Runtime.CompilerServices;
using IvrAutomat.Web.Telemetry;

namespace IvrAutomat.Web.Doctor;

/// <summary>Does somebody listen where traces and metrics are sent. Nothing is sent there.</summary>
internal sealed class TelemetryCheck(TelemetryOptions options, TimeProvider time) : ICheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <inheritdoc />
    public string System => TelemetryOptions.Section;

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options.Target(Environment.GetEnvironmentVariable) is not { } target)
        {
            yield return Finding.Skipped(System, "it is off: no address is set, or it is switched off");
            yield break;
        }

        yield return await AnswersAsync(target, cancellationToken)
            ? Finding.Ok(System, $"somebody listens at {target.Host}:{target.Port}")
            : Finding.Warning(System, $"nobody listens at {target.Host}:{target.Port}. Start the collector, or correct Telemetry:Endpoint; calls do not suffer.");
    }

    private async Task<bool> AnswersAsync(Uri target, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(target.Host, target.Port, either.Token);
            return true;
        }
        catch (Exception failure) when (failure is SocketException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
