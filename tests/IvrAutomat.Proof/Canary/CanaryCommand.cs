using System.CommandLine;

namespace IvrAutomat.Proof.Canary;

/// <summary>The command <c>canary</c>: the sweep after calls in which nothing goes wrong and everything is on. What is on by default is swept after every run of <c>kills</c> as well.</summary>
internal static class CanaryCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var isLong = ProofOptions.Long();
        var seed = ProofOptions.Seed();
        var postgres = new Option<bool>("--postgres") { Description = "On a PostgreSQL server of this run: files and dump are searched." };
        var command = new Command("canary", "Lets marked customers call, then searches files, dump, log, traces, metrics, audio names, pages, exports and backup for their PINs, numbers, names and addresses in every form.");
        foreach (var option in new Option[] { isLong, seed, postgres })
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var form = parsed.GetValue(isLong) ? CanaryPlan.Long : CanaryPlan.Short;
            var plan = form with { Seed = parsed.GetValue(seed), OnPostgres = parsed.GetValue(postgres) };
            return (await CanaryRun.RunAsync(plan, Console.Out.WriteLine, cancellationToken)).Tell(Console.Out);
        });
        return command;
    }
}
