namespace IvrAutomat.Web.Agents.Cases;

/// <summary>What came of something that a colleague wanted to do to a case.</summary>
internal abstract record CaseOutcome;

/// <summary>It is done, or had been done by the same colleague before.</summary>
internal sealed record CaseDone : CaseOutcome;

/// <summary>A colleague was first: nothing was changed.</summary>
/// <param name="By">Who has it.</param>
/// <param name="At">Since when.</param>
internal sealed record CaseTaken(string By, DateTimeOffset At) : CaseOutcome;

/// <summary>It is closed: nothing was changed.</summary>
/// <param name="By">Who closed it; null when the automat or the command line did.</param>
/// <param name="At">When.</param>
internal sealed record CaseShut(string? By, DateTimeOffset At) : CaseOutcome;

/// <summary>There is another open case of the same kind for the order: this one stays closed.</summary>
/// <param name="Number">The other one.</param>
internal sealed record CaseElsewhere(string Number) : CaseOutcome;

/// <summary>The customer cannot be written to: no order was verified, or its contact takes no messages.</summary>
internal sealed record CaseUnreachable : CaseOutcome;

/// <summary>There is no such colleague.</summary>
internal sealed record CaseNobody : CaseOutcome;

/// <summary>The order is not one with which the shop is at fault.</summary>
internal sealed record CaseFaultless : CaseOutcome;

/// <summary>There is no such case.</summary>
internal sealed record CaseGone : CaseOutcome;
