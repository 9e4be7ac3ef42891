using System.Collections.Immutable;
using IvrAutomat.Prompts;

namespace IvrAutomat.Web.Prompts;

/// <summary>
/// What the automat says now. A turn takes <see cref="Current"/> once and speaks from that one catalogue to its end.
/// </summary>
internal sealed class PromptLibrary
{
    private volatile Shelf _shelf;

    /// <summary>Reads the files for the first time.</summary>
    /// <exception cref="PromptsUnusableException">They cannot be spoken from; lists every problem.</exception>
    public PromptLibrary(PromptFiles files)
    {
        Files = files;
        // Taken before reading: a change while reading is then seen as one.
        SeenAtStart = files.State();
        var set = files.Read();
        _shelf = set.Catalogue is { } catalogue
            ? new(catalogue, files.Complete(catalogue), set.Findings, [])
            : throw new PromptsUnusableException(files.Folder, Errors(set));
    }

    /// <summary>The catalogue that speaks: always a whole and good one.</summary>
    public PromptCatalogue Current => _shelf.Catalogue;

    /// <summary>The languages that everything can be said and understood in now.</summary>
    public ImmutableArray<string> Complete => _shelf.Complete;

    /// <summary>Why the newest files are not live; empty when they are. For health and the check command.</summary>
    public ImmutableArray<PromptFinding> Problems => _shelf.Problems;

    /// <summary>What the live prompts could do better.</summary>
    public ImmutableArray<PromptFinding> Warnings => _shelf.Warnings;

    internal PromptFiles Files { get; }

    internal PromptFolderState SeenAtStart { get; }

    internal void Replace(PromptCatalogue catalogue, ImmutableArray<PromptFinding> warnings) => _shelf = new(catalogue, Files.Complete(catalogue), warnings, []);

    internal void Refuse(ImmutableArray<PromptFinding> problems) => _shelf = _shelf with { Problems = problems };

    internal static ImmutableArray<PromptFinding> Errors(PromptSet set) =>
        [.. set.Findings.Where(finding => finding.Severity == PromptSeverity.Error)];

    private sealed record Shelf(
        PromptCatalogue Catalogue, ImmutableArray<string> Complete, ImmutableArray<PromptFinding> Warnings, ImmutableArray<PromptFinding> Problems);
}

/// <summary>The prompts cannot be spoken from and there are no earlier ones: the start ends here.</summary>
internal sealed class PromptsUnusableException(string folder, ImmutableArray<PromptFinding> problems)
    : Exception($"The prompts in '{folder}' cannot be used:{Lines(problems)}")
{
    /// <summary>Every problem, with file, line, key and remedy.</summary>
    public ImmutableArray<PromptFinding> Problems { get; } = problems;

    private static string Lines(ImmutableArray<PromptFinding> problems) =>
        string.Concat(problems.Select(problem => $"{Environment.NewLine}  {problem}"));
}
