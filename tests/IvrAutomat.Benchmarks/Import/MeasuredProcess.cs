using System.Diagnostics;

namespace IvrAutomat.Benchmarks.Import;

/// <summary>What one process cost.</summary>
/// <param name="Seconds">From its start to its end, the runtime's own start included.</param>
/// <param name="PeakMegabytes">The most memory that it held at once.</param>
/// <param name="ExitCode">How it ended.</param>
internal sealed record MeasuredProcess(double Seconds, double PeakMegabytes, int ExitCode)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs the product and measures it.</summary>
    public static async Task<MeasuredProcess> RunAsync(string[] arguments, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IvrAutomat.Web.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var ended = process.WaitForExitAsync(cancellationToken);
            var peak = 0L;
            while (!ended.IsCompleted)
            {
                await Task.WhenAny(ended, Task.Delay(Look, cancellationToken));
                peak = Math.Max(peak, PeakOf(process));
            }

            await ended;
            await output;
            return new MeasuredProcess(Stopwatch.GetElapsedTime(began).TotalSeconds, peak / 1024.0 / 1024.0, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
