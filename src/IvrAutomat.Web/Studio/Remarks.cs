using IvrAutomat.Prompts;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Prompts.Editing;
using IvrAutomat.Web.Prompts.Spelling;

namespace IvrAutomat.Web.Studio;

/// <summary>What texts that are live could do better, spelling included. Remarks keep nothing from being published.</summary>
internal sealed class Remarks(PromptEditor editor, PromptFiles files, SpellingLint spelling)
{
    /// <summary>The remarks about some texts as the files have them now, each once.</summary>
    public async Task<IReadOnlyList<PromptFinding>> OfAsync(IReadOnlyCollection<PromptPlace> places, CancellationToken cancellationToken)
    {
        var plan = editor.Plan();
        var texts = plan.Texts.Where(text => places.Contains(PromptPlace.Of(text))).ToList();
        return
        [
            .. places.SelectMany(plan.About).Concat(await spelling.OfAsync(files.Folder, texts, cancellationToken))
                .Where(finding => finding.Severity == PromptSeverity.Warning).Distinct(),
        ];
    }

    /// <summary>They as a page shows them after a publish; nothing where there are none.</summary>
    public static Markup Show(ConsoleTexts t, IReadOnlyList<PromptFinding> remarks) => Markup.If(remarks.Count > 0, () => Markup.Of($"""
        <div class="card remarks"><p>{t.Fill("studio.done-remarks", remarks.Count)}</p>
        <ul class="findings">{remarks.Select(remark => Markup.Of($"""<li class="remark">{StudioPieces.Where(remark)} {StudioPieces.Words(t, remark)}</li>"""))}</ul></div>
        """));
}
