namespace IvrAutomat.Proof.Kills;

/// <summary>How much is killed, and during what.</summary>
/// <param name="Calls">Calls in all; each is about an order of its own.</param>
/// <param name="Kills">Instances killed.</param>
/// <param name="Seed">Where chance begins. It fixes who wants what and when a kill is due, not what it hits: that is decided by the machine.</param>
/// <param name="OnPostgres">On a PostgreSQL server of this run, whose every fifth kill hits the server itself; otherwise on a SQLite file.</param>
internal sealed record KillsPlan(int Calls, int Kills, int Seed, bool OnPostgres)
{
    /// <summary>A real nginx with the shipped configuration stands before the instances.</summary>
    public bool BehindNginx { get; init; }

    /// <summary>The short form.</summary>
    public static KillsPlan Short { get; } = new(Calls: 60, Kills: 6, Seed: 1, OnPostgres: false);

    /// <summary>The long form.</summary>
    public static KillsPlan Long { get; } = Short with { Calls = 1000, Kills = 100 };
}
