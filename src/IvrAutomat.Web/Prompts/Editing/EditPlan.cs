using System.Collections.Immutable;
using IvrAutomat.Prompts;

namespace IvrAutomat.Web.Prompts.Editing;

/// <summary>What the prompt files would be with some texts replaced; nothing is written yet.</summary>
/// <param name="Files">The files that would change.</param>
/// <param name="Conflicts">Texts that are not what the person saw; then nothing may be written.</param>
/// <param name="Set">What would be live, with everything that could be found fault with.</param>
/// <param name="Texts">Every text then, with its line.</param>
internal sealed record EditPlan(
    ImmutableArray<FileChange> Files, ImmutableArray<EditConflict> Conflicts, PromptSet Set, IReadOnlyList<PromptText> Texts)
{
    /// <summary>What is wrong with the files on the disk, without these texts; looked for only where the plan is not good.</summary>
    public ImmutableArray<PromptFinding> Broken { get; init; } = [];

    /// <summary>Whether it may go live.</summary>
    public bool IsGood => Conflicts.IsEmpty && Set.Catalogue is not null;

    /// <summary>What is wrong because of these texts.</summary>
    public ImmutableArray<PromptFinding> Errors => [.. PromptLibrary.Errors(Set).Except(Broken)];

    /// <summary>The findings about one text; where others stand on its line, about those too.</summary>
    public IEnumerable<PromptFinding> About(PromptPlace place)
    {
        var line = Texts.FirstOrDefault(text => PromptPlace.Of(text) == place)?.Line ?? 0;
        return Set.Findings.Where(finding => finding.Key == place.Key
            && (Differs(finding, place)
                || ((finding.Line == 0 || finding.Line == line) && finding.File.StartsWith(place.Language + "/", StringComparison.Ordinal))));
    }

    // Languages that say different things are found in one of them; whoever edits the other wants to know as well.
    private bool Differs(PromptFinding finding, PromptPlace place) => finding.Rule == "languages-differ"
        && Texts.Any(text => text.File == finding.File && text.Line == finding.Line && text.Key == place.Key && text.Variant == place.Variant);
}

/// <summary>One file before and after.</summary>
/// <param name="File">The file.</param>
/// <param name="Before">What is in it.</param>
/// <param name="After">What shall be in it.</param>
internal sealed record FileChange(PromptFile File, string Before, string After);

/// <summary>How a save ended.</summary>
internal enum SaveOutcome
{
    /// <summary>Everything is written.</summary>
    Saved,

    /// <summary>Somebody else changed a text meanwhile; nothing is written.</summary>
    Conflict,

    /// <summary>The prompts could not be spoken then; nothing is written.</summary>
    Refused,

    /// <summary>The files on the disk cannot be used, whatever these texts are; nothing is written.</summary>
    Broken,

    /// <summary>The files cannot be written; nothing is changed.</summary>
    Unwritable,
}
