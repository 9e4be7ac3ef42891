namespace IvrAutomat.Benchmarks.Callers;

/// <summary>What the caller does in answer to a document; at most one of the two, or nothing.</summary>
/// <param name="Keys">Keys pressed.</param>
/// <param name="Words">Words said.</param>
internal sealed record Doing(string? Keys = null, string? Words = null)
{
    /// <summary>Nothing: the carrier goes on to where the document leads after silence.</summary>
    public bool IsSilence => Keys is null && Words is null;

    /// <summary>
    /// The whole conversation after the greeting: a PIN cut short, the PIN, a repetition, a key without a meaning, silence, cancelling asked
    /// for (its question, or why it is too late), back to the menu, goodbye. Nothing in it changes an order, so calls can go on at once.
    /// </summary>
    /// <param name="pin">The right PIN.</param>
    public static Doing[] Conversation(string pin) =>
    [
        new(Keys: pin[..2]), new(Keys: pin), new(Keys: "*"), new(Keys: "8"), new(), new(Keys: "2"), new(Keys: "9"), new(Words: "na shledanou"),
    ];
}
