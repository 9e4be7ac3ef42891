using System.CommandLine;

namespace IvrAutomat.Proof.World;

/// <summary>The command <c>serve</c>: the product in a process of its own, by a clock that is ahead. Proofs start it; it is not for people.</summary>
internal static class ServeCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "serve";

    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var forward = new Argument<long>("forward") { Description = "How far the clock is ahead of the machine's, in ticks of 100 ns." };
        var command = new Command(Name, "Takes calls as the product does, by a clock that is ahead.") { forward };
        command.Hidden = true;
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, stop) => Web.Commands.ServeCommand.RunAsync(
            [.. parsed.UnmatchedTokens], stop, new ForwardClock(TimeProvider.System.GetUtcNow().AddTicks(parsed.GetValue(forward)))));
        return command;
    }
}
