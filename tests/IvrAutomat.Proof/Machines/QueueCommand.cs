using System.CommandLine;

namespace IvrAutomat.Proof.Machines;

/// <summary>The command <c>queue</c>.</summary>
internal static class QueueCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var isLong = ProofOptions.Long();
        var command = new Command("queue", "Customers wait for agents or are called back, on two instances behind nginx that are killed by turns: does each get one agent, once?") { isLong };
        command.SetAction(async (parsed, cancellationToken)
            => (await QueueRun.RunAsync(parsed.GetValue(isLong) ? QueuePlan.Long : QueuePlan.Short, Console.Out.WriteLine, cancellationToken)).Tell(Console.Out));
        return command;
    }
}
