using System.CommandLine;

namespace IvrAutomat.Proof.Kills;

/// <summary>The command <c>kills</c>.</summary>
internal static class KillsCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var isLong = ProofOptions.Long();
        var seed = ProofOptions.Seed();
        var postgres = new Option<bool>("--postgres") { Description = "On a PostgreSQL server of this run, which is killed as well." };
        var nginx = new Option<bool>("--nginx") { Description = "Behind a real nginx with the configuration that is shipped." };
        var calls = new Option<int?>("--calls") { Description = "Calls in all. Default: 60, with --long 1000." };
        var kills = new Option<int?>("--kills") { Description = "Instances killed. Default: 6, with --long 100." };
        var command = new Command("kills", "Kills instances, and the database's server, while calls go on; then compares what callers saw with what was kept.");
        foreach (var option in new Option[] { isLong, seed, postgres, nginx, calls, kills })
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var form = parsed.GetValue(isLong) ? KillsPlan.Long : KillsPlan.Short;
            var plan = form with
            {
                Calls = parsed.GetValue(calls) ?? form.Calls,
                Kills = parsed.GetValue(kills) ?? form.Kills,
                Seed = parsed.GetValue(seed),
                OnPostgres = parsed.GetValue(postgres),
                BehindNginx = parsed.GetValue(nginx),
            };
            return (await KillsRun.RunAsync(plan, Console.Out.WriteLine, cancellationToken)).Tell(Console.Out);
        });
        return command;
    }
}
