using System.Text.Json;
using System.Text.Json.Serialization;
using IvrAutomat.Benchmarks.Decisions;
using IvrAutomat.Benchmarks.Load;

namespace IvrAutomat.Benchmarks.Report;

/// <summary>Everything that was measured, for other programs: camel case, times in microseconds unless the name says otherwise.</summary>
internal sealed record RawData(Machine Machine, PlanData Plan, IReadOnlyList<DecisionResult> Decisions, IReadOnlyList<Round> Rounds)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes the file, over an older one.</summary>
    public static async Task WriteAsync(string file, RawData data, CancellationToken cancellationToken)
        => await File.WriteAllTextAsync(file, JsonSerializer.Serialize(data, Readable) + "\n", cancellationToken);
}

/// <summary>What of the plan belongs to the data: no folder and no file of the machine.</summary>
internal sealed record PlanData(int Callers, int Rounds, int WarmUp, double Seconds, int MostTurns);
