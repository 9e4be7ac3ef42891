using System.CommandLine;

namespace IvrAutomat.Proof.Guesses;

/// <summary>The command <c>guesses</c>.</summary>
internal static class GuessesCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var isLong = ProofOptions.Long();
        var seed = ProofOptions.Seed();
        var command = new Command("guesses", "Guesses PINs by telephone in every way, and compares what was judged and what succeeded with what the lockout allows.");
        command.Add(isLong);
        command.Add(seed);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var plan = (parsed.GetValue(isLong) ? GuessesPlan.Long : GuessesPlan.Short) with { Seed = parsed.GetValue(seed) };
            return (await new GuessesRun(plan, _ => { }, cancellationToken).RunAsync()).Tell(Console.Out);
        });
        return command;
    }
}
