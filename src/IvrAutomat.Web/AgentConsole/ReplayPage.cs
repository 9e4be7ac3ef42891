using System.Globalization;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Replay;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>One call word for word: what came in, what the caller heard, and what was listened for, step by step.</summary>
internal static class ReplayPage
{
    /// <summary>The path of a call's page.</summary>
    public static string PathOf(string callId) => $"{CallPage.PathOf(callId)}/words";

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder console) => console.MapGet("/calls/{id}/words", async (ConsolePage page, string id, Retelling retelling, AuditBook audit) =>
    {
        var t = page.T;
        if (await retelling.OfAsync(id, name => $"[{t.Name("gone", name)}]", page.Stop) is not { } call)
        {
            return page.Show(t["replay.none"], Markup.Of($"""<p class="empty">{t["replay.none.help"]}</p>"""), StatusCodes.Status404NotFound);
        }

        await audit.NoteLookAsync(page.Viewer.Account, "call.words", new(CallId: id), AuditBook.OneLook, page.Stop);
        return page.Show(t["replay.title"], Markup.Of($"""
            <p><a href="{CallPage.PathOf(id)}">{t["replay.back"]}</a> <code class="dim">{id}</code></p>
            {Remarks(t, call)}
            {Cards.Table([t["replay.step"], t["replay.at"], t["replay.input"], t["replay.heard"], t["replay.then"]], call.Steps.Select(step => Row(t, step)))}
            """));
    });

    private static Markup Remarks(ConsoleTexts t, RetoldCall call) => Markup.Of($"""
        {Markup.If(!call.HasFacts, () => Markup.Of($"<p>{t["replay.no-facts"]}</p>"))}
        {Markup.If(!call.HasPrompts, () => Markup.Of($"<p>{t["replay.no-prompts"]}</p>"))}
        {(call.Diverges is { } diverges
            ? Markup.Of($"""<p class="bad" role="alert">{t.Fill("replay.diverges", diverges.Entry.Step)}</p>""")
            : Markup.Of($"""<p class="dim">{t["replay.same"]}</p>"""))}
        """);

    private static Markup[] Row(ConsoleTexts t, RetoldStep step) =>
    [
        Markup.Of($"{step.Entry.Step}"),
        Markup.Of($"""<time>{step.At.ToString("H:mm:ss", CultureInfo.InvariantCulture)}</time>"""),
        Markup.Of($"{ReplayWords.Of(t, step.Input)}"),
        Markup.Of($"""
            {step.Said.Select(said => Markup.Of($"""<p lang="{said.Language}" title="{said.Key}">{(said.Text is { } text ? Pieces.Sentences(text) : said.Key)}</p>"""))}
            {Markup.If(step.Difference is not null, () => Markup.Of($"""<p class="bad">{t.Fill("replay.difference", step.Difference!.Recorded, step.Difference.Now)}</p>"""))}
            """),
        Then(t, step),
    ];

    // A step is often called by what it waits for; once is enough.
    private static Markup Then(ConsoleTexts t, RetoldStep step)
    {
        var name = t.Name("step", step.Entry.State);
        string[] more = step.Turn is { } turn ? [ReplayWords.Of(t, turn.Next), .. RetoldText.Of(turn.Work).Select(work => t.Name("request", work))] : [];
        return Markup.Of($"{name}{more.Where(line => line != name).Select(line => Markup.Of($"""<br><span class="dim">{line}</span>"""))}");
    }
}
