namespace IvrAutomat.Proof.Machines;

/// <summary>How many wait.</summary>
/// <param name="Customers">How many customers ask for an agent; every second one chooses to be called back.</param>
/// <param name="Kills">How often an instance is killed meanwhile.</param>
internal sealed record QueuePlan(int Customers, int Kills)
{
    // Two agents talk for two seconds each; ringing, whispers and the rest after a talk come on top.
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(15);

    /// <summary>The time before each kill, long enough for the other instance to be back.</summary>
    public TimeSpan BeforeKill { get; init; } = TimeSpan.FromSeconds(9);

    /// <summary>Longer than all customers need; whoever has no agent by then gets none.</summary>
    public TimeSpan Patience => TimeSpan.FromMinutes(2) + (Customers * Each) + (Kills * BeforeKill);

    /// <summary>The short form.</summary>
    public static QueuePlan Short { get; } = new(Customers: 8, Kills: 1);

    /// <summary>The long form.</summary>
    public static QueuePlan Long { get; } = new(Customers: 80, Kills: 20) { BeforeKill = TimeSpan.FromSeconds(15) };
}
