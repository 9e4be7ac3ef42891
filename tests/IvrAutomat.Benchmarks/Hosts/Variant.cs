using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Benchmarks.Hosts;

/// <summary>One host that is measured: each does what the one before it does, and one layer more.</summary>
/// <param name="Name">Its name, also on the command line.</param>
/// <param name="Layer">What it adds to the one before.</param>
internal sealed record Variant(string Name, string Layer)
{
    /// <summary>A fixed document, whatever comes.</summary>
    public static readonly Variant Constant = new("constant", "HTTP: Kestrel, routing, a fixed document");

    /// <summary>The webhook is read and its signature checked; then the fixed document.</summary>
    public static readonly Variant Signed = new("signed constant", "webhook: form, signature, identifiers");

    /// <summary>The whole conversation; calls live in a dictionary.</summary>
    public static readonly Variant InMemory = new("in memory", "conversation: Core, words, TwiML");

    /// <summary>The automat itself; a saved turn survives a killed process.</summary>
    public static readonly Variant SqliteNormal =
        new("SQLite NORMAL", "keeping: runner, encryption, journal, PIN locks, SQLite") { Durability = DatabaseDurability.Normal };

    /// <summary>The automat itself; a saved turn survives power loss.</summary>
    public static readonly Variant SqliteFull =
        new("SQLite FULL", "flush to disk at each save") { Durability = DatabaseDurability.Full };

    /// <summary>All of them, each one layer above its neighbour.</summary>
    public static IReadOnlyList<Variant> All { get; } = [Constant, Signed, InMemory, SqliteNormal, SqliteFull];

    /// <summary>Set for the automat itself.</summary>
    public DatabaseDurability? Durability { get; private init; }

    /// <summary>Whether its answers depend on the call.</summary>
    public bool Converses => this != Constant && this != Signed;
}
