using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Proof;

/// <summary>Who calls, when, about what: one world in which the conversation is walked.</summary>
/// <param name="Name">What distinguishes it, for people.</param>
/// <param name="Part">The part of the call that is walked in full.</param>
/// <param name="Caller">What the caller's number tells.</param>
/// <param name="Facts">The shop and the instant at which the call begins.</param>
/// <param name="Orders">The caller's orders; the first is the one that a number and a PIN lead to.</param>
public sealed record Situation(string Name, CallPart Part, Caller Caller, Facts Facts, ValueList<Order> Orders)
{
    /// <summary>One PIN opens all of <see cref="Orders"/>.</summary>
    public bool SharesPin { get; init; }
}
