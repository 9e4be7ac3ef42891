using System.Diagnostics.Metrics;
using System.Globalization;

namespace IvrAutomat.Benchmarks.Hosts;

/// <summary>What only the host itself can count, since its start.</summary>
/// <param name="Allocated">Bytes allocated.</param>
/// <param name="Heap">Bytes that are alive after a collection of everything.</param>
/// <param name="RoundTrips">Commands that PostgreSQL's driver has sent, each one round trip; 0 on SQLite, which has none.</param>
internal sealed record HostFigures(long Allocated, long Heap, long RoundTrips)
{
    /// <summary>The line by which a run asks for them, and with which each answer begins.</summary>
    public const string Ask = "figures";

    private static long _roundTrips;

    /// <summary>Begins to count round trips; once a process.</summary>
    public static MeterListener Count()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == "Npgsql" && instrument.Name is "db.client.operation.duration" or "db.client.commands.duration")
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref _roundTrips));
        listener.Start();
        return listener;
    }

    /// <summary>The figures of this process, as a line.</summary>
    public static string Line()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        return string.Create(CultureInfo.InvariantCulture, $"{Ask} {allocated} {GC.GetTotalMemory(forceFullCollection: true)} {Interlocked.Read(ref _roundTrips)}");
    }

    /// <summary>Reads a line; null when it is another one.</summary>
    public static HostFigures? Of(string line)
        => line.Split(' ') is [Ask, var allocated, var heap, var trips]
            ? new(long.Parse(allocated, CultureInfo.InvariantCulture), long.Parse(heap, CultureInfo.InvariantCulture), long.Parse(trips, CultureInfo.InvariantCulture))
            : null;
}
