using System.Collections.Frozen;
using System.Collections.Immutable;
using IvrAutomat.Language;
using static IvrAutomat.Language.SpokenCommand;

namespace IvrAutomat.Prompts.Words;

/// <summary>
/// What would make understanding a guess: a phrase for two wishes that one step tells apart, and a phrase that takes a yes or a no for something
/// else, or something else for a yes.
/// </summary>
internal static class WordLint
{
    private static readonly FrozenSet<SpokenCommand> Everywhere =
        FrozenSet.Create(Yes, No, Person, Repeat, Slower, Back, Wait, DontKnow, Hello, End);

    /// <summary>Commands that menus offer beside each other.</summary>
    private static readonly ImmutableArray<FrozenSet<SpokenCommand>> Together =
    [
        FrozenSet.Create(Parcel, Status, Cancel, Payment, Return, Complaint, Invoice, OtherOrder),
        FrozenSet.Create(Status, Tracking, Extend, ChangeAddress, Elsewhere),
        FrozenSet.Create(PaymentLink, Transfer, CashOnDelivery),
        FrozenSet.Create(Whole, Part),
        FrozenSet.Create(Courier, Packeta, OwnWay, Part),
        FrozenSet.Create(Return, Complaint, Wrong),
        FrozenSet.Create(Repair, Replace, Discount, Refund),
        FrozenSet.Create(InvoiceAgain, ToCompany),
        FrozenSet.Create(HaveIt, SearchByPhone, SendCode, NewCode, OtherOrder, OtherThing),
        FrozenSet.Create(TryAgain, SendCode, FixNumber, OtherOrder),
        FrozenSet.Create(OtherNumber, OtherTime, KeepWaiting, CallMeBack, Cancel, Keep),
        FrozenSet.Create(Restore, Keep),
    ];

    /// <summary>Tasks whose bare name must never be taken for a yes.</summary>
    private static readonly FrozenSet<SpokenCommand> Tasks =
        FrozenSet.Create(Cancel, Payment, Return, Complaint, Invoice, Restore, Refund, Repair, Replace);

    public static IEnumerable<PromptFinding> Of(IReadOnlyList<WordEntry> entries)
        => Ambiguous(entries).Concat(SwallowedAnswers(entries)).Concat(TasksAsYes(entries));

    private static IEnumerable<PromptFinding> Ambiguous(IEnumerable<WordEntry> entries)
    {
        foreach (var same in entries.GroupBy(entry => entry.Heard).Where(group => group.Skip(1).Any()))
        {
            var first = same.First();
            foreach (var again in same.Skip(1))
            {
                if (ReferenceEquals(first, again) || !MeetsInAStep(first, again))
                {
                    continue;
                }

                yield return Finding(again, "phrase-ambiguous",
                    $"'{again.Source.Phrase}' already stands under '{first.Source.Commands}' on line {first.Source.Line}, and one step may listen for both.",
                    $"Keep one of the two, or write it once under a key that names both, the one that goes first in front.");
            }
        }
    }

    private static bool MeetsInAStep(WordEntry one, WordEntry other)
    {
        var (first, second) = (one.Phrase.Meanings, other.Phrase.Meanings);
        return first.Length == 0 || second.Length == 0
            || first.Intersect(second).Any()
            || first.Concat(second).Any(Everywhere.Contains)
            || Together.Any(step => first.Any(step.Contains) && second.Any(step.Contains));
    }

    /// <summary>"Ano" under another command, or "ne*", which every refusal begins with.</summary>
    private static IEnumerable<PromptFinding> SwallowedAnswers(IReadOnlyList<WordEntry> entries)
    {
        // A word that stands under a yes and elsewhere is told as ambiguous already, at the line that came second.
        var elsewhere = entries.Where(entry => !IsAnswer(entry)).Select(entry => entry.Heard).ToFrozenSet();
        var answers = entries
            .Where(entry => !elsewhere.Contains(entry.Heard))
            .Where(entry => entry.Phrase is { Weight: PhraseWeight.Full, Words: [var only], Meanings: [Yes] or [No] } && !only.EndsWith('*'))
            .Select(entry => entry.Phrase.Words[0]).ToFrozenSet();
        foreach (var entry in entries.Where(entry => !IsAnswer(entry)))
        {
            var words = entry.Phrase.Words;
            var swallowed = Array.Find(words, word => word is [.. var stem, '*'] && answers.Any(answer => answer.StartsWith(stem, StringComparison.Ordinal)))
                ?? (words.All(answers.Contains) ? entry.Heard : null);
            if (swallowed is not null)
            {
                yield return Finding(entry, "answer-swallowed", $"'{entry.Source.Phrase}' takes a yes or a no for something else ('{swallowed}').",
                    "Remove it, or write more of the words that belong to it.");
            }
        }
    }

    private static bool IsAnswer(WordEntry entry) => entry.Phrase.Meanings.Contains(Yes) || entry.Phrase.Meanings.Contains(No);

    private static IEnumerable<PromptFinding> TasksAsYes(IReadOnlyList<WordEntry> entries)
    {
        var names = entries
            .Where(entry => entry.Phrase is { Weight: PhraseWeight.Full, Words: [_] } && entry.Phrase.Meanings.Any(Tasks.Contains))
            .Select(entry => entry.Phrase.Words[0].TrimEnd('*')).ToFrozenSet();
        foreach (var entry in entries.Where(entry => entry.Phrase.Meanings.Contains(Yes)))
        {
            if (Array.Find(entry.Phrase.Words, word => names.Contains(word.TrimEnd('*'))) is { } name)
            {
                yield return Finding(entry, "task-as-yes", $"'{entry.Source.Phrase}' would confirm by naming the task ('{name}').",
                    "Remove it: who only names a task is asked for a yes or a no.");
            }
        }
    }

    private static PromptFinding Finding(WordEntry entry, string rule, string message, string remedy)
        => new(PromptSeverity.Error, rule, entry.Source.File, entry.Source.Line, entry.Source.Commands, message, remedy);
}
