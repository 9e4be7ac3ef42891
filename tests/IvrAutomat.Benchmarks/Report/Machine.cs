using System.Runtime.InteropServices;

namespace IvrAutomat.Benchmarks.Report;

/// <summary>What the figures depend on. It names no machine and no path.</summary>
/// <param name="Cores">Processors that this process may use.</param>
/// <param name="Architecture">Their kind.</param>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="FileSystem">The file system of the databases.</param>
/// <param name="FlushMicros">The median of 50 flushes of 4 kB to the disk, in microseconds; next to nothing means that no disk is behind it.</param>
internal sealed record Machine(int Cores, string Architecture, string System, string Runtime, string FileSystem, double FlushMicros)
{
    private const int Flushes = 50;

    /// <summary>Looks at this machine.</summary>
    /// <param name="folder">Where the databases will be.</param>
    public static Machine Look(string folder) => new(
        Environment.ProcessorCount,
        RuntimeInformation.ProcessArchitecture.ToString(),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        new DriveInfo(folder).DriveFormat,
        Flush(Path.Combine(folder, "flush")));

    /// <summary>In one line.</summary>
    public string Describe()
        => $"{Cores} cores ({Architecture}), {Runtime}, {System}; "
            + $"databases on {FileSystem}, where one flush of 4 kB takes {FlushMicros:N0} µs";

    private static double Flush(string file)
    {
        var block = new byte[4096];
        var times = new List<double>();
        using (var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            for (var at = 0; at < Flushes; at++)
            {
                var began = TimeProvider.System.GetTimestamp();
                stream.Write(block);
                stream.Flush(flushToDisk: true);
                times.Add(TimeProvider.System.GetElapsedTime(began).TotalMicroseconds);
            }
        }

        File.Delete(file);
        return Spread.Of(times).Median;
    }
}
