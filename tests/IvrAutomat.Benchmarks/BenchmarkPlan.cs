using System.CommandLine;

namespace IvrAutomat.Benchmarks;

/// <summary>How much is measured.</summary>
internal sealed record BenchmarkPlan
{
    /// <summary>Calls that go on at the same time, from 1 to 500.</summary>
    public required int Callers { get; init; }

    /// <summary>How often each variant is measured, from 1 to 100; the variants take turns.</summary>
    public required int Rounds { get; init; }

    /// <summary>Rounds before those, which are not reported, from 0 to 100: the runtime compiles what is hot only little by little.</summary>
    public required int WarmUp { get; init; }

    /// <summary>How long one round lasts, in seconds, from 0.1 to 60.</summary>
    public required double Seconds { get; init; }

    /// <summary>Turns after which a round ends earlier.</summary>
    public required int MostTurns { get; init; }

    /// <summary>Where the databases are made, and removed again. It decides what a flush costs.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the raw data go; null: nowhere.</summary>
    public string? Json { get; init; }

    /// <summary>False: the decisions of Core are left out.</summary>
    public required bool Decisions { get; init; }

    /// <summary>Adds the options to the command, and what is done with them.</summary>
    public static void Register(RootCommand command, Func<BenchmarkPlan, CancellationToken, Task<int>> run)
    {
        var callers = Bounded(
            new Option<int>("--callers") { Description = "Calls at the same time.", DefaultValueFactory = _ => 16 }, 1, 500);
        var rounds = Bounded(
            new Option<int>("--rounds") { Description = "Rounds of each variant.", DefaultValueFactory = _ => 5 }, 1, 100);
        var warmUp = Bounded(
            new Option<int>("--warm-up") { Description = "Rounds before, not reported.", DefaultValueFactory = _ => 4 }, 0, 100);
        var seconds = Bounded(
            new Option<double>("--seconds") { Description = "Length of a round.", DefaultValueFactory = _ => 3 }, 0.1, 60);
        var turns = Bounded(
            new Option<int>("--turns") { Description = "Turns that end a round earlier.", DefaultValueFactory = _ => 200_000 }, 1, 10_000_000);
        var folder = new Option<string>("--folder")
        {
            Description = "Folder for the databases, on the disk to be measured.",
            DefaultValueFactory = _ => Path.GetTempPath(),
        };
        var json = new Option<string?>("--json") { Description = "File for the raw data." };
        var turnsOnly = new Option<bool>("--turns-only") { Description = "Leaves the decisions of Core out." };
        foreach (var option in new Option[] { callers, rounds, warmUp, seconds, turns, folder, json, turnsOnly })
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => run(
            new BenchmarkPlan
            {
                Callers = parsed.GetValue(callers),
                Rounds = parsed.GetValue(rounds),
                WarmUp = parsed.GetValue(warmUp),
                Seconds = parsed.GetValue(seconds),
                MostTurns = parsed.GetValue(turns),
                Folder = parsed.GetRequiredValue(folder),
                Json = parsed.GetValue(json),
                Decisions = !parsed.GetValue(turnsOnly),
            },
            cancellationToken));
    }

    private static Option<T> Bounded<T>(Option<T> option, T least, T most)
        where T : IComparable<T>
    {
        option.Validators.Add(result =>
        {
            var value = result.GetValueOrDefault<T>();
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            {
                result.AddError($"{option.Name} is {value}. Use {least} to {most}.");
            }
        });
        return option;
    }
}
