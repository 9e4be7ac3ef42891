namespace IvrAutomat.Proof.Guesses;

/// <summary>How much is guessed.</summary>
/// <param name="Guesses">Guesses in all, shared among the attacks.</param>
/// <param name="Seed">Where chance begins.</param>
internal sealed record GuessesPlan(int Guesses, int Seed)
{
    /// <summary>The short form.</summary>
    public static GuessesPlan Short { get; } = new(Guesses: 600, Seed: 1);

    /// <summary>The long form.</summary>
    public static GuessesPlan Long { get; } = Short with { Guesses = 10_000 };
}
