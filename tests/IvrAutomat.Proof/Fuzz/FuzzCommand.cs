using System.CommandLine;

namespace IvrAutomat.Proof.Fuzz;

/// <summary>The command <c>fuzz</c>.</summary>
internal static class FuzzCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var isLong = ProofOptions.Long();
        var seed = ProofOptions.Seed();
        var count = new Option<int?>("--count") { Description = "Requests in all, a tenth of them to pages. Default: 2000, with --long 100000." };
        var limit = new Option<double>("--limit") { Description = "Seconds that an answer may take. Default: 2.", DefaultValueFactory = _ => 2 };
        var command = new Command("fuzz", "Throws nonsense at every webhook and page: no 5xx, no document that the carrier refuses, nothing late, no trace of what is not signed.");
        foreach (var option in new Option[] { isLong, seed, count, limit })
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var form = parsed.GetValue(isLong) ? FuzzPlan.Long : FuzzPlan.Short;
            var plan = form with { Seed = parsed.GetValue(seed), Limit = TimeSpan.FromSeconds(parsed.GetValue(limit)) };
            plan = parsed.GetValue(count) is { } all ? plan with { Pages = all / 10, Webhooks = all - (all / 10) } : plan;
            return (await FuzzRun.RunAsync(plan, Console.Out.WriteLine, cancellationToken)).Tell(Console.Out);
        });
        return command;
    }
}
