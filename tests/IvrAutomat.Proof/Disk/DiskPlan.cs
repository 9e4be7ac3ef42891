namespace IvrAutomat.Proof.Disk;

/// <summary>How often the disk becomes full, and during what.</summary>
/// <param name="Fills">How often it is full for a while and then has room again.</param>
/// <param name="CallsEach">Calls that begin in each of these times, with room and without.</param>
/// <param name="Seed">Where chance begins.</param>
/// <param name="ByLimit">Full by a limit on the process instead of a disk of its own; see <see cref="FullDisk"/>.</param>
internal sealed record DiskPlan(int Fills, int CallsEach, int Seed, bool ByLimit)
{
    /// <summary>The short form.</summary>
    public static DiskPlan Short { get; } = new(Fills: 2, CallsEach: 10, Seed: 1, ByLimit: false);

    /// <summary>The long form.</summary>
    public static DiskPlan Long { get; } = Short with { Fills = 12, CallsEach = 40 };

    /// <summary>Every webhook is answered within this time.</summary>
    public TimeSpan LongestAnswer { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>All calls.</summary>
    public int Calls => ((2 * Fills) + 1) * CallsEach;
}
