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
            <p><a href="{CallPage.PathOf(id)}">{t["replay.back"]}</a> <span class="dim">{id}</span></p>
            {Remarks(t, call)}
            <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">{t["replay.step"]}</th><th scope="col">{t["replay.at"]}</th><th scope="col">{t["replay.input"]}</th><th scope="col">{t["replay.heard"]}</th><th scope="col">{t["replay.then"]}</th></tr></thead>
            <tbody>{call.Steps.Select(step => Row(t, step))}</tbody></table></div>
            """));
    });

    private static Markup Remarks(ConsoleTexts t, RetoldCall call) => Markup.Of($"""
        {Markup.If(!call.HasFacts, () => Markup.Of($"<p>{t["replay.no-facts"]}</p>"))}
        {Markup.If(!call.HasPrompts, () => Markup.Of($"<p>{t["replay.no-prompts"]}</p>"))}
        {(call.Diverges is { } diverges
            ? Markup.Of($"""<p class="bad" role="alert">{t.Fill("replay.diverges", diverges.Entry.Step)}</p>""")
            : Markup.Of($"""<p class="dim">{t["replay.same"]}</p>"""))}
        """);

    private static Markup Row(ConsoleTexts t, RetoldStep step) => Markup.Of($"""
        <tr><td>{step.Entry.Step}</td><td>{step.At.ToString("H:mm:ss", CultureInfo.InvariantCulture)}</td><td>{ReplayWords.Of(t, step.Input)}</td>
        <td>{step.Said.Select(said => Markup.Of($"""<p lang="{said.Language}" title="{said.Key}">{said.Text ?? said.Key}</p>"""))}{Markup.If(step.Difference is not null, () => Markup.Of($"""<p class="bad">{t.Fill("replay.difference", step.Difference!.Recorded, step.Difference.Now)}</p>"""))}</td>
        <td>{t.Name("step", step.Entry.State)}{Markup.If(step.Turn is not null, () => Markup.Of($"""<br><span class="dim">{ReplayWords.Of(t, step.Turn!.Next)}</span>{RetoldText.Of(step.Turn!.Work).Select(work => Markup.Of($"""<br><span class="dim">{t.Name("request", work)}</span>"""))}"""))}</td></tr>
        """);
}
