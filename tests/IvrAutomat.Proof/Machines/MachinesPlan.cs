namespace IvrAutomat.Proof.Machines;

/// <summary>How many call.</summary>
/// <param name="Calls">Calls in each of three rounds: all is well, an instance is killed, it is back.</param>
/// <param name="Seed">Where chance begins.</param>
internal sealed record MachinesPlan(int Calls, int Seed)
{
    /// <summary>Changes must be heard as fast as is promised; otherwise only heard at all, for machines that are busy with other things.</summary>
    public bool IsTimed { get; init; } = true;

    /// <summary>The short form.</summary>
    public static MachinesPlan Short { get; } = new(Calls: 16, Seed: 1);

    /// <summary>The long form.</summary>
    public static MachinesPlan Long { get; } = Short with { Calls = 200 };
}
