using System.Runtime.CompilerServices;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Prompts;

namespace IvrAutomat.Web.Doctor;

/// <summary>Can everything be said, and in which languages.</summary>
internal sealed class PromptsCheck(PromptFiles files, IReadOnlyList<string> languages) : ICheck
{
    private const int MostTold = 5;

    /// <inheritdoc />
    public string System => PromptOptions.Section;

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var set = files.Read();
        var errors = set.Findings.Where(finding => finding.Severity == PromptSeverity.Error).ToList();
        foreach (var error in errors.Take(MostTold))
        {
            yield return Finding.Wrong(System, $"{error}");
        }

        if (errors.Count > MostTold)
        {
            yield return Finding.Wrong(System, $"and {errors.Count - MostTold} more; the command check lists all of them");
        }

        if (set.Catalogue is not { } catalogue)
        {
            yield break;
        }

        var complete = files.Complete(catalogue);
        foreach (var language in languages)
        {
            yield return complete.Contains(language)
                ? Finding.Ok(System, $"{language} is complete")
                : Finding.Warning(System, $"{language} is not complete and is not offered; the command check names what is missing");
        }
    }
}
