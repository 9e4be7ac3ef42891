using System.CommandLine;

namespace IvrAutomat.Proof.Machines;

/// <summary>The command <c>machines</c>.</summary>
internal static class MachinesCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var isLong = ProofOptions.Long();
        var seed = ProofOptions.Seed();
        var command = new Command("machines", "Two instances as on two machines, with PostgreSQL and behind a real nginx with the shipped configuration: do they act as one?") { isLong, seed };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var plan = (parsed.GetValue(isLong) ? MachinesPlan.Long : MachinesPlan.Short) with { Seed = parsed.GetValue(seed) };
            return (await MachinesRun.RunAsync(plan, Console.Out.WriteLine, cancellationToken)).Tell(Console.Out);
        });
        return command;
    }
}
