using System.CommandLine;

namespace IvrAutomat.Proof.Disk;

/// <summary>The command <c>disk</c>.</summary>
internal static class DiskCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var isLong = ProofOptions.Long();
        var seed = ProofOptions.Seed();
        var limit = new Option<bool>("--limit") { Description = "By a limit on the process's files, which needs no rights; also where no disk may be mounted." };
        var command = new Command("disk", "Fills the disk of the database while calls go on, and makes room again; then compares what callers saw with what was kept.");
        foreach (var option in new Option[] { isLong, seed, limit })
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var plan = (parsed.GetValue(isLong) ? DiskPlan.Long : DiskPlan.Short) with { Seed = parsed.GetValue(seed), ByLimit = parsed.GetValue(limit) };
            return (await DiskRun.RunAsync(plan, Console.Out.WriteLine, cancellationToken)).Tell(Console.Out);
        });
        return command;
    }
}
