using System.CommandLine;

namespace IvrAutomat.Proof.BadCarrier;

/// <summary>The command <c>carrier</c>.</summary>
internal static class CarrierCommand
{
    /// <summary>How many scripts the short form plays.</summary>
    public const int Short = 60;

    private const int Long = 1000;

    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var isLong = ProofOptions.Long();
        var seed = ProofOptions.Seed();
        var command = new Command("carrier", "Plays call scripts while the carrier delivers twice, late, out of order or not at all: no call is dropped, nothing is done twice.");
        command.Add(isLong);
        command.Add(seed);
        command.SetAction(async (parsed, cancellationToken)
            => (await CarrierRun.RunAsync(parsed.GetValue(isLong) ? Long : Short, parsed.GetValue(seed), cancellationToken)).Tell(Console.Out));
        return command;
    }
}
