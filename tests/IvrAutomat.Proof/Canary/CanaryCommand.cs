using System.CommandLine;
using IvrAutomat.Proof.Kills;

namespace IvrAutomat.Proof.Canary;

/// <summary>The command <c>canary</c>: the sweep after calls in which nothing else goes wrong. The sweep follows every run of <c>kills</c> as well.</summary>
internal static class CanaryCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var isLong = ProofOptions.Long();
        var seed = ProofOptions.Seed();
        var postgres = new Option<bool>("--postgres") { Description = "On a PostgreSQL server of this run: files and dump are searched." };
        var command = new Command("canary", "Lets marked customers call, then searches files, dump, output and log for their PINs, numbers, names and addresses in every form.");
        foreach (var option in new Option[] { isLong, seed, postgres })
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var plan = new KillsPlan(Calls: parsed.GetValue(isLong) ? 300 : 40, Kills: 0, parsed.GetValue(seed), parsed.GetValue(postgres));
            return (await KillsRun.RunAsync(plan, Console.Out.WriteLine, cancellationToken)).Tell(Console.Out);
        });
        return command;
    }
}
