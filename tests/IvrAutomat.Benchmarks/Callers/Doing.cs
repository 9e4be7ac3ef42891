namespace IvrAutomat.Benchmarks.Callers;

/// <summary>What the caller does in answer to a document; at most one of the two, or nothing.</summary>
/// <param name="Name">What it is, for the report.</param>
/// <param name="Keys">Keys pressed.</param>
/// <param name="Words">Words said.</param>
internal sealed record Doing(string Name, string? Keys = null, string? Words = null)
{
    /// <summary>Nothing: the carrier goes on to where the document leads after silence.</summary>
    public bool IsSilence => Keys is null && Words is null;

    /// <summary>What the turns of a conversation are: the greeting, then one for each thing done.</summary>
    public static IReadOnlyList<string> TurnNames { get; } = ["call comes in", .. Conversation("0000").Select(doing => doing.Name)];

    /// <summary>
    /// The whole conversation after the greeting: a PIN cut short, the PIN, a repetition, a key without a meaning, silence, cancelling asked
    /// for (its question, or why it is too late), back to the menu, goodbye. Nothing in it changes an order, so calls can go on at once.
    /// </summary>
    /// <param name="pin">The right PIN.</param>
    public static Doing[] Conversation(string pin) =>
    [
        new("PIN cut short", Keys: pin[..2]),
        new("PIN", Keys: pin),
        new("repeat", Keys: "*"),
        new("other key", Keys: "8"),
        new("silence"),
        new("cancel?", Keys: "2"),
        new("back", Keys: "9"),
        new("goodbye, spoken", Words: "na shledanou"),
    ];
}
