namespace IvrAutomat.Proof.Callers;

/// <summary>What a caller is going to do, one thing at a document that listens; afterwards silence, or hanging up.</summary>
/// <param name="Name">What the call is about, for the report.</param>
/// <param name="From">Who calls.</param>
/// <param name="Doings">One after the other.</param>
internal sealed record CallPlan(string Name, string From, IReadOnlyList<Doing> Doings)
{
    /// <summary>The caller hangs up after the last of them, while its answer is under way; otherwise silence until the automat ends the call.</summary>
    public bool HangsUp { get; init; }

    /// <summary>Somebody with an order in this status, and what they may want.</summary>
    /// <param name="kind">Any number: which of the plans.</param>
    /// <param name="status">What is sensible depends on it.</param>
    /// <param name="from">The number in the order.</param>
    /// <param name="pin">The right PIN.</param>
    public static CallPlan About(int kind, World.UpgatesStatus status, string from, string pin)
    {
        Doing right = new(Keys: pin, Leaves: "\"input\":\"pin\"");
        Doing wrong = new(Keys: pin[..^1] + (pin[^1] == '9' ? '8' : '9'), Leaves: "\"input\":\"pin\"");
        Doing Key(char key) => new(Keys: $"{key}", Leaves: "\"input\":\"option\"");
        var repeat = new Doing(Keys: "*", Leaves: "\"input\":\"command\"");
        return (kind % 8) switch
        {
            0 => new("status", from, [right, repeat]),
            1 => new("wrong PIN first", from, [wrong, new(Keys: "1", Leaves: "\"input\":"), right]),
            2 => new("person", from, [right, new(Keys: "0", Leaves: "\"input\":\"command\"")]),
            3 => Task(status) with { HangsUp = true },
            _ => Task(status),
        };

        CallPlan Task(World.UpgatesStatus of) => of switch
        {
            World.UpgatesStatus.Received => new("cancel", from, [right, Key('2'), Key('1')]),
            World.UpgatesStatus.PaymentFailed => new("payment link", from, [right, Key('3'), Key('1'), Key('1')]),
            _ => new("return", from, [right, Key('4'), Key('1'), Key('1'), Key('2'), Key('1')]),
        };
    }
}

/// <summary>One thing that a caller does.</summary>
/// <param name="Keys">The keys pressed.</param>
/// <param name="Leaves">What the journal must hold of it once it was answered.</param>
internal sealed record Doing(string Keys, string Leaves);
