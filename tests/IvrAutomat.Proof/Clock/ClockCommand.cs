using System.CommandLine;

namespace IvrAutomat.Proof.Clock;

/// <summary>The command <c>clock</c>.</summary>
internal static class ClockCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var isLong = ProofOptions.Long();
        var seed = ProofOptions.Seed();
        var command = new Command("clock", "Puts the wall clock forward and back during calls, by an hour and by a day, and through both changes of summer time.");
        var only = new Option<string?>("--only") { Description = "One jump, by its name, as \"back an hour\". Default: all." };
        command.Add(only);
        command.Add(isLong);
        command.Add(seed);
        only.AcceptOnlyFromAmong([.. ClockJump.All.Select(jump => jump.Name)]);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var plan = (parsed.GetValue(isLong) ? ClockPlan.Long : ClockPlan.Short) with { Seed = parsed.GetValue(seed) };
            if (parsed.GetValue(only) is { } name)
            {
                plan = plan with { Jumps = [.. ClockJump.All.Where(jump => jump.Name == name)] };
            }

            return (await ClockRun.RunAsync(plan, Console.Out.WriteLine, cancellationToken)).Tell(Console.Out);
        });
        return command;
    }
}
