using IvrAutomat.Queue;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Agents;
using IvrAutomat.Web.Agents.Consults;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>Asking a colleague during a call, and handing the call over: the buttons above the call of whoever talks or is asked.</summary>
internal static class ConsultPanel
{
    /// <summary>Maps the buttons.</summary>
    public static void Map(RouteGroupBuilder console)
    {
        console.MapPost("/desk/consult", async (ConsolePage page, ConsultBook book, TransferWorker worker, AuditBook audit) =>
        {
            var colleague = (await page.FormAsync())["colleague"].ToString();
            var answer = page.Viewer.Agent is { } agent ? await book.BeginAsync(agent, colleague, page.Stop) : ConsultAnswer.NoTalk;
            if (answer != ConsultAnswer.Begun)
            {
                return page.Show(page.T["consult.title"], Markup.Of($"""<p>{page.T.Name("consult.refused", $"{answer}")}</p><p><a href="/console">{page.T["nav.desk"]}</a></p>"""), StatusCodes.Status409Conflict);
            }

            worker.Wake();
            await NoteAsync(page, book, audit, "call.consult");
            return ConsolePage.BackTo("/console");
        });
        console.MapPost("/desk/consult/back", async (ConsolePage page, ConsultBook book, TransferWorker worker) =>
        {
            if (await OwnAsync(page, book) is { } consult)
            {
                await book.EndAsync(consult.Id, ConsultEnd.Back, page.Stop);
                worker.Wake();
            }

            return ConsolePage.BackTo("/console");
        });
        console.MapPost("/desk/consult/hand-over", async (ConsolePage page, ConsultBook book, TransferWorker worker, AuditBook audit) =>
        {
            if (await OwnAsync(page, book) is { } consult)
            {
                await NoteAsync(page, book, audit, "call.handed-over");
                await book.HandOverAsync(consult.Id, page.Stop);
                worker.Wake();
            }

            return ConsolePage.BackTo("/console");
        });
    }

    /// <summary>What can be done about the viewer's own talk, or the talk that they are asked to join; nothing before somebody talks.</summary>
    public static async Task<Markup> OfAsync(ConsolePage page, Waiting mine, AgentStates states)
    {
        if (mine.Consult is { } consult)
        {
            return consult.Agent == page.Viewer.Agent ? Asked(page, mine, consult) : Asks(page, consult);
        }

        if (mine.Wait.State != TransferState.Talking)
        {
            return Markup.None;
        }

        // Whoever is on the phone cannot be asked; whoever is away can, by an agent who knows why.
        var colleagues = (await states.AllAsync(page.Stop))
            .Where(each => each.Agent != page.Viewer.Agent && each.Presence is not (AgentPresence.Ringing or AgentPresence.Talking)).ToList();
        return colleagues.Count == 0
            ? Markup.Of($"""<p class="dim">{page.T["consult.nobody"]}</p>""")
            : Markup.Of($"""
                <form method="post" action="/console/desk/consult" class="row">{page.FormToken}
                <label>{page.T["consult.whom"]} <select name="colleague">{colleagues.Select(each => Markup.Of($"""<option value="{each.Agent}">{each.Agent} ({page.T.Name("agent-presence", $"{each.Presence}")})</option>"""))}</select></label>
                <button>{page.T["consult.ask"]}</button></form>
                """);
    }

    private static Markup Asks(ConsolePage page, ConsultRow consult) => Markup.Of($"""
        <p role="status">{page.T.Fill($"consult.asks.{(consult.State == ConsultState.Together ? "together" : "ringing")}", consult.Agent)}</p>
        <div class="row">
        {Markup.If(consult.State == ConsultState.Together, () => page.Button("/console/desk/consult/hand-over", page.T["consult.hand-over"]))}
        {page.Button("/console/desk/consult/back", page.T["consult.back"])}
        </div>
        """);

    private static Markup Asked(ConsolePage page, Waiting mine, ConsultRow consult) => Markup.Of($"""
        <p role="status">{page.T.Fill($"consult.asked.{(consult.State == ConsultState.Together ? "together" : "ringing")}", mine.Offer?.Agent ?? string.Empty)}</p>
        {Markup.If(consult.State == ConsultState.Together, () => page.Button("/console/desk/consult/hand-over", page.T["consult.take-over"]))}
        """);

    private static async Task<ConsultRow?> OwnAsync(ConsolePage page, ConsultBook book)
        => page.Viewer.Agent is { } agent ? await book.OfAsync(agent, page.Stop) : null;

    private static async Task NoteAsync(ConsolePage page, ConsultBook book, AuditBook audit, string act)
    {
        if (await OwnAsync(page, book) is { } consult && await book.FindAsync(consult.Id, page.Stop) is var (row, wait))
        {
            await audit.NoteAsync(page.Viewer.Account, act, new(CallId: wait.CallId, Note: row.Agent), page.Stop);
        }
    }
}
