using System.Collections.Immutable;

namespace IvrAutomat.Web.Replay;

/// <summary>What one call was decided on, step by step.</summary>
/// <param name="CallId">The carrier's identifier.</param>
/// <param name="Entries">The decisions, in order; never none.</param>
internal sealed record CallJournal(string CallId, ImmutableArray<JournalEntry> Entries);

/// <summary>One decision as the journal keeps it.</summary>
/// <param name="Step">The call's version after it.</param>
/// <param name="At">Its instant.</param>
/// <param name="Input">The interpreted input as JSON.</param>
/// <param name="State">The state after it.</param>
/// <param name="Prompts">The hash of the prompts that spoke.</param>
/// <param name="House">The hash of what it knew of the house.</param>
/// <param name="Said">The keys of what was said; null for entries of earlier versions.</param>
internal readonly record struct JournalEntry(int Step, DateTimeOffset At, string Input, string State, string Prompts, string House, string? Said);
