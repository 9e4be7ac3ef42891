using IvrAutomat.Benchmarks.Callers;

namespace IvrAutomat.Benchmarks.Live;

/// <summary>A kind of call: what such a caller does, turn by turn, until the call is over or they hang up.</summary>
/// <param name="Name">What the caller wants.</param>
/// <param name="Share">How many of a hundred calls are like it.</param>
/// <param name="Does">Keys and words in turn. <c>PIN</c> and <c>number</c> stand for those of the caller's order.</param>
/// <param name="IsStranger">Calls from a number that no order bears.</param>
internal sealed record Persona(string Name, int Share, string[] Does, bool IsStranger = false)
{
    private const string Silent = "";

    /// <summary>All kinds: every task, every language, help, silence, a person.</summary>
    public static IReadOnlyList<Persona> All { get; } =
    [
        new("status, then hangs up", 24, ["PIN"]),
        new("parcel", 14, ["PIN", "1", "*", "9", "na shledanou"]),
        new("cancel, not after all", 8, ["PIN", "2", "2", "9"]),
        new("payment", 8, ["PIN", "3", "2", "9"]),
        new("return, asked for and left", 8, ["PIN", "4", "1", "9"]),
        new("invoice", 5, ["PIN", "5", "2", "9"]),
        new("order number first", 9, ["number", "PIN", "1"], IsStranger: true),
        new("in English", 6, ["8", "PIN", "1", "goodbye"]),
        new("in Slovak, by number", 3, ["7", "number", "PIN", "1"], IsStranger: true),
        new("in words", 5, ["PIN", "kde je balík", "prosím?", "na shledanou"]),
        new("silent, then slowly", 4, [Silent, "1", "PIN", Silent, Silent, "1"]),
        new("PIN cut short, help", 3, ["cut", "PIN", "6"]),
        new("a person", 3, ["PIN", "0"]),
    ];

    /// <summary>The one for a number from 0 to 99.</summary>
    public static Persona Of(int percent)
    {
        foreach (var persona in All)
        {
            percent -= persona.Share;
            if (percent < 0)
            {
                return persona;
            }
        }

        return All[0];
    }

    /// <summary>What is done in a turn, in the words of the carrier.</summary>
    /// <param name="at">Which turn after the greeting.</param>
    /// <param name="number">The order's number.</param>
    /// <param name="pin">Its PIN.</param>
    public Doing Do(int at, string number, string pin) => Does[at] switch
    {
        Silent => new Doing("silence"),
        "PIN" => new Doing("PIN", Keys: pin),
        "number" => new Doing("number", Keys: number),
        "cut" => new Doing("cut", Keys: pin[..2]),
        [var key] when char.IsAsciiDigit(key) || key == '*' => new Doing("key", Keys: $"{key}"),
        var words => new Doing("words", Words: words),
    };
}
