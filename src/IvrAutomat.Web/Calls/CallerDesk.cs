using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// What the runner needs from the shop before the dialogue may decide: who calls, which order a number means, whether
/// a PIN opens it. The shop fills it in; the runner knows no shop.
/// </summary>
/// <param name="Recognise">What a caller's number tells.</param>
/// <param name="FindNumber">Which order a number means, among what may have been said.</param>
/// <param name="CheckPin">Whether a PIN opens an order, locks applied. It does the same work whether or not the order exists.</param>
internal sealed record CallerDesk(
    Func<PhoneNumber?, CancellationToken, Task<Caller>> Recognise,
    Func<ImmutableArray<string>, PhoneNumber?, CancellationToken, Task<FoundNumber>> FindNumber,
    Func<Call, string, PhoneNumber?, CancellationToken, Task<PinCheck>> CheckPin);

/// <summary>What a number came to.</summary>
/// <param name="OrderId">The order; null when there is none.</param>
/// <param name="Digits">The candidate that was chosen.</param>
internal sealed record FoundNumber(string? OrderId, string Digits)
{
    /// <inheritdoc />
    public override string ToString() => nameof(FoundNumber);
}

/// <summary>What a PIN came to.</summary>
/// <param name="Offered">The input for the dialogue.</param>
/// <param name="Failures">What counts against order and caller; saved in the turn's own transaction, so that a repeated delivery counts once.</param>
internal sealed record PinCheck(PinOffered Offered, ImmutableArray<FailureRow> Failures);

/// <summary>What the runner needs to have work done.</summary>
/// <param name="Ask">Answers a query; may take seconds and may be asked again.</param>
/// <param name="Wake">Tells the ledger's worker that requests have been saved.</param>
/// <param name="Outcome">The result of a request, waited for at most so long; null when it is not there by then.</param>
internal sealed record WorkDesk(
    Func<Query, CancellationToken, Task<WorkResult>> Ask,
    Action Wake,
    Func<string, TimeSpan, CancellationToken, Task<WorkResult?>> Outcome);
