using System.Collections.Immutable;
using IvrAutomat.Flow;

namespace IvrAutomat.Proof;

/// <summary>Something that a caller must never run into, and a shortest way there.</summary>
/// <param name="Rule">What is broken.</param>
/// <param name="State">Where the call stood.</param>
/// <param name="Problem">What happens there.</param>
/// <param name="Situation">Who calls, when, about what.</param>
/// <param name="Path">The inputs that lead there, from the beginning of the call.</param>
public sealed record PathFinding(PathRule Rule, State State, string Problem, string Situation, ImmutableArray<string> Path);

/// <summary>What the proof asserts of every path.</summary>
public enum PathRule
{
    /// <summary>No input that can happen makes the dialogue throw.</summary>
    NoException,

    /// <summary>Every input that can happen means something where it happens.</summary>
    NothingUnexpected,

    /// <summary>From everywhere some inputs end the call, and hanging up ends it at once.</summary>
    ExitEverywhere,

    /// <summary>0 leads to a person, or to an honest word when somebody will call.</summary>
    PersonEverywhere,

    /// <summary>Nothing that changes an order or money is asked for without a yes to its own question just before.</summary>
    ConfirmedFirst,

    /// <summary>Nothing of an order is asked for or spoken before a right PIN or code has opened it.</summary>
    ProvedFirst,

    /// <summary>Whoever is listened to has been asked something, and whoever waits waits for something.</summary>
    NoEmptyWait,

    /// <summary>Whatever mix of silence and misunderstanding comes: the call ends or is at a person after a few of them.</summary>
    LaddersEnd,
}
