using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// What the runner needs from the shop before the dialogue may decide: who calls, which order a number means, whether
/// a PIN opens it. The shop fills it in; the runner knows no shop.
/// </summary>
/// <param name="Trust">The number that a call may be recognised by; null when it says nothing about who calls.</param>
/// <param name="Recognise">What a caller's number tells.</param>
/// <param name="FindNumber">Which order a number means, among what may have been said.</param>
/// <param name="CheckPin">Whether a PIN or a code opens an order, locks applied. It does the same work whether or not the order exists.</param>
/// <param name="Address">Where a proved order goes; null when that is not known.</param>
internal sealed record CallerDesk(
    Func<PhoneNumber?, PhoneNumber?> Trust,
    Func<PhoneNumber?, CancellationToken, Task<Caller>> Recognise,
    Func<IReadOnlyList<string>, PhoneNumber?, CancellationToken, Task<FoundNumber>> FindNumber,
    Func<Call, SecretEntry, CancellationToken, Task<PinChecked>> CheckPin,
    Func<string, CancellationToken, Task<OrderAddress?>> Address);

/// <summary>A PIN or a one-time code as it was typed, with what it may be held against. Nothing of it is printed or kept.</summary>
/// <param name="Digits">What was typed.</param>
/// <param name="CodeOnly">The step asked for a code: it is no try at a PIN.</param>
/// <param name="From">The caller's number; null when withheld.</param>
/// <param name="Contact">The phone number of the order as the caller typed it; null when none was asked for.</param>
internal sealed record SecretEntry(string Digits, bool CodeOnly, PhoneNumber? From, PhoneNumber? Contact)
{
    /// <inheritdoc />
    public override string ToString() => nameof(SecretEntry);
}

/// <summary>What became of a number that was typed or said.</summary>
/// <param name="OrderId">The order that it names; null when it names none. If it names several, the newest: the PIN decides.</param>
/// <param name="Digits">The reading that was chosen. It is not to be stored in the clear.</param>
internal sealed record FoundNumber(string? OrderId, string Digits)
{
    /// <summary>How many digits it has.</summary>
    public int Length => Digits.Length;

    /// <summary>Says only whether an order was found: digits belong in no log.</summary>
    public override string ToString() => OrderId is null ? $"no order, {Length} digits" : $"order {OrderId}";
}

/// <summary>What the check of a PIN says, and what is to be remembered of it.</summary>
/// <param name="Input">The input for the dialogue.</param>
/// <param name="Failures">What counts against order and caller; saved in the turn's own transaction, so that a repeated delivery counts once.</param>
/// <param name="Seen">The failures that it was judged by; null when it was not judged.</param>
internal sealed record PinChecked(PinOffered Input, IReadOnlyList<FailureRow> Failures, FailuresSeen? Seen = null);

/// <summary>
/// Failures that a verdict rests on. They must be as many when it is saved: of guesses that come at one moment each would otherwise be judged as
/// if it were alone.
/// </summary>
/// <param name="OrderKeys">The keyed hashes of the orders that were tried, always as many.</param>
/// <param name="Caller">The keyed hash of the caller's number; null when withheld.</param>
/// <param name="Since">Those after it were counted.</param>
/// <param name="Count">Failures on the orders and failures of the caller, together.</param>
internal sealed record FailuresSeen(IReadOnlyList<string> OrderKeys, string? Caller, DateTimeOffset Since, int Count);

/// <summary>What the runner needs to have work done.</summary>
/// <param name="Ask">Answers a query; may take seconds and may be asked again.</param>
/// <param name="Wake">Tells the ledger's worker that requests have been saved.</param>
/// <param name="Outcome">The result of a request, waited for at most so long; null when it is not there by then.</param>
internal sealed record WorkDesk(
    Func<Query, CancellationToken, Task<WorkResult>> Ask,
    Action Wake,
    Func<string, TimeSpan, CancellationToken, Task<WorkResult?>> Outcome);
