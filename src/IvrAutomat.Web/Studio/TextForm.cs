using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Prompts.Editing;

namespace IvrAutomat.Web.Studio;

/// <summary>The box in which one text is read, heard, changed, kept and published; the same on every page.</summary>
/// <param name="Place">Which text.</param>
/// <param name="Was">The live text that the person saw.</param>
/// <param name="Seen">The text of the draft that the person saw; null: there was none.</param>
/// <param name="Words">What stands in the box.</param>
internal sealed record TextForm(PromptPlace Place, string Was, string? Seen, string Words)
{
    // A guess at the narrowest column; browsers that can fit the field to its text do so.
    private const int LettersInARow = 38;

    /// <summary>What an element around the boxes tells their script.</summary>
    public static Markup Around(ConsoleTexts t) => Markup.Of($"""data-no-voice="{t["studio.no-voice"]}" data-lost="{t["studio.lost"]}" """);

    /// <summary>The box.</summary>
    /// <param name="page">The page.</param>
    /// <param name="library">The live prompts, for the example.</param>
    /// <param name="edits">Whether the viewer may change it.</param>
    /// <param name="findings">What is wrong with what stands in it.</param>
    public Markup Show(ConsolePage page, PromptLibrary library, bool edits, Markup findings)
    {
        var id = $"{Place.Language}-{Place.Variant}-{Place.Rung}";
        // The example of the live text says nothing about another that stands in the box; the page's script asks for its own.
        var example = Words != Was ? null : library.Current.Example(Place.Language, Place.Key, Place.Variant, Place.Rung);
        var isHeard = !PromptSight.IsMessage(Place.Key);
        // Two texts of one page may differ in the key alone.
        var field = $"{id}-{Place.Key.Replace('.', '-')}";
        return Markup.Of($"""
            <form class="card text" method="post" action="/studio/draft" data-text="{id}">{page.FormToken}{StudioPieces.Fields(Place)}
            <input type="hidden" name="was" value="{Was}">{Markup.If(Seen is not null, () => Markup.Of($"""<input type="hidden" name="seen" value="{Seen}">"""))}
            <label for="{field}">{StudioPieces.Variant(page.T, Place)}{Markup.If(Seen is not null, () => Markup.Of($""" <span class="tag">{page.T["studio.in-draft"]}</span>"""))}</label>
            <textarea id="{field}" name="text" lang="{Place.Language}" rows="{Math.Clamp((Words.Length / LettersInARow) + 1, 2, 12)}" required maxlength="2000"{(edits ? Markup.None : new Markup(" readonly"))}>{Words}</textarea>
            <p class="dim heard" lang="{Place.Language}">{example}</p>
            <p class="row">{Markup.If(isHeard, () => Markup.Of($"""<span class="seconds">{(example is null ? "" : StudioPieces.Seconds(library.Current.Seconds(Place.Language, example)))}</span> <button type="button" data-hear>{page.T["studio.hear"]}</button>"""))}
            {Markup.If(edits, () => Markup.Of($"""<button>{page.T["studio.keep"]}</button><button class="main" formaction="/studio/publish/one">{page.T["studio.publish-one"]}</button>"""))}</p>
            <div class="lint" aria-live="polite">{findings}</div></form>
            """);
    }
}
