using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Benchmarks.Hosts;

/// <summary>One host that is measured: a layer does what the one before it does, and one thing more.</summary>
/// <param name="Name">Its name, also on the command line.</param>
/// <param name="Layer">What it adds to the one before; null for one that stands beside them.</param>
internal sealed record Variant(string Name, string? Layer)
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

    /// <summary>The automat itself on PostgreSQL, whose server shares the machine.</summary>
    public static readonly Variant Postgres = new("PostgreSQL", Layer: null) { Durability = DatabaseDurability.Normal, NeedsPostgres = true };

    /// <summary>The usual stack of the field, for comparison; see <see cref="NodeHost"/>.</summary>
    public static readonly Variant Node = new("Node.js stack", Layer: null);

    /// <summary>Each one layer above its neighbour.</summary>
    public static IReadOnlyList<Variant> Layers { get; } = [Constant, Signed, InMemory, SqliteNormal, SqliteFull];

    /// <summary>All that can be measured here.</summary>
    public static IReadOnlyList<Variant> All { get; } =
    [
        .. Layers,
        .. PostgresServer is null ? (Variant[])[] : [Postgres],
        .. NodeHost.Missing is null ? (Variant[])[Node] : [],
    ];

    /// <summary>SQLite NORMAL with little behind it, and with much: what a turn costs must not differ.</summary>
    public static IReadOnlyList<Variant> Histories { get; } =
    [
        new("1 thousand entries", Layer: null) { Durability = DatabaseDurability.Normal, PastCalls = 100 },
        new("1 million entries", Layer: null) { Durability = DatabaseDurability.Normal, PastCalls = 100_000 },
    ];

    /// <summary>All that a child may be asked to serve.</summary>
    public static IEnumerable<Variant> Everything => All.Concat(Histories);

    /// <summary>The PostgreSQL server to measure with, from the environment; null: none.</summary>
    public static string? PostgresServer => Environment.GetEnvironmentVariable("IVRAUTOMAT_TEST_POSTGRES");

    /// <summary>Set for the automat itself.</summary>
    public DatabaseDurability? Durability { get; private init; }

    /// <summary>It keeps calls on <see cref="PostgresServer"/>.</summary>
    public bool NeedsPostgres { get; private init; }

    /// <summary>Calls that it finds in its database at the start, of ten journal entries each.</summary>
    public int PastCalls { get; private init; }

    /// <summary>Whether its answers depend on the call.</summary>
    public bool Converses => this != Constant && this != Signed && this != Node;
}
