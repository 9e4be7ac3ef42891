using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Flow;
using IvrAutomat.Web.AgentConsole;

namespace IvrAutomat.Web.Studio;

/// <summary>Where in a call a prompt is said, in the words of the page; names of the program stand beside, because log and diagram use them.</summary>
internal static class SpokenWhere
{
    /// <summary>The parts of the conversation, and behind them their steps with the ways out of each.</summary>
    public static Markup Of(ConsoleTexts t, string key)
    {
        var uses = DialoguePrompts.UsesOf(key);
        var steps = uses.SelectMany(use => use.States).ToList();
        var spoken = t.Fill("studio.spoken", string.Join(", ", uses.Select(use => t.Name("studio.use", use.Part))));
        return Markup.Of($"""
            {Markup.If(t.Find("studio.when", key) is not null, () => Markup.Of($"""<p class="when">{t.Find("studio.when", key)}</p>"""))}
            {(uses.IsEmpty ? Markup.Of($"<p>{t[PromptSight.IsMessage(key) ? "studio.written" : "studio.shared"]}</p>")
                : steps.Count == 0 ? Markup.Of($"<p>{spoken}</p>")
                : Markup.Of($"<details><summary>{spoken}</summary><ul>{steps.Select(state => Step(t, state))}</ul></details>"))}
            """);
    }

    /// <summary>The name of a trigger in the words of the page.</summary>
    public static string? Name(ConsoleTexts t, Trigger trigger) => t.Find(trigger is Trigger<OptionChosen> ? "option" : "trigger", trigger.Name);

    private static Markup Step(ConsoleTexts t, State state)
    {
        var ways = from edge in ShopDialogue.Flow.Edges
                   where edge.From == state && edge.Kind != EdgeKind.Ignore
                   group Name(t, edge.Trigger) by edge.To into way
                   select $"{string.Join(", ", way.Distinct())} → {(way.Key == state ? t["studio.spoken-stays"] : t.Name("step", way.Key.Name))}";
        return Markup.Of($"""<li><strong>{t.Name("step", state.Name)}</strong> <code class="dim">{state.Name}</code><br>{string.Join(" · ", ways)}</li>""");
    }
}
