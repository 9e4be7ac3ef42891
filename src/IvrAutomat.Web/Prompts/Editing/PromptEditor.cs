using System.Collections.Immutable;
using IvrAutomat.Prompts;

namespace IvrAutomat.Web.Prompts.Editing;

/// <summary>
/// Replaces texts in the prompt files: all of them or none, and never over what somebody else has written meanwhile or so that the
/// line could not speak. Reading the files again and taking them over is the reload's work.
/// </summary>
internal sealed class PromptEditor(PromptFiles files)
{
    private readonly Lock _saving = new();

    /// <summary>What would be, without writing anything.</summary>
    public EditPlan Plan(params IReadOnlyCollection<TextEdit> edits)
    {
        if (edits.Select(WritableText.Fault).OfType<PromptFinding>().ToImmutableArray() is { IsEmpty: false } faults)
        {
            return new([], [], new(Catalogue: null, faults), []) { Broken = Broken() };
        }

        var conflicts = ImmutableArray.CreateBuilder<EditConflict>();
        var changed = new Dictionary<string, FileChange>(StringComparer.Ordinal);
        foreach (var language in edits.GroupBy(edit => edit.Place.Language, StringComparer.Ordinal))
        {
            var read = files.Of(language.Key).ToList();
            foreach (var edit in language)
            {
                if (Apply(read, changed, edit) is { } conflict)
                {
                    conflicts.Add(conflict);
                }
            }
        }

        var contents = changed.ToDictionary(each => each.Key, each => each.Value.After, StringComparer.Ordinal);
        var set = files.Read(contents, out var texts);
        // A file that cannot be read hides its texts: that none was found in it says nothing.
        var broken = set.Catalogue is null || conflicts.Count > 0 ? Broken() : [];
        var known = broken.IsEmpty ? conflicts.ToImmutable() : [.. conflicts.Where(conflict => conflict.Now is not null)];
        return new([.. changed.Values.Where(change => change.After != change.Before)], known, set, texts) { Broken = broken };
    }

    /// <summary>What is wrong with the files on the disk; empty when they can be spoken from.</summary>
    public ImmutableArray<PromptFinding> Broken() => PromptLibrary.Errors(files.Read());

    /// <summary>The text of a place as the files have it now; null when they have none.</summary>
    public string? TextOf(PromptPlace place) => Texts(place.Language).GetValueOrDefault(place);

    /// <summary>All texts of a language as the files have them now.</summary>
    public IReadOnlyDictionary<PromptPlace, string> Texts(string language) =>
        (from each in files.Of(language)
         from text in PromptYaml.Read(language, each.File.Name, each.Content, [])
         group text.Text by PromptPlace.Of(text))
        .ToDictionary(place => place.Key, place => place.First());

    /// <summary>Writes the texts, or says why not.</summary>
    public (SaveOutcome Outcome, EditPlan Plan) Save(params IReadOnlyCollection<TextEdit> edits)
    {
        var plan = Plan(edits);
        return (Write(plan), plan);
    }

    /// <summary>Writes what was planned, or says why not; files that have changed since are a conflict.</summary>
    public SaveOutcome Write(EditPlan plan)
    {
        lock (_saving)
        {
            return !plan.Conflicts.IsEmpty ? SaveOutcome.Conflict
                : !plan.Broken.IsEmpty ? SaveOutcome.Broken
                : !plan.IsGood ? SaveOutcome.Refused
                : FileSwap.Write(plan.Files);
        }
    }

    // A text that stands there already as it is wished is no conflict: the wish is fulfilled.
    private static EditConflict? Apply(List<(PromptFile File, string Content)> read, Dictionary<string, FileChange> changed, TextEdit edit)
    {
        foreach (var (file, content) in read)
        {
            var findings = new List<PromptFinding>();
            var texts = PromptYaml.Read(file.Language, file.Name, content, findings);
            if (texts.Find(text => PromptPlace.Of(text) == edit.Place) is not { } found)
            {
                continue;
            }

            if (findings.Exists(finding => finding.Severity == PromptSeverity.Error))
            {
                // What is left of a broken file is nobody's text.
                return new(edit, Now: null);
            }

            if (found.Text != TextEdit.OneLine(edit.Was) && found.Text != edit.Line)
            {
                return new(edit, found.Text);
            }

            var before = changed.GetValueOrDefault(file.Name)?.After ?? content;
            if (PromptFileEdit.Apply(before, edit.Place, edit.Text) is { } after)
            {
                changed[file.Name] = new(file, content, after);
                return null;
            }
        }

        return new(edit, Now: null);
    }
}
